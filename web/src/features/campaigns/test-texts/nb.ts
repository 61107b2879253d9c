import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  arrived: '{sent} sendt, {failed} mislyktes',
  line_failed: '{to}: mislyktes',
  line_unknown: '{to}: ingen vet om den kom frem',
  line_dropped: '{to}: ikke sendt',
  line_deferred: '{to}: venter',
  nextTry: 'neste forsøk {time}',
  unknown_one: '{count} uavklart',
  unknown_other: '{count} uavklarte',
  waiting_one: '{count} venter',
  waiting_other: '{count} venter',
  paused: 'Testen står stille: {reason}',
};
