import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Etapy sprzedaży',
  text: 'Etapy, przez które przechodzi transakcja, w kolejności, i ile ze stu w każdym kończy się wygraną.',
  stage: 'Etap {place}',
  chance: 'Wygrane na sto',
  add: 'Dodaj etap',
  remove: 'Usuń: {name}',
  up: 'Przesuń w górę: {name}',
  down: 'Przesuń w dół: {name}',
  dealsSaid_one: '{count} transakcja',
  dealsSaid_few: '{count} transakcje',
  dealsSaid_many: '{count} transakcji',
};
