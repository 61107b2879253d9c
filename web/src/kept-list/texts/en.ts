export const en = {
  moveUp: 'Move up',
  moveDown: 'Move down',
  archive: 'Archive',
  restore: 'Restore',
  archiveTitle: 'Archive “{name}”?',
  archiveAnyway: 'Archive all the same',
  stillUsed: 'It is still named here. That goes on as it is, but nothing new can be chosen or filled in:',
  segment: 'Segment',
  campaign: 'Campaign',
  template: 'Template',
  more_one: 'and {count} more',
  more_other: 'and {count} more',
} as const;
