import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  files: 'Pliki',
  filesText: 'Dla współpracowników: brief, umowa, zdjęcie. Odbiorcy nigdy ich nie dostaną.',
  add: 'Dodaj pliki',
  hint: 'Plików najwyżej: {count}, każdy do {size}.',
  name: 'Nazwa',
  size: 'Rozmiar',
  by: 'Dodał(a)',
  at: 'Dodano',
  none: 'Nie ma jeszcze plików',
  noneText: 'To, co tu dodasz, ma pod ręką każdy, kto widzi kampanię.',
  removeFile: 'Usuń „{name}”',
  removeTitle: 'Usunąć „{name}”?',
  removeText: 'Zniknie z tej kampanii dla wszystkich. W historii zostanie nazwa.',
};
