import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  views: 'Widoki',
  viewOf: 'Widok: {name}',
  changedMark: 'zmieniony',
  everything: 'Bez widoku',
  mine: 'Moje widoki',
  shared: 'Udostępnione przez innych',
  sharedBy: '{name} ({owner})',
  saveAs: 'Zapisz to, co widać, jako widok…',
  saveChanges: 'Zapisz zmiany w widoku „{name}”',
  changesSaved: 'Widok pokazuje to od teraz',
  open: 'Otwieraj listę z widokiem „{name}”',
  openNot: 'Nie otwieraj już listy z widokiem „{name}”',
  share: 'Udostępnij „{name}” wszystkim',
  shareNot: 'Zachowaj „{name}” tylko dla siebie',
  delete: 'Usuń „{name}”',
  deleteTitle: 'Usunąć widok „{name}”?',
  deleteText: 'Sama lista się nie zmieni. Kto otwiera ją z tym widokiem, zobaczy ją bez niego.',
  newView: 'Zapisz widok',
  newViewText: 'Wyszukiwanie, filtry, kolejność i kolumny zostaną zapisane pod nazwą.',
  shareField: 'Udostępnij wszystkim',
  openField: 'Otwieraj listę z tym widokiem',
  saved: 'Widok zapisano',
};
