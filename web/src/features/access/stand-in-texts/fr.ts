import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  away: 'En votre absence',
  awayText:
    'Quelqu’un fait votre travail entre-temps : les messages qui seraient de vous viennent de votre remplaçant, les réponses lui parviennent et le nouveau travail lui revient.',
  from: 'Premier jour d’absence',
  until: 'Dernier jour d’absence',
  standIn: 'Remplaçant',
  standInHint: 'Selon le fuseau de l’entreprise, les deux jours compris.',
  back: 'Je suis là',
  backDone: 'Messages et travail vous reviennent',
};
