export interface Refusal {
  code: number;
  text: string;
}

/** What the outbox refuses, by the first word of the address: the everyday faults of real mail servers, for demonstrations. */
const REFUSALS: Record<string, Refusal> = {
  bounce: { code: 550, text: '5.1.1 no such mailbox' },
  full: { code: 552, text: '5.2.2 mailbox full' },
  greylist: { code: 451, text: '4.7.1 greylisted, try again later' },
  blocked: { code: 554, text: '5.7.1 refused by policy' },
};

export const refusalOf = (address: string): Refusal | null => {
  const word = address.toLowerCase().split(/[+@]/)[0] ?? '';
  return REFUSALS[word] ?? null;
};
