import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  notes: 'Notes',
  notesText: 'Pour vos collègues ; les destinataires ne les voient jamais.',
  note: 'Nouvelle note',
  write: 'Noter',
  removeNote: 'Retirer cette note',
  removeTitle: 'Retirer cette note ?',
  removeText: 'Elle disparaît pour tous et ne peut être rétablie.',
};
