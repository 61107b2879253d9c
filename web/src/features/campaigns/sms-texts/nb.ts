import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Deler og pris',
  counted: 'Telt på hver mottakers egen tekst.',
  reckoned: 'Beregnet av tekstene til de første 5 000 mottakerne.',
  parts: 'SMS i alt',
  cost: 'Hva det koster',
  costUnknown: 'ingen pris er satt',
  inParts_one: 'Får {count} SMS',
  inParts_other: 'Får {count} SMS hver',
  sends_one: 'Den går som {count} SMS: {cost}.',
  sends_other: 'Den går som {count} SMS: {cost}.',
  reallyLong: 'Noen får {count} SMS. Skal den være så lang?',
  wide_one: '{count} tekst trenger det brede alfabetet, for {characters}',
  wide_other: '{count} tekster trenger det brede alfabetet, for {characters}',
  metered_one: '{count} SMS, som sendt',
  metered_other: '{count} SMS, som sendt',
};
