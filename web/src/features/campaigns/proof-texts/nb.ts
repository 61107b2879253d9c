import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  alsoTo: 'Kolleger som også får den',
  nobodyYet: 'Ingen ennå',
  editList: 'Rediger listen',
  listTitle: 'Kolleger som får tester',
  listText: 'Alle her deler denne listen. Tester teller aldri, og disse personene slås ikke opp blant kontaktene.',
  name: 'Navn',
  email: 'E-post',
  phone: 'Telefon',
  add: 'Legg til',
  removeReader: 'Ta {name} av listen',
  noneListed: 'Ingen står på listen ennå.',
};
