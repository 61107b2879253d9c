import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  views: 'Visninger',
  viewOf: 'Visning: {name}',
  changedMark: 'endret',
  everything: 'Uten visning',
  mine: 'Mine visninger',
  shared: 'Delt av andre',
  sharedBy: '{name} ({owner})',
  saveAs: 'Lagre det som vises, som en visning…',
  saveChanges: 'Lagre endringene i «{name}»',
  changesSaved: 'Visningen viser dette fra nå av',
  open: 'Åpne listen med «{name}»',
  openNot: 'Ikke lenger åpne listen med «{name}»',
  share: 'Del «{name}» med alle',
  shareNot: 'Behold «{name}» for meg selv',
  delete: 'Slett «{name}»',
  deleteTitle: 'Slette visningen «{name}»?',
  deleteText: 'Selve listen blir som den er. De som åpner den med denne visningen, ser den uten.',
  newView: 'Lagre en visning',
  newViewText: 'Søk, filtre, rekkefølge og kolonner lagres under et navn.',
  shareField: 'Del den med alle',
  openField: 'Åpne listen med den',
  saved: 'Visningen er lagret',
};
