import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  text_one: 'Wysyłka miała ruszyć {time}, gdy Fanfare nie działał. {count} odbiorca wciąż czeka. Co z nią zrobić?',
  text_few: 'Wysyłka miała ruszyć {time}, gdy Fanfare nie działał. {count} odbiorców wciąż czeka. Co z nią zrobić?',
  text_many: 'Wysyłka miała ruszyć {time}, gdy Fanfare nie działał. {count} odbiorców wciąż czeka. Co z nią zrobić?',
  lastDate: 'Termin {time} minął, gdy Fanfare nie działał, a późniejszego już nie ma. Co z nim zrobić?',
  refused: 'Nie udało się rozpocząć {time}. {reason} Aby to poprawić, najpierw z niej zrezygnuj.',
  sendNow: 'Wyślij teraz',
  newTime: 'Wybierz inny termin',
  giveUp: 'Zrezygnuj',
  givenUp: 'Zrezygnowano: nic nie wysłano, listę można znów zmieniać.',
  startsAt: 'Początek',
  schedule: 'Zaplanuj',
};
