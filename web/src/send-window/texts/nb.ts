import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  hours: 'Tider',
  hoursHint: 'Utenom dem sendes ingenting: da er det stille. Det som ikke er ferdig, fortsetter ved neste åpning.',
  from: '{day}, fra',
  until: '{day}, til',
  closed: 'Ingenting sendes',
  onDay: 'Send på {day}',
  zone: 'Etter hvilken klokke',
  zone_company: 'Vår',
  zoneHint_company: 'Alle får den innenfor tidene i firmaets tidssone.',
  zone_recipient: 'Hver mottakers',
  zoneHint_recipient: 'Etter personens egen tidssone, ellers landets, ellers vår.',
  holidays: 'Helligdager',
  holidays_none: 'Er dager som andre',
  holidays_company: 'Ingenting sendes på våre',
  holidays_recipient: 'Ingenting sendes på helligdagene i mottakerens land',
  sentenceDay: '{days} {from}–{until}',
  sentence_company: '{hours}, etter vår klokke',
  sentence_recipient: '{hours}, etter hver mottakers egen klokke',
  sentenceHolidays_company: 'ikke på våre helligdager',
  sentenceHolidays_recipient: 'ikke på helligdager i mottakerens land',
};
