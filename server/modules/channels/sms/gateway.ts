import type { SmsCount } from '../../../../contract/sms-text.ts';
import type { AccountTrouble, Outcome } from '../channel.ts';
import type { Verdict } from './model/classify-status.ts';

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

/** What is asked and told about messages that are given together. */
export interface Handing {
  /** Whose they are: sharers of a gateway take turns. */
  sharer: string;
  /** Asked before anything is done for a message. */
  wanted(message: SmsToHand): boolean;
  /** Called synchronously right before the first byte that lets the gateway take these; only those that it answers, by number, may go. */
  aboutToHandOver(messages: readonly SmsToHand[]): ReadonlySet<number>;
  /** Once at most. */
  settle(message: SmsToHand, handed: Handed): void;
}

/** Through what SMS of one account go out. */
export interface Gateway {
  /** Every message is settled when this resolves, or it tells the account's trouble: what is not settled then was not handed over. */
  handOver(messages: readonly SmsToHand[], handing: Handing): Promise<AccountTrouble | null>;
  close(): Promise<void>;
}

export const NOT_HANDED: Handed = { outcome: null, trouble: null, taken: [], accepted: 0 };
export const untouched = (reason: string): Handed => ({ ...NOT_HANDED, outcome: { state: 'untouched', reason } });

/** What was not taken. Whom an account's trouble hit was not judged. */
export const judged = (verdict: Verdict): Handed =>
  'trouble' in verdict
    ? { ...untouched(verdict.trouble.reason), trouble: verdict.trouble }
    : { ...NOT_HANDED, outcome: verdict.outcome };
