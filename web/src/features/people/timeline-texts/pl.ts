import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  created: 'Dodano',
  imported: 'Z pliku „{file}”, linia {line}',
  message: 'Wysłano wiadomość: {campaign}',
  listed: 'Na liście kampanii {campaign}',
  failed: 'Nie udało się wysłać: {campaign}',
  confirmed: 'Potwierdzono doręczenie: {campaign}',
  bounced: 'Odbiło się: {campaign}',
  opened: 'Otwarto: {campaign}',
  clicked: 'Kliknięto w {campaign}',
  replied: 'Odpowiedź na {campaign}',
  answered: 'Udzielono odpowiedzi: {campaign}',
  complained: 'Oznaczono jako spam: {campaign}',
  unsubscribed: 'Wypisano się z {campaign}',
  converted: 'Zakup po {campaign}',
  consent_given: 'Wyrażono zgodę: {topic} ({channel})',
  consent_withdrawn: 'Wycofano zgodę: {topic} ({channel})',
  suppressed: '{value} – nie wolno już używać',
  suppression_lifted: '{value} – można znów używać',
  email: 'e-mail',
  sms: 'SMS',
  letter: 'list',
  call: 'telefon',
  all: 'wszystkie kanały',
};
