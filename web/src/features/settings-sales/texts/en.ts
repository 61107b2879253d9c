export const en = {
  title: 'Sales stages',
  text: 'The stages a deal goes through, in their order, and how many of a hundred deals in each are won.',
  stage: 'Stage {place}',
  chance: 'Won of a hundred',
  add: 'Add a stage',
  remove: 'Remove {name}',
  up: 'Move {name} up',
  down: 'Move {name} down',
  dealsSaid_one: '{count} deal in it',
  dealsSaid_other: '{count} deals in it',
} as const;
