import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import { addressKeysOf } from '../crm/index.ts';
import { findOptOuts, type Leaver, liftOptOutsOfLine, type OptOutRow, optOut } from './opt-out.store.ts';
import { isSuppressedForAll, liftSuppressionsOfLine, suppress } from './suppression.store.ts';

export type LeaveChoice = 'campaign' | 'topic' | 'everything';

/** The line through whose link somebody leaves. */
export interface LeavingLine extends Leaver {
  /** `run.no` */
  line: string;
  channel: string;
  campaignId: string;
  topicId: string | null;
}

export interface Leaving {
  from: LeavingLine;
  choice: LeaveChoice;
  source: string;
  evidence: Record<string, unknown>;
  at: Date;
}

const rowsOf = ({ from, choice, source, evidence, at }: Leaving): OptOutRow[] => {
  const { line, partyKind, partyId, addressKey, channel, campaignId, topicId } = from;
  const row = { partyKind, partyId, addressKey, source, evidence: { ...evidence, line }, recordedBy: null, at };
  const campaign = { ...row, subject: { campaignId }, channel: 'all' };
  return choice === 'campaign' || topicId === null ? [campaign] : [campaign, { ...row, subject: { topicId }, channel }];
};

/**
 * Leaves the campaign on every channel; with `topic` also its topic on this channel, with `everything` also all marketing to
 * every address and number of the party. Doing it twice is doing it once.
 */
export const leave = async (tx: Tx, ids: Ids, leaving: Leaving): Promise<void> => {
  const { from, choice, evidence, at } = leaving;
  await optOut(tx, rowsOf(leaving));
  if (choice !== 'everything') return;
  const rows = (await addressesOf(tx, from)).map((value) => ({
    kind: value.includes('@') ? ('address' as const) : ('number' as const),
    value,
    channel: 'all',
    purposeClass: 'marketing' as const,
    reason: 'unsubscribed' as const,
    note: '',
    evidence: { ...evidence, line: from.line },
    recordedBy: null,
    at,
  }));
  await suppress(tx, ids, rows);
};

/** The one he was written to, and every other he has: “everything” is said by a person, not by a mailbox. */
const addressesOf = async (tx: Tx, { partyKind, partyId, addressKey }: Leaver): Promise<string[]> => {
  const own = await addressKeysOf(tx, { kind: partyKind, id: partyId });
  return [...new Set([...(addressKey === '' ? [] : [addressKey]), ...own])];
};

/** Takes back what was left through this very line, and nothing else; answers whether there was anything. */
export const comeBack = async (tx: Tx, from: LeavingLine, at: Date): Promise<boolean> => {
  const optOuts = await liftOptOutsOfLine(tx, from.partyId, from.line, at);
  const suppressions = await liftSuppressionsOfLine(tx, await addressesOf(tx, from), from.line, at);
  return optOuts || suppressions;
};

/** The widest thing this person has left of what the line offers, or null. */
export const hasLeft = async (db: Db, from: LeavingLine): Promise<LeaveChoice | null> => {
  if (from.addressKey !== '' && (await isSuppressedForAll(db, from.addressKey))) return 'everything';
  const left = await findOptOuts(db, from);
  const topic = left.some(
    (o) => o.topicId !== null && o.topicId === from.topicId && ['all', from.channel].includes(o.channel),
  );
  if (topic) return 'topic';
  return left.some((o) => o.campaignId === from.campaignId) ? 'campaign' : null;
};
