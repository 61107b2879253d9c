import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  away: 'Når du er borte',
  awayText:
    'Noen gjør arbeidet ditt imens: meldinger som ville vært fra deg, er fra stedfortrederen, svar når ham, og nytt arbeid går til ham.',
  from: 'Første dag borte',
  until: 'Siste dag borte',
  standIn: 'Stedfortreder',
  standInHint: 'Etter firmaets tidssone, begge dager medregnet.',
  back: 'Jeg er her',
  backDone: 'Meldinger og arbeid er dine igjen',
};
