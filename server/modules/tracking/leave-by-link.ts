import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import { comeBack, type LeaveChoice, type LeavingLine, leave, writeTrackingConsent } from '../consent/index.ts';
import type { TrackedLine } from './line-lookup.ts';
import type { LineKey } from './line-seal.ts';
import { recordEvents } from './record-events.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

export interface LeavingByLink {
  key: LineKey;
  line: TrackedLine;
  choice: LeaveChoice;
  /** The page's form, or a mail client's one click (RFC 8058). */
  by: 'page' | 'one_click';
}

export const leavingLine = (key: LineKey, line: TrackedLine): LeavingLine => ({
  line: `${key.runId}.${key.no}`,
  partyKind: line.partyKind,
  partyId: line.partyId,
  addressKey: line.addressKey ?? '',
  channel: line.channel,
  campaignId: line.campaignId,
  topicId: line.topicId,
});

/** Whoever has the link may leave: the token is the right to. What is left and the fact that it was are written together. */
export const leaveByLink = async (
  { db, ids, clock }: Needs,
  { key, line, choice, by }: LeavingByLink,
): Promise<void> => {
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    await leave(tx, ids, { from: leavingLine(key, line), choice, source: `unsubscribe_${by}`, evidence: {}, at });
    await recordEvents(tx, [
      {
        ...key,
        eventId: `unsubscribed.${choice}`,
        kind: 'unsubscribed',
        actor: 'human',
        linkNo: null,
        at,
        evidence: { by, choice },
      },
    ]);
  });
};

/** “I clicked by mistake”: takes back what was left with this link. Answers whether there was anything. */
export const comeBackByLink = async ({ db, clock }: Needs, key: LineKey, line: TrackedLine): Promise<boolean> =>
  db.transaction().execute((tx) => comeBack(tx, leavingLine(key, line), clock.now()));

/** His opens and clicks are noticed no more, of messages he has already too. */
export const stopTrackingByLink = async (
  { db, clock }: Needs,
  { runId, no }: LineKey,
  line: TrackedLine,
): Promise<void> =>
  writeTrackingConsent(db, [{ kind: line.partyKind, id: line.partyId }], {
    decision: 'withdrawn',
    wording: '',
    source: 'unsubscribe_page',
    evidence: { line: `${runId}.${no}` },
    recordedBy: null,
    at: clock.now(),
  });
