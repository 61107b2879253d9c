import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  today: 'Aujourd’hui',
  todaySaid: '{used} envoyés sur {limit}, reste {left}',
  warmUpDay: 'Jour {day} de la montée en charge.',
  waitsUntil: 'jusqu’à {time}',
  wait_account: 'Tout',
  wait_provider: 'Vers {name}',
  wait_domain: 'Vers {name}',
  whyLimit: 'La limite propre au compte est atteinte',
  serverSaid: 'Le serveur a dit : {reply}',
  others: 'Le reste continue.',
};
