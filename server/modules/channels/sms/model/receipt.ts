export type ReportState = 'delivered' | 'failed';

/** What a gateway tells of one part. */
export interface Report {
  gatewayId: string;
  number: string | null;
  state: ReportState;
  said: string;
}

/** MESSAGE_STATE of SMPP and the abbreviations of its receipts; on its way is no news. */
const STATES: Readonly<Record<string, ReportState>> = {
  2: 'delivered',
  3: 'failed',
  4: 'failed',
  5: 'failed',
  8: 'failed',
  9: 'failed',
  DELIVRD: 'delivered',
  EXPIRED: 'failed',
  DELETED: 'failed',
  UNDELIV: 'failed',
  REJECTD: 'failed',
  SKIPPED: 'failed',
};

interface Receipt {
  text: string;
  source: string;
  /** The parameters that newer gateways put beside the text. */
  receiptedId: string | null;
  messageState: number | null;
}

const told = (text: string, key: string): string | null =>
  new RegExp(`(?:^|\\s)${key}:\\s*(\\S+)`, 'i').exec(text)?.[1] ?? null;

/** The number as we write it; gateways leave out the plus. */
export const numberOf = (address: string): string | null => {
  const digits = address.replace(/^\+|^00/, '');
  return /^\d{6,15}$/.test(digits) ? `+${digits}` : null;
};

/** A delivery receipt (SMPP 3.4, appendix B), or null when it says nothing final. */
export const readReceipt = ({ text, source, receiptedId, messageState }: Receipt): Report | null => {
  const gatewayId = receiptedId || told(text, 'id');
  const state = STATES[String(messageState ?? '')] ?? STATES[(told(text, 'stat') ?? '').toUpperCase()];
  if (!gatewayId || state === undefined) return null;
  return { gatewayId, number: numberOf(source), state, said: text.slice(0, 300) };
};
