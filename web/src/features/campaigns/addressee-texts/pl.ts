import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  addAddressees: 'Dodaj adresatów',
  byRules: 'Wybierz zamiast tego regułami',
  quickAdd: 'Dodaj osobę, firmę lub leada',
  quickAddHint: 'Znajduje tych, którzy już są w bazie, i dodaje ich do tej kampanii.',
  added: 'Dodano do kampanii: {name}.',
  notThereYet: 'Nie ma jeszcze w bazie?',
  createsNote: 'Tworzy w bazie, nie w tej kampanii.',
  newContact: 'Nowy kontakt',
  newCompany: 'Nowa firma',
  newLead: 'Nowy lead',
  createInDatabase: 'Utwórz w bazie',
  createdTitle: '{name}: jest teraz w bazie',
  createdText: 'Ale nie w tej kampanii. Czy kampania ma objąć także ten rekord?',
  addToCampaign: 'Dodaj do kampanii',
  leaveOut: 'Zostaw tak',
  byHandSoFar: 'Dotąd dodani i usunięci ręcznie',
  show: 'Pokaż',
  showAll: 'Wszyscy',
  showContacts: 'Kontakty',
  showCompanies: 'Firmy',
  showLeads: 'Leady',
};
