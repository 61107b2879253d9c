export const en = {
  notes: 'Notes',
  notesText: 'For your colleagues; recipients never see them.',
  note: 'New note',
  write: 'Write it down',
  removeNote: 'Remove this note',
  removeTitle: 'Remove this note?',
  removeText: 'It is gone for everybody and cannot be brought back.',
} as const;
