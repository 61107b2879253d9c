import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  quick_email: 'Nouvel e-mailing',
  quick_list: 'Nouvelle liste',
};
