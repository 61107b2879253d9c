import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  arrived: 'wysłane: {sent}, nieudane: {failed}',
  line_failed: '{to}: nie udało się',
  line_unknown: '{to}: nie wiadomo, czy dotarła',
  line_dropped: '{to}: nie wysłano',
  line_deferred: '{to}: czeka',
  nextTry: 'następna próba {time}',
  unknown_one: '{count} niepewna',
  unknown_few: '{count} niepewne',
  unknown_many: '{count} niepewnych',
  waiting_one: '{count} czeka',
  waiting_few: '{count} czekają',
  waiting_many: '{count} czeka',
  paused: 'Test stoi: {reason}',
};
