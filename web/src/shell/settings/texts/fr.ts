import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  settings: 'Paramètres',
  personal: 'Vous',
  profile: 'Profil',
  installation: 'Administration',
  company: 'Entreprise',
  users: 'Utilisateurs et équipes',
  numberSeries: 'Séries de numéros',
  apiKeys: 'Clés d’API',
  webhooks: 'Webhooks',
  auditTrail: 'Journal des modifications',
  sending: 'Envoi',
  sendingAccounts: 'Comptes d’envoi',
  pressure: 'Pression commerciale',
  consent: 'Consentement',
  topics: 'Thèmes',
  consentPurposes: 'Finalités',
  suppressions: 'Adresses exclues',
  outbox: 'Boîte d’envoi',
  signUpForms: 'Formulaires d’inscription',
  people: 'Personnes',
  customFields: 'Champs personnalisés',
  interactionTypes: 'Types d’action',
  assetTypes: 'Types d’objet',
};
