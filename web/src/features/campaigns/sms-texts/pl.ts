import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Części i cena',
  counted: 'Policzone na tekście każdego odbiorcy.',
  reckoned: 'Oszacowane na tekstach pierwszych 5000 odbiorców.',
  parts: 'SMS-y razem',
  cost: 'Ile to kosztuje',
  costUnknown: 'nie podano ceny',
  inParts_one: 'Dostaje {count} SMS',
  inParts_few: 'Dostaje {count} SMS-y',
  inParts_many: 'Dostaje {count} SMS-ów',
  sends_one: 'Pójdzie {count} SMS: {cost}.',
  sends_few: 'Pójdą {count} SMS-y: {cost}.',
  sends_many: 'Pójdzie {count} SMS-ów: {cost}.',
  reallyLong: 'Ktoś dostanie SMS-ów: {count}. Czy tekst ma być tak długi?',
  wide_one: '{count} tekst wymaga szerokiego alfabetu, przez {characters}',
  wide_few: '{count} teksty wymagają szerokiego alfabetu, przez {characters}',
  wide_many: '{count} tekstów wymaga szerokiego alfabetu, przez {characters}',
  metered_one: '{count} SMS, według wysyłki',
  metered_few: '{count} SMS-y, według wysyłki',
  metered_many: '{count} SMS-ów, według wysyłki',
};
