export const en = {
  text: 'Text',
  textHint: 'Up to 160 characters go as one SMS. Longer texts go as several, each of which costs.',
  preview: 'Preview',
  addStop: 'Add how to stop',
  parts_one: '{count} SMS',
  parts_other: '{count} SMS for each person',
  unitsGsm: '{units} characters of the plain alphabet, room for {left} more',
  unitsUcs: '{units} characters, room for {left} more: only 70 go in one SMS',
  manyParts: 'This text goes as {count} SMS to each person. Is it meant to be that long?',
  forced: 'Not in the plain alphabet: {characters}',
  forcedText:
    'For these characters the whole text is sent in the wide alphabet, with 70 characters to an SMS instead of 160.',
  plainChanges: 'Could stand instead: {changes}',
  forcedByField: 'From a merged field: {characters}',
  makePlain: 'Make it plain',
} as const;
