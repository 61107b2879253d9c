import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  created: 'Lagt til',
  imported: 'Kom inn med filen «{file}», linje {line}',
  message: 'Melding sendt: {campaign}',
  listed: 'På listen til {campaign}',
  failed: 'Kunne ikke sendes: {campaign}',
  confirmed: 'Levering bekreftet: {campaign}',
  bounced: 'Kom i retur: {campaign}',
  opened: 'Åpnet: {campaign}',
  clicked: 'Klikket i {campaign}',
  replied: 'Svarte på {campaign}',
  answered: 'Besvarte {campaign}',
  complained: 'Meldt som søppelpost: {campaign}',
  unsubscribed: 'Meldte seg av {campaign}',
  converted: 'Kjøpte etter {campaign}',
  consent_given: 'Samtykket til {topic} ({channel})',
  consent_withdrawn: 'Trakk samtykket til {topic} ({channel})',
  suppressed: '{value} skal ikke lenger brukes',
  suppression_lifted: '{value} kan brukes igjen',
  email: 'e-post',
  sms: 'SMS',
  letter: 'brev',
  call: 'telefon',
  all: 'alle kanaler',
};
