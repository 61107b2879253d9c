import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Tâches',
  text: 'Appels, tâches et rendez-vous, les plus urgents d’abord. Appuyez sur D sur une ligne pour la marquer comme faite.',
  subject: 'Objet',
  about: 'Concerne',
  type: 'Type',
  allTypes: 'Tous les types',
  responsible: 'Responsable',
  due: 'Échéance',
  state: 'État',
  campaign: 'Campagne',
  made: 'Créé',
  whose: 'À qui',
  mine: 'Les miennes',
  everybodys: 'Celles de tous',
  nobodys: 'Sans responsable',
  allStates: 'Tous les états',
  overdueOnly: 'En retard',
  noDue: 'Sans date',
  priority: 'Priorité',
  priority_high: 'Haute',
  priority_low: 'Basse',
  notCalled: 'Pas encore appelés',
  callDesk: 'Poste d’appel',
  searchHint: 'Chercher objet, texte, nom ou campagne',
  nothing: 'Rien à faire',
  nothingText:
    'Les tâches viennent des campagnes dont les pièces demandent du travail, ou s’ajoutent sur la page d’une personne, d’une entreprise ou d’un prospect.',
  done: 'Fait',
};
