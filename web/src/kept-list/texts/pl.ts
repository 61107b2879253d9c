import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  moveUp: 'W górę',
  moveDown: 'W dół',
  archive: 'Archiwizuj',
  restore: 'Przywróć',
  archiveTitle: 'Zarchiwizować „{name}”?',
  archiveAnyway: 'Zarchiwizuj mimo to',
  stillUsed: 'Nadal występuje tutaj. To działa dalej, ale niczego nowego nie da się już wybrać ani wypełnić:',
  segment: 'Segment',
  campaign: 'Kampania',
  template: 'Szablon',
  more_one: 'i jeszcze {count}',
  more_few: 'i jeszcze {count}',
  more_many: 'i jeszcze {count}',
};
