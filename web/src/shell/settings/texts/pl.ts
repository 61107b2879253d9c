import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  settings: 'Ustawienia',
  personal: 'Ty',
  profile: 'Profil',
  installation: 'Administracja',
  company: 'Firma',
  users: 'Użytkownicy i zespoły',
  numberSeries: 'Serie numerów',
  apiKeys: 'Klucze API',
  webhooks: 'Webhooki',
  auditTrail: 'Dziennik zmian',
  sending: 'Wysyłka',
  sendingAccounts: 'Konta wysyłkowe',
  pressure: 'Częstotliwość kontaktu',
  consent: 'Zgody',
  topics: 'Tematy',
  consentPurposes: 'Cele',
  suppressions: 'Adresy zablokowane',
  outbox: 'Skrzynka nadawcza',
  signUpForms: 'Formularze zapisu',
  people: 'Osoby',
  customFields: 'Pola własne',
  interactionTypes: 'Typy działań',
  assetTypes: 'Typy obiektów',
};
