import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  addAddressees: 'Ajouter des destinataires',
  byRules: 'Choisir plutôt par des règles',
  quickAdd: 'Ajouter une personne, une entreprise ou un lead',
  quickAddHint: 'Trouve qui est déjà dans la base et l’ajoute à cette campagne.',
  added: 'Ajouté à cette campagne : {name}.',
  notThereYet: 'Pas encore dans la base ?',
  createsNote: 'Crée dans la base, pas dans cette campagne.',
  newContact: 'Nouveau contact',
  newCompany: 'Nouvelle entreprise',
  newLead: 'Nouveau lead',
  createInDatabase: 'Créer dans la base',
  createdTitle: '{name} est maintenant dans la base',
  createdText: 'Mais pas dans cette campagne. Faut-il l’y ajouter aussi ?',
  addToCampaign: 'Ajouter à cette campagne',
  leaveOut: 'En rester là',
  byHandSoFar: 'Ajoutés et retirés à la main jusqu’ici',
  show: 'Afficher',
  showAll: 'Tous',
  showContacts: 'Contacts',
  showCompanies: 'Entreprises',
  showLeads: 'Leads',
};
