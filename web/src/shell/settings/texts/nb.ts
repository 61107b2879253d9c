import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  settings: 'Innstillinger',
  personal: 'Deg',
  profile: 'Profil',
  installation: 'Administrasjon',
  company: 'Firma',
  users: 'Brukere og team',
  numberSeries: 'Nummerserier',
  apiKeys: 'API-nøkler',
  webhooks: 'Webhooks',
  auditTrail: 'Endringslogg',
  sending: 'Utsending',
  sendingAccounts: 'Avsenderkontoer',
  pressure: 'Kontaktpress',
  consent: 'Samtykke',
  topics: 'Emner',
  consentPurposes: 'Formål',
  suppressions: 'Sperrede adresser',
  outbox: 'Utboks',
  signUpForms: 'Påmeldingsskjemaer',
  people: 'Personer',
  customFields: 'Egne felt',
  interactionTypes: 'Aktivitetstyper',
  assetTypes: 'Objekttyper',
};
