import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  quickCampaign: 'Campagne rapide',
  quick_email: 'Nouvel e-mailing',
  quick_sms: 'Nouveau SMS',
  quick_letter: 'Nouveau courrier',
  quick_call: 'Nouveaux appels',
  quick_task: 'Nouvelles activités',
  quick_invoice: 'Nouvelles factures',
  quick_opportunity: 'Nouvelles opportunités',
  quick_offer: 'Nouvelles offres',
  quick_list: 'Nouvelle liste',
};
