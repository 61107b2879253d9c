import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  quick_email: 'Ny utsendelse',
  quick_list: 'Ny liste',
};
