import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  arrived: 'envoyés : {sent}, échecs : {failed}',
  line_failed: '{to} : échec',
  line_unknown: '{to} : nul ne sait s’il est arrivé',
  line_dropped: '{to} : pas envoyé',
  line_deferred: '{to} : attend',
  nextTry: 'prochain essai {time}',
  unknown_one: '{count} incertain',
  unknown_other: '{count} incertains',
  waiting_one: '{count} en attente',
  waiting_other: '{count} en attente',
  paused: 'Le test est arrêté : {reason}',
};
