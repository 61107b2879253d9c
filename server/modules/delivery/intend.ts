import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../platform/database/open-database.ts';
import { passGate } from '../consent/index.ts';
import type { Batch, Outgoing } from './batch.ts';
import type { Bench } from './bench.ts';
import { allowIntents, insertAttempts, type NewAttempt, standingAttempts } from './line.store.ts';
import { appendOutcomes, type NewOutcome } from './outcome.store.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/**
 * Commits the intents of a batch under the gate lock, after reading again what may forbid them: pause and stop, the lease,
 * opt-out, suppression, consent, erasure, a changed address. Answers what may be handed over. Once this committed, a crash leaves these
 * lines to be settled by the journal, never to be planned again blindly.
 */
export const intend = async (bench: Bench, batch: Batch, outgoing: readonly Outgoing[]): Promise<Outgoing[]> => {
  if (outgoing.length === 0) return [];
  try {
    return await bench.db.transaction().execute((tx) => commitIntents(bench, batch, tx, outgoing));
  } catch (error) {
    bench.logger.warn({ err: error, run: batch.run.row.id }, 'intents could not be committed, reading what stands');
    const standing = await whatStands(bench, batch, outgoing);
    if (standing.length === 0) throw error;
    return standing;
  }
};

/**
 * The commit's answer may have been lost: what stands in the table was committed, and nothing else. Asked until the database says so,
 * because an intent of a living worker is nobody else's to settle.
 */
const whatStands = async (bench: Bench, batch: Batch, outgoing: readonly Outgoing[]): Promise<Outgoing[]> => {
  const attempts = outgoing.map(attemptOf);
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(LONGEST_RETRY_MS, wait * 2)) {
    try {
      const standing = await standingAttempts(bench.db, batch.held.lease, bench.workerId, attempts);
      return outgoing.filter(({ line }) => standing.has(line.no));
    } catch (error) {
      bench.logger.warn({ err: error, run: batch.run.row.id }, 'what stands could not be read, trying again');
      await sleep(wait);
    }
  }
};

const commitIntents = async (
  bench: Bench,
  { run, held }: Batch,
  tx: Tx,
  outgoing: readonly Outgoing[],
): Promise<Outgoing[]> => {
  const gateSeq = await passGate(tx);
  const merged = await allowIntents(tx, held.lease, bench.workerId);
  if (merged === null) return [];
  const refused =
    run.row.mode === 'test'
      ? new Map<number, { reason: string; seen: string }>()
      : await bench.refusedNow(
          tx,
          run.row.terms.gate,
          outgoing.map(({ line }) => line),
        );
  for (const no of merged) refused.set(no, { reason: 'already_in_campaign', seen: '' });
  const going = outgoing.filter(({ line }) => !refused.has(line.no));
  const mine = new Set(outgoing.map(({ line }) => line.no));
  const dropped = [...refused]
    .filter(([no]) => mine.has(no))
    .map(
      ([no, { reason, seen }]): NewOutcome => ({
        no,
        attemptNo: null,
        state: 'dropped',
        reason,
        reply: seen,
        retryInSeconds: null,
      }),
    );
  await appendOutcomes(tx, run.row.id, dropped);
  await insertAttempts(tx, held.lease, { workerId: bench.workerId, gateSeq }, going.map(attemptOf));
  return going;
};

const attemptOf = ({ line, attemptNo, parcel, account }: Outgoing): NewAttempt => ({
  no: line.no,
  attemptNo,
  messageId: parcel.messageId,
  sendingAccountId: account.id,
  slots: { values: parcel.values, sender: parcel.sender },
  tracked: parcel.tracked,
});
