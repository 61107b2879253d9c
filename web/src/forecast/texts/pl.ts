import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  between: 'koniec między {from} a {until}',
  about: 'koniec około {time}',
  never: 'nie wszystko, zanim zostanie porzucone',
  basis_now: 'Według obecnego tempa: od {slow} do {fast} wiadomości na sekundę.',
  basis_history: 'Według tempa wcześniejszych wysyłek z tego konta: od {slow} do {fast} wiadomości na sekundę.',
  basis_limit: 'Według limitu konta: od {slow} do {fast} wiadomości na sekundę.',
  basis_guess: 'Z tego konta prawie nic nie wysłano, więc to szeroki szacunek. Po pierwszej wysyłce będzie wąski.',
  queue_one: 'Wliczono {count} wiadomość innej wysyłki z tego samego konta.',
  queue_few: 'Wliczono {count} wiadomości innych wysyłek z tego samego konta.',
  queue_many: 'Wliczono {count} wiadomości innych wysyłek z tego samego konta.',
  goes_on_one: '{count} może nie wyjść przed końcem godzin; ruszy przy następnym otwarciu.',
  goes_on_few: '{count} mogą nie wyjść przed końcem godzin; ruszą przy następnym otwarciu.',
  goes_on_many: '{count} może nie wyjść przed końcem godzin; ruszą przy następnym otwarciu.',
  expires_one: '{count} może zostać porzucona {time} bez wysłania. Poszerz godziny albo pozwól próbować dłużej.',
  expires_few: '{count} mogą zostać porzucone {time} bez wysłania. Poszerz godziny albo pozwól próbować dłużej.',
  expires_many: '{count} może zostać porzuconych {time} bez wysłania. Poszerz godziny albo pozwól próbować dłużej.',
  campaign_ends: 'Wysyłka może nie skończyć się przed końcem kampanii. Zacznij wcześniej albo przesuń koniec.',
  title: 'Ile to potrwa',
  text: 'Obliczono z liczby odbiorców, godzin, tempa i tego, co jest wcześniej w kolejce.',
};
