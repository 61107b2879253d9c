import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  allManagers: 'Alle kundeansvarlige',
  accountManager: 'Kundeansvarlig',
  allKinds: 'Alle slag',
  allTypes: 'Alle typer',
  kind: 'Slag',
  from: 'Pågår fra',
  until: 'Pågår til',
  withPeople: 'Kampanjer og mennesker',
  kind_one_off: 'Engangs',
  kind_multi_stage: 'I trinn',
  kind_sequential: 'Løp etter hverandre',
  kind_parallel: 'Løp side om side',
};
