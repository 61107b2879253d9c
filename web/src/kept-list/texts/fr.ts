import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  moveUp: 'Monter',
  moveDown: 'Descendre',
  archive: 'Archiver',
  restore: 'Rétablir',
  archiveTitle: 'Archiver « {name} » ?',
  archiveAnyway: 'Archiver quand même',
  stillUsed: 'Il est encore cité ici. Cela continue tel quel, mais rien de nouveau ne pourra être choisi ni rempli :',
  segment: 'Segment',
  campaign: 'Campagne',
  template: 'Modèle',
  more_one: 'et {count} de plus',
  more_other: 'et {count} de plus',
};
