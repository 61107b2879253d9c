import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  allManagers: 'Wszyscy opiekunowie',
  accountManager: 'Opiekun',
  allKinds: 'Wszystkie rodzaje',
  allTypes: 'Wszystkie typy',
  kind: 'Rodzaj',
  from: 'W toku od',
  until: 'W toku do',
  withPeople: 'Kampanie i ludzie',
  kind_one_off: 'Jednorazowa',
  kind_multi_stage: 'Wieloetapowa',
  kind_sequential: 'Ścieżki po kolei',
  kind_parallel: 'Ścieżki równoległe',
};
