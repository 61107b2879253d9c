import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  today: 'I dag',
  todaySaid: '{used} av {limit} sendt, {left} igjen',
  warmUpDay: 'Dag {day} av oppvarmingen.',
  waitsUntil: 'til {time}',
  wait_account: 'Alt',
  wait_provider: 'Til {name}',
  wait_domain: 'Til {name}',
  whyLimit: 'Kontoens egen grense er nådd',
  serverSaid: 'Serveren sa: {reply}',
  others: 'Alt annet går videre.',
};
