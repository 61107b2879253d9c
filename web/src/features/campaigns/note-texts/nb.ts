import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  notes: 'Notater',
  notesText: 'Til kollegene dine; mottakerne ser dem aldri.',
  note: 'Nytt notat',
  write: 'Skriv det ned',
  removeNote: 'Fjern notatet',
  removeTitle: 'Fjerne notatet?',
  removeText: 'Det blir borte for alle og kan ikke hentes tilbake.',
};
