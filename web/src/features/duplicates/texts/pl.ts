import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Duplikaty',
  text: 'Rekordy, które prawdopodobnie są tym samym. Porównaj, scal je albo oznacz jako różne.',
  kind: 'Rekordy',
  contact: 'Kontakty',
  company: 'Firmy',
  lead: 'Leady',
  same: 'Wspólne',
  same_email: 'Ten sam adres e-mail',
  same_phone: 'Ten sam numer telefonu',
  same_name: 'Ta sama nazwa i miejscowość',
  same_birthday: 'To samo nazwisko i data urodzenia',
  same_number: 'Ten sam numer rejestrowy',
  compare: 'Porównaj i scal',
  different: 'To różne rekordy',
  dismissed: 'Nie będą już pokazywane jako duplikaty',
  created: 'Utworzono',
  none: 'Brak duplikatów',
  noneText: 'Żadne rekordy nie mają tego wspólnego. Wybierz inne kryterium.',
  more: 'Więcej',
};
