export const en = {
  text_one:
    'It should have started on {time}, when Fanfare was not running. {count} recipient still waits. What shall become of it?',
  text_other:
    'It should have started on {time}, when Fanfare was not running. {count} recipients still wait. What shall become of it?',
  lastDate:
    'It should have gone on {time}, when Fanfare was not running, and no later date follows. What shall become of it?',
  refused: 'It could not start on {time}. {reason} To correct that, give it up first.',
  sendNow: 'Send now',
  newTime: 'Choose another time',
  giveUp: 'Give it up',
  givenUp: 'Given up: nothing was sent, and the list can be edited again.',
  startsAt: 'Starts',
  schedule: 'Schedule',
} as const;
