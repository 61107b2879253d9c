import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  quick_email: 'Nouvel e-mailing',
  quick_sms: 'Nouveau SMS',
  quick_letter: 'Nouveau courrier',
  quick_call: 'Nouveaux appels',
  quick_task: 'Nouvelles activités',
  quick_invoice: 'Nouvelles factures',
  quick_opportunity: 'Nouvelles opportunités',
  quick_offer: 'Nouvelles offres',
  quick_list: 'Nouvelle liste',
  quickText:
    'Une action pour beaucoup de personnes à la fois. Enregistrez, regardez les destinataires, et lancez quand tout est prêt.',
  addressees: 'Destinataires',
  segments: 'Tous ceux de ces segments',
  chosenNow_one: '{count} fiche choisie est ajoutée',
  chosenNow_other: '{count} fiches choisies sont ajoutées',
  addOne: 'Ajouter une personne ou une entreprise',
  strategy: 'Stratégie d’envoi',
  template: 'Modèle',
  comesAlong: '{name} · prêt à l’emploi',
  templateLanguage: 'Langue du modèle',
  noTemplate: 'Rédiger ensuite',
  save: 'Enregistrer',
};
