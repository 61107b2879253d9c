import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  addAddressees: 'Legg til adressater',
  byRules: 'Velg med regler i stedet',
  quickAdd: 'Legg til en person, et firma eller et lead',
  quickAddHint: 'Finner noen som allerede er i databasen, og legger dem til kampanjen.',
  added: '{name} er lagt til kampanjen.',
  notThereYet: 'Ikke i databasen ennå?',
  createsNote: 'Lages i databasen, ikke i denne kampanjen.',
  newContact: 'Ny kontakt',
  newCompany: 'Nytt firma',
  newLead: 'Nytt lead',
  createInDatabase: 'Lag i databasen',
  createdTitle: '{name} er nå i databasen',
  createdText: 'Men ikke i denne kampanjen. Skal kampanjen gå dit også?',
  addToCampaign: 'Legg til kampanjen',
  leaveOut: 'La det være med det',
  byHandSoFar: 'Lagt til og fjernet for hånd så langt',
  show: 'Vis',
  showAll: 'Alle',
  showContacts: 'Kontakter',
  showCompanies: 'Firmaer',
  showLeads: 'Leads',
};
