import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  today: 'Dzisiaj',
  todaySaid: 'wysłano {used} z {limit}, pozostało {left}',
  warmUpDay: 'Dzień {day} rozgrzewki.',
  waitsUntil: 'do {time}',
  wait_account: 'Wszystko',
  wait_provider: 'Do {name}',
  wait_domain: 'Do {name}',
  whyLimit: 'Osiągnięto własny limit konta',
  serverSaid: 'Serwer odpowiedział: {reply}',
  others: 'Reszta jest wysyłana dalej.',
};
