import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  notes: 'Notatki',
  notesText: 'Dla współpracowników; odbiorcy nigdy ich nie zobaczą.',
  note: 'Nowa notatka',
  write: 'Zapisz',
  removeNote: 'Usuń tę notatkę',
  removeTitle: 'Usunąć tę notatkę?',
  removeText: 'Zniknie dla wszystkich i nie da się jej przywrócić.',
};
