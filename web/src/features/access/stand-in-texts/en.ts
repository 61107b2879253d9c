export const en = {
  away: 'When you are away',
  awayText:
    'Somebody does your work meanwhile: messages that would be from you are from your stand-in, answers reach him, and new work goes to him.',
  from: 'First day away',
  until: 'Last day away',
  standIn: 'Stand-in',
  standInHint: 'On the days of the company’s time zone, both included.',
  back: 'I am there',
  backDone: 'Messages and work are yours again',
} as const;
