import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Liens',
  text: 'Chaque lien est appelé une fois, comme le ferait le navigateur d’un destinataire. Les liens qui contiennent un champ sont laissés de côté.',
  try: 'Essayer les liens',
  tryAgain: 'Réessayer',
  none: 'Il n’y a pas de lien à essayer.',
  allAnswer_one: 'Le seul lien répond.',
  allAnswer_other: 'Les {count} liens répondent tous.',
  ok: 'Répond',
  moved: 'Déplacé',
  not_found: 'Introuvable',
  refused: 'Refusé',
  unreachable: 'Sans réponse',
  insecure: 'Non sûr',
  inside: 'Non public',
  untried: 'Pas essayé',
  movedHint: 'Il mène à {at}. Écrivez cette adresse tant que l’ancienne y mène encore.',
  not_foundHint: 'Le serveur ne connaît pas cette page. Corrigez l’adresse.',
  refusedHint: 'Le serveur répond {status}. Ouvrez le lien vous-même : il peut fonctionner pour les gens.',
  unreachableHint: 'Aucun serveur n’y répond. Corrigez l’adresse, ou réessayez plus tard.',
  insecureHint:
    'Le certificat du serveur n’est pas valide : les navigateurs avertissent avant d’ouvrir la page. Renouvelez-le, ou indiquez une autre adresse.',
  insideHint: 'L’adresse est de votre propre réseau, ou de personne. Les destinataires ne l’atteignent pas.',
  untriedHint: 'Le temps a manqué. Réessayez.',
};
