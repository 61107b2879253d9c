export const en = {
  outbox: 'Outbox',
  text: 'Messages that this machine’s own mail server accepted. They stay here: nothing of them was delivered to anybody.',
  to: 'To',
  from: 'From',
  subject: 'Subject',
  received: 'Accepted',
  searchHint: 'Address or subject',
  noneYet: 'Nothing in the outbox',
  noneYetText: 'Choose the local outbox as a campaign’s sending account, and each message it sends can be read here.',
  messageTo: 'Message to {to}',
  plainText: 'Plain text',
  headers: 'Headers',
} as const;
