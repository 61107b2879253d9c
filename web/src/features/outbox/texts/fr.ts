import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  outbox: 'Boîte d’envoi',
  text: 'Messages acceptés par le serveur de messagerie de cette machine. Ils restent ici : rien n’a été remis à personne.',
  to: 'À',
  from: 'De',
  subject: 'Objet',
  received: 'Accepté',
  searchHint: 'Adresse ou objet',
  noneYet: 'La boîte d’envoi est vide',
  noneYetText:
    'Choisissez la boîte d’envoi locale comme compte d’envoi d’une campagne : chaque message pourra être lu ici.',
  messageTo: 'Message à {to}',
  plainText: 'Texte brut',
  headers: 'En-têtes',
};
