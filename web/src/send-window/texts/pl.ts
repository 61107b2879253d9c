import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  hours: 'Godziny',
  hoursHint: 'Poza nimi nic nie wychodzi: wtedy jest cisza. Niedokończona wysyłka rusza dalej przy następnym otwarciu.',
  from: '{day}, od',
  until: '{day}, do',
  closed: 'Nic nie jest wysyłane',
  onDay: 'Wysyłaj: {day}',
  zone: 'Według czyjego zegara',
  zone_company: 'Naszego',
  zoneHint_company: 'Wszyscy dostają wiadomość w godzinach strefy czasowej firmy.',
  zone_recipient: 'Każdego odbiorcy',
  zoneHint_recipient: 'Według strefy czasowej osoby, a jeśli nieznana – kraju, a w ostateczności naszej.',
  holidays: 'Święta państwowe',
  holidays_none: 'Są dniami jak inne',
  holidays_company: 'W nasze nic nie jest wysyłane',
  holidays_recipient: 'W święta kraju odbiorcy nic nie jest wysyłane',
  sentenceDay: '{days} {from}–{until}',
  sentence_company: '{hours}, według naszego zegara',
  sentence_recipient: '{hours}, według zegara każdego odbiorcy',
  sentenceHolidays_company: 'nie w nasze święta',
  sentenceHolidays_recipient: 'nie w święta kraju odbiorcy',
};
