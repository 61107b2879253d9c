import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  alsoTo: 'Kto jeszcze dostanie test',
  nobodyYet: 'Na razie nikt',
  editList: 'Edytuj listę',
  listTitle: 'Osoby, które dostają testy',
  listText:
    'Ta lista jest wspólna dla wszystkich. Testy nigdy nie są liczone, a tych osób nie szukamy wśród kontaktów.',
  name: 'Imię i nazwisko',
  email: 'E-mail',
  phone: 'Telefon',
  add: 'Dodaj',
  removeReader: 'Usuń z listy: {name}',
  noneListed: 'Na liście nie ma jeszcze nikogo.',
};
