export const en = {
  today: 'Today',
  todaySaid: '{used} of {limit} sent, {left} left',
  warmUpDay: 'Day {day} of the warm-up.',
  waitsUntil: 'until {time}',
  wait_account: 'Everything',
  wait_provider: 'To {name}',
  wait_domain: 'To {name}',
  whyLimit: 'The account’s own limit is reached',
  serverSaid: 'The server said: {reply}',
  others: 'Everything else goes on.',
} as const;
