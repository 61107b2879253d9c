export const en = {
  between: 'through between {from} and {until}',
  about: 'through at about {time}',
  never: 'not all of it before it is given up',
  basis_now: 'By how fast it goes now: {slow} to {fast} messages a second.',
  basis_history: 'By how fast earlier distributions from this account went: {slow} to {fast} messages a second.',
  basis_limit: 'By the limit of the sending account: {slow} to {fast} messages a second.',
  basis_guess:
    'Nothing much was ever sent from this account, so this is a wide guess. After the first distribution it is a narrow one.',
  queue_one: '{count} message of another distribution on the same account is counted in.',
  queue_other: '{count} messages of other distributions on the same account are counted in.',
  goes_on_one: '{count} may not leave before its hours end; it goes on at the next opening.',
  goes_on_other: '{count} may not leave before their hours end; they go on at the next opening.',
  expires_one: '{count} may be given up on {time} without having left. Widen the hours, or let it try longer.',
  expires_other: '{count} may be given up on {time} without having left. Widen the hours, or let it try longer.',
  campaign_ends: 'It may not be through when the campaign ends. Start earlier, or move the end.',
  title: 'How long it takes',
  text: 'Counted from the number of recipients, the hours, the pace and what is ahead.',
} as const;
