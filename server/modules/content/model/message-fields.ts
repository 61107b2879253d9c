import type { FieldKind } from './liquid/names.ts';

/** Written by us where a signed token belongs; an author cannot name it. */
export const TOKEN = ' token';

/** The fields that come from the message itself; their values stand before the gathered ones, in this order. */
export const MESSAGE_FIELDS = [
  'unsubscribe_url',
  'view_url',
  'answer_yes_url',
  'answer_no_url',
  'answer_maybe_url',
  'calendar_url',
  'offer_url',
  'invoice_url',
  'direct_link_url',
  'sender.name',
  'campaign.name',
  TOKEN,
] as const;

/** Where the token stands among the values. */
export const TOKEN_SLOT = MESSAGE_FIELDS.indexOf(TOKEN);

export interface MessageValues {
  unsubscribeUrl: string;
  viewUrl: string;
  /** Where an invitation is answered; each answer and the calendar file lie below it. */
  answerUrl: string;
  /** Where the offer is read and answered. */
  offerUrl: string;
  /** Where the invoice is read. */
  invoiceUrl: string;
  /** The personal link of the action, wherever that leads. */
  directLinkUrl: string;
  senderName: string;
  campaignName: string;
  token: string;
}

/** Which fields of a message are made of each of its addresses. */
const OF_ADDRESS = {
  unsubscribe: ['unsubscribe_url'],
  view: ['view_url'],
  answer: ['answer_yes_url', 'answer_no_url', 'answer_maybe_url', 'calendar_url'],
  offer: ['offer_url'],
  invoice: ['invoice_url'],
  direct: ['direct_link_url'],
} as const satisfies Record<string, readonly (typeof MESSAGE_FIELDS)[number][]>;

export type MessageAddress = keyof typeof OF_ADDRESS;

/** What the texts that name these fields need of a message, so that nothing else is made for each recipient. */
export const needsOf = (named: ReadonlySet<string>): { addresses: ReadonlySet<MessageAddress>; token: boolean } => {
  const all = Object.keys(OF_ADDRESS) as MessageAddress[];
  const addresses = new Set(all.filter((address) => OF_ADDRESS[address].some((field) => named.has(field))));
  return { addresses, token: named.has(TOKEN) || addresses.size > 0 };
};

const TEXT: FieldKind = { type: 'text', currency: null };

/** Every field a message may name: those of the message and those of the recipient. */
export const withMessageFields = (fields: ReadonlyMap<string, FieldKind>): Map<string, FieldKind> =>
  new Map([...MESSAGE_FIELDS.map((name) => [name, TEXT] as const), ...fields]);

/** The values of one message in the order of the slots. */
export const slotValues = (message: MessageValues, gathered: readonly (string | null)[]): (string | null)[] => [
  message.unsubscribeUrl,
  message.viewUrl,
  `${message.answerUrl}/yes`,
  `${message.answerUrl}/no`,
  `${message.answerUrl}/maybe`,
  `${message.answerUrl}/calendar.ics`,
  message.offerUrl,
  message.invoiceUrl,
  message.directLinkUrl,
  message.senderName,
  message.campaignName,
  message.token,
  ...gathered,
];
