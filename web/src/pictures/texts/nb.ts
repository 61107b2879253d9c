import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  pictures: 'Bilder',
  picturesText:
    'Bilder til meldinger og artikler. De ligger på en offentlig adresse, så alle e-postprogrammer kan laste dem.',
  add: 'Nytt bilde',
  addMany: 'Nye bilder',
  addHint: 'PNG, JPEG, GIF eller WebP, opptil 5 MB.',
  search: 'Søk i bilder',
  none: 'Ingen bilder ennå',
  noneFound: 'Ingen bilder funnet',
  noneText: 'Slipp ett ovenfor, eller velg det fra denne maskinen.',
  more_one: '{count} eldre bilde vises ikke. Søk etter det.',
  more_other: '{count} eldre bilder vises ikke. Søk etter dem.',
  deeds: 'Hva som kan gjøres med {name}',
  choosePicture: 'Velg et bilde',
  chooseAnother: 'Velg et annet bilde',
  choose: 'Velg {name}',
  noPicture: 'Ta det ut',
  shows: 'Hva det viser',
  showsHint: 'Leses opp for dem som ikke ser det, og vises mens bilder er blokkert.',
  rename: 'Si hva det viser',
  renamed: 'Bildet har fått ord',
  save: 'Lagre',
  archive: 'Legg bort',
  archiveTitle: 'Legge bort «{name}»?',
  archiveText: 'Det tilbys ikke lenger. Meldinger som viser det, gjør det fortsatt.',
  archived: '«{name}» er lagt bort',
};
