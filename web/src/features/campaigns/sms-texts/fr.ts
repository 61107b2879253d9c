import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Parties et prix',
  counted: 'Compté sur le texte de chaque destinataire.',
  reckoned: 'Estimé sur les textes des 5 000 premiers destinataires.',
  parts: 'SMS en tout',
  cost: 'Ce que cela coûte',
  costUnknown: 'aucun prix n’est fixé',
  inParts_one: 'Reçoit {count} SMS',
  inParts_other: 'Reçoit {count} SMS',
  sends_one: 'Il part en {count} SMS : {cost}.',
  sends_other: 'Il part en {count} SMS : {cost}.',
  reallyLong: 'Quelqu’un reçoit {count} SMS. Doit-il être aussi long ?',
  wide_one: '{count} texte demande l’alphabet large, pour {characters}',
  wide_other: '{count} textes demandent l’alphabet large, pour {characters}',
  metered_one: '{count} SMS, comme envoyé',
  metered_other: '{count} SMS, comme envoyés',
};
