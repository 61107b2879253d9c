import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  quickCampaign: 'Hurtigkampanje',
  quick_email: 'Ny utsendelse',
  quick_sms: 'Ny SMS',
  quick_letter: 'Nytt brev',
  quick_call: 'Nye telefonsamtaler',
  quick_task: 'Nye aktiviteter',
  quick_invoice: 'Nye fakturaer',
  quick_opportunity: 'Nye salgsmuligheter',
  quick_offer: 'Nye tilbud',
  quick_list: 'Ny liste',
};
