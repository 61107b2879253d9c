import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  quickCampaign: 'Szybka kampania',
  quick_email: 'Nowy mailing',
  quick_sms: 'Nowy SMS',
  quick_letter: 'Nowy list',
  quick_call: 'Nowe rozmowy',
  quick_task: 'Nowe działania',
  quick_invoice: 'Nowe faktury',
  quick_opportunity: 'Nowe szanse sprzedaży',
  quick_offer: 'Nowe oferty',
  quick_list: 'Nowa lista',
};
