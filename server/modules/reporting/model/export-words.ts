import type { Language } from '../../../../contract/messages/index.ts';
import type { LineState } from '../../../../contract/runs.ts';

type Words = Record<Language, string>;

/** The columns of an exported list, in order. */
export const COLUMNS = {
  no: { en: 'No.', nb: 'Nr.', pl: 'Nr', fr: 'N°' },
  firstName: { en: 'First name', nb: 'Fornavn', pl: 'Imię', fr: 'Prénom' },
  lastName: { en: 'Last name', nb: 'Etternavn', pl: 'Nazwisko', fr: 'Nom' },
  company: { en: 'Company', nb: 'Firma', pl: 'Firma', fr: 'Entreprise' },
  address: { en: 'Sent to', nb: 'Sendt til', pl: 'Wysłano do', fr: 'Envoyé à' },
  email: { en: 'E-mail', nb: 'E-post', pl: 'E-mail', fr: 'E-mail' },
  phone: { en: 'Phone', nb: 'Telefon', pl: 'Telefon', fr: 'Téléphone' },
  street: { en: 'Street', nb: 'Gate', pl: 'Ulica', fr: 'Rue' },
  postalCode: { en: 'Postal code', nb: 'Postnummer', pl: 'Kod pocztowy', fr: 'Code postal' },
  city: { en: 'Town', nb: 'Sted', pl: 'Miejscowość', fr: 'Ville' },
  country: { en: 'Country', nb: 'Land', pl: 'Kraj', fr: 'Pays' },
  language: { en: 'Language', nb: 'Språk', pl: 'Język', fr: 'Langue' },
  state: { en: 'Status', nb: 'Status', pl: 'Status', fr: 'Statut' },
  reason: { en: 'Reason', nb: 'Årsak', pl: 'Powód', fr: 'Motif' },
  reply: { en: 'Server’s reply', nb: 'Svar fra tjeneren', pl: 'Odpowiedź serwera', fr: 'Réponse du serveur' },
  at: { en: 'When', nb: 'Når', pl: 'Kiedy', fr: 'Quand' },
  asset: { en: 'Asset', nb: 'Eiendel', pl: 'Obiekt', fr: 'Bien' },
  assetIdentifier: {
    en: 'Asset identifier',
    nb: 'Eiendelens identifikator',
    pl: 'Identyfikator obiektu',
    fr: 'Identifiant du bien',
  },
} as const satisfies Record<string, Words>;

export const STATES: Record<LineState, Words> = {
  excluded: { en: 'excluded', nb: 'utelatt', pl: 'wykluczony', fr: 'exclu' },
  open: { en: 'open', nb: 'åpen', pl: 'oczekuje', fr: 'en attente' },
  deferred: { en: 'will be tried again', nb: 'prøves igjen', pl: 'zostanie ponowione', fr: 'sera réessayé' },
  sent: { en: 'sent', nb: 'sendt', pl: 'wysłano', fr: 'envoyé' },
  failed: { en: 'failed', nb: 'mislyktes', pl: 'nieudane', fr: 'échec' },
  unknown: { en: 'unknown', nb: 'ukjent', pl: 'nieznany', fr: 'inconnu' },
  dropped: { en: 'dropped', nb: 'droppet', pl: 'pominięto', fr: 'abandonné' },
};
