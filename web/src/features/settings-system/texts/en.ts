export const en = {
  api: 'API',
  apiText: 'Whatever can be done here, a program can do too: this interface uses nothing else.',
  document: 'The description of the API',
  documentText: 'Every operation with its fields, answers and errors, made from the running version.',
  browse: 'Read and try out',
  openApi: 'OpenAPI 3.1 (JSON)',
  tryIt: 'A first call',
  tryItText:
    'A program signs in as a user with /api/sign-in and keeps the cookie; it may do what that user may do. Calls that change something carry the header x-fanfare: 1.',
  workers: 'Workers',
  workersText:
    'The processes that make lists and send. Start more, on any computer, to send faster; if one dies, the others take over.',
  host: 'Computer',
  process: 'Process',
  state: 'State',
  idle: 'Waiting for work',
  sending_one: 'Sending: {count} batch in hand',
  sending_other: 'Sending: {count} batches in hand',
  since: 'Running since',
  heardOf: 'Last heard of',
  noWorkers: 'No worker is running',
  noWorkersText: 'Nothing is sent until one is started. Start one on the server with',
  restoredTitle: 'Nothing is sent: the database is older than what was sent',
  restoredText:
    'The worker on {host} remembers a later state, so this looks like a restored backup. Whatever was sent since the backup is not in it, and would be sent again. All campaigns are paused.',
  strangerTitle: 'Nothing is sent: no worker knows this database',
  strangerText:
    'The worker on {host} has never sent for it, and no other worker is running that has. After moving to a new computer this is to be expected; with an old copy of the database it is not.',
  waits_database_full: 'Waiting: the database’s disk is full',
  waits_folder_full: 'Waiting: its disk is full',
  databaseFullTitle: 'Nothing is sent: the disk of the database is full',
  folderFullTitle: 'A worker sends nothing: its disk is full',
  databaseFullText:
    'Make room on it. Nothing is lost, and sending goes on by itself within seconds. Found by the worker on {host}.',
  folderFullText:
    'The disk of the data folder on {host} is full, and without its journal the worker hands nothing over. Make room; it goes on by itself within seconds.',
  vouch: 'This is the right database',
  vouchQuestion: 'Go on with this database?',
  vouchText:
    'Only if you know that nothing was sent since this copy was made, or what. Paused campaigns stay paused; resume each when you have looked at it.',
  vouched: 'Sending may go on. Resume the campaigns one by one.',
  vouchAsk: 'An administrator can release it here.',
  clock: 'Clock',
  clockRight: 'Right',
  clockAhead: '{time} ahead',
  clockBehind: '{time} behind',
  clockTitle: 'The clock of {host} is wrong: {off}',
  clockText:
    'Sending goes by the database’s clock, so nothing is sent at a wrong time. Set the clock of that computer all the same: its log and the Date of its messages go by it.',
} as const;
