import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  search: 'Szukaj na liście',
  columns: 'Kolumny',
  more: 'Więcej',
  count_one: '{count} wiersz',
  count_few: '{count} wiersze',
  count_many: '{count} wierszy',
  loaded: '{shown} z {total}',
  selected_one: 'Zaznaczono {count}',
  selected_few: 'Zaznaczono {count}',
  selected_many: 'Zaznaczono {count}',
  clearSelection: 'Wyczyść zaznaczenie',
  selectAll: 'Zaznacz wszystkie wczytane wiersze',
  selectRow: 'Zaznacz: {name}',
  sortBy: 'Sortuj według: {column}',
  loadMore: 'Wczytaj więcej',
  nothingTitle: 'Brak wyników',
  nothingText: 'Żaden wiersz nie pasuje do wyszukiwania i filtrów. Poluzuj jeden z nich.',
  clearSearch: 'Wyczyść wyszukiwanie',
  loading: 'Wczytywanie wierszy…',
  exportExcel: 'Eksportuj do Excela',
  exportCsv: 'Eksportuj do CSV',
};
