import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  search: 'Søk i listen',
  columns: 'Kolonner',
  more: 'Mer',
  count_one: '{count} rad',
  count_other: '{count} rader',
  loaded: '{shown} av {total}',
  selected_one: '{count} valgt',
  selected_other: '{count} valgt',
  clearSelection: 'Fjern valget',
  selectAll: 'Velg alle rader som er lastet',
  selectRow: 'Velg {name}',
  sortBy: 'Sorter etter {column}',
  loadMore: 'Last flere',
  nothingTitle: 'Ingen treff',
  nothingText: 'Ingen rader passer til søket og filtrene. Løsne på ett av dem.',
  clearSearch: 'Tøm søket',
  loading: 'Laster rader …',
  exportExcel: 'Eksporter til Excel',
  exportCsv: 'Eksporter til CSV',
  moreFilters: 'Flere filtre',
  moreFiltersOn_one: '{count} filter til',
  moreFiltersOn_other: '{count} filtre til',
  filterReset: 'Fjern disse filtrene',
};
