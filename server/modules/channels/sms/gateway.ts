import type { SmsCount } from '../../../../contract/sms-text.ts';
import type { AccountTrouble, Outcome } from '../channel.ts';

/** A message as a gateway is given it. */
export interface SmsToHand {
  no: number;
  /** E.164. */
  to: string;
  text: string;
  counted: SmsCount;
  /** Over all attempts the same. */
  messageId: string;
  reference: number;
}

/** How it went: the outcome, or the account's trouble, and what the gateway calls the parts that it took. */
export interface Handed {
  outcome: Outcome | null;
  trouble: AccountTrouble | null;
  taken: { partNo: number; gatewayId: string }[];
  /** Parts taken without a name too. */
  accepted: number;
}

/** Called synchronously right before the first byte that lets the gateway take the message. */
export type AboutToHandOver = () => boolean;

/** Through what SMS of one account go out. */
export interface Gateway {
  /** How many are handed over at once. */
  readonly atOnce: number;
  hand(message: SmsToHand, aboutToHandOver: AboutToHandOver): Promise<Handed>;
  close(): Promise<void>;
}

export const NOT_HANDED: Handed = { outcome: null, trouble: null, taken: [], accepted: 0 };
export const untouched = (reason: string): Handed => ({ ...NOT_HANDED, outcome: { state: 'untouched', reason } });
