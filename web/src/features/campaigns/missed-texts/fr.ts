import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Qui ne l’a pas reçu',
  text: 'Choisissez qui reprendre dans une nouvelle liste. Consentements et adresses sont revérifiés ; personne ne le reçoit deux fois par deux listes.',
  unknown: 'On ignore si {count} autres sont arrivés.',
  decideThere: 'Décidez-en dans le journal',
  otherChannel:
    'Par un autre canal : ajoutez une action pour le même groupe et choisissez « Ceux qu’elle n’a pas atteints » sous Qui.',
  addAction: 'Vers les actions',
  failedHint: 'Il n’a pas pu être remis.',
  bouncedHint: 'Il a été accepté puis renvoyé.',
  droppedHint: 'Il n’est pas parti après le début, pour une raison de notre côté.',
  unopenedHint: 'Il est arrivé, pouvait signaler l’ouverture, et n’a pas été ouvert.',
  failed: 'Échoués ({count})',
  bounced: 'Renvoyés ({count})',
  dropped: 'Écartés après le début ({count})',
  unopened: 'Non ouverts ({count})',
  joinedTitle: 'Ajoutés depuis',
  joined: 'Ou ceux qui se sont ajoutés à l’audience depuis l’envoi : {count}. Personne qui y était déjà.',
  fetchJoined: 'Faire leur liste',
  fetch: 'Reprendre {count}',
};
