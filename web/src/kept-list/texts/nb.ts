import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  moveUp: 'Flytt opp',
  moveDown: 'Flytt ned',
  archive: 'Arkiver',
  restore: 'Gjenopprett',
  archiveTitle: 'Arkivere «{name}»?',
  archiveAnyway: 'Arkiver likevel',
  stillUsed: 'Det nevnes fortsatt her. Det fortsetter som det er, men ikke noe nytt kan velges eller fylles ut:',
  segment: 'Segment',
  campaign: 'Kampanje',
  template: 'Mal',
  more_one: 'og {count} til',
  more_other: 'og {count} til',
};
