import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  pictures: 'Obrazy',
  picturesText:
    'Obrazy do wiadomości i artykułów. Leżą pod publicznym adresem, aby mógł je wczytać każdy program pocztowy.',
  add: 'Nowy obraz',
  addMany: 'Nowe obrazy',
  addHint: 'PNG, JPEG, GIF lub WebP, do 5 MB.',
  search: 'Szukaj obrazów',
  none: 'Nie ma jeszcze obrazów',
  noneFound: 'Nie znaleziono obrazu',
  noneText: 'Upuść obraz powyżej albo wybierz go z tego komputera.',
  more_one: '{count} starszy obraz nie jest pokazany. Wyszukaj go.',
  more_few: '{count} starsze obrazy nie są pokazane. Wyszukaj je.',
  more_many: '{count} starszych obrazów nie jest pokazanych. Wyszukaj je.',
  deeds: 'Co można zrobić z {name}',
  choosePicture: 'Wybierz obraz',
  chooseAnother: 'Wybierz inny obraz',
  choose: 'Wybierz {name}',
  noPicture: 'Usuń z treści',
  shows: 'Co przedstawia',
  showsHint: 'Odczytywane osobom, które go nie widzą, i pokazywane, gdy obrazy są zablokowane.',
  rename: 'Opisz, co przedstawia',
  renamed: 'Obraz ma opis',
  save: 'Zapisz',
  archive: 'Odłóż',
  archiveTitle: 'Odłożyć „{name}”?',
  archiveText: 'Nie będzie już proponowany. Wiadomości, które go pokazują, nadal będą.',
  archived: 'Odłożono „{name}”',
};
