import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../platform/database/open-database.ts';
import { passGate } from '../consent/index.ts';
import { findAssetless } from '../content/index.ts';
import type { Batch, Outgoing, Permitted } from './batch.ts';
import type { Bench } from './bench.ts';
import { findMergedLines, formerMessageIds, type Intended, type NewIntent, standingIntents } from './intent.store.ts';
import type { Room } from './intent-room.ts';
import type { DueLine } from './line.store.ts';
import type { LiveRun } from './live-run.ts';
import { messageIdOf } from './model/message-id.ts';
import { appendOutcomes, isOvertaken, type NewOutcome, writeOutcomes } from './outcome.store.ts';
import { outcomesOf, type Taken } from './outcome-recorder.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/**
 * Commits the intents of a batch under the gate lock, after reading again what may forbid them: pause and stop, the lease,
 * opt-out, suppression, consent, erasure, a changed address. The merge values are read in the same breath. Answers what may be handed
 * over. Once this committed, a crash leaves these lines to be settled by the journal, never to be planned again blindly.
 */
export const intend = async (
  bench: Bench,
  batch: Batch,
  permitted: readonly Permitted[],
  room: Room,
): Promise<Outgoing[]> => {
  const intents = await intentsOf(bench, batch, permitted).catch((error) => {
    stillUntold(room);
    throw error;
  });
  const intended = await commit(bench, batch, intents, room);
  const nos = permitted.map(({ line }) => line.no);
  const tokens = bench.tokensOf(batch.run.row.id, nos);
  const outgoing: Outgoing[] = [];
  for (const [i, { line, account }] of permitted.entries()) {
    const values = intended.get(line.no);
    if (!values) continue;
    const { attemptNo, messageId, sender } = intents[i]!;
    const { no, address, addressKey, language, tracked } = line;
    const token = tokens[i]!;
    const parcel = { no, address, addressKey, language, messageId, token, values, tracked, sender };
    outgoing.push({ line, account, attemptNo, parcel });
  }
  return outgoing;
};

const intentsOf = async (bench: Bench, { run }: Batch, permitted: readonly Permitted[]): Promise<NewIntent[]> => {
  const lines = permitted.map(({ line }) => line);
  const senders = await bench.sendersOf(bench.db, run.row.terms, lines);
  const messageIds = await messageIdsOf(bench, run, lines);
  return permitted.map(({ line, account }, i) => ({
    line,
    attemptNo: line.attempts + 1,
    messageId: messageIds[i]!,
    sendingAccountId: account.id,
    sender: senders[i] ?? null,
  }));
};

/** What was tried before keeps the Message-ID it had. */
const messageIdsOf = async (
  bench: Bench,
  { row, messageDomain }: LiveRun,
  lines: readonly DueLine[],
): Promise<string[]> => {
  const chains = lines.map(({ chainRun, chainNo }) => ({ runId: chainRun, no: chainNo }));
  const signatures = bench.signMessageIds(chains);
  const tried = lines.filter(({ attempts, chainRun }) => attempts > 0 || chainRun !== row.id);
  const former = tried.length > 0 ? await formerMessageIds(bench.db, tried) : NONE;
  return chains.map((chain, i) => former.get(lines[i]!.no) ?? messageIdOf(chain, signatures[i]!, messageDomain));
};

const NONE: ReadonlyMap<number, string> = new Map();

const commit = async (bench: Bench, batch: Batch, intents: readonly NewIntent[], room: Room): Promise<Intended> => {
  const { before, stay } = room;
  try {
    const intended = await bench.db.transaction().execute((tx) => write(bench, batch, tx, intents, before));
    stay.alone();
    before?.told();
    return intended;
  } catch (error) {
    const told = stillUntold(room);
    if (before !== null && isOvertaken(error)) {
      // Both may not stand in the database at once.
      await told;
      return commit(bench, batch, intents, { before: null, stay });
    }
    bench.logger.warn({ err: error, run: batch.run.row.id }, 'intents could not be committed, reading what stands');
    const standing = await whatStands(bench, batch, intents);
    if (standing.size === 0) throw error;
    return standing;
  }
};

/** They are told by themselves, and keep their places until then. */
const stillUntold = async ({ before, stay }: Room): Promise<void> => {
  stay.alone();
  await before?.untold();
};

/**
 * The commit's answer may have been lost: what stands in the table was committed, and nothing else. Asked until the database says so,
 * because an intent of a living worker is nobody else's to settle.
 */
const whatStands = async (bench: Bench, batch: Batch, intents: readonly NewIntent[]): Promise<Intended> => {
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(LONGEST_RETRY_MS, wait * 2)) {
    try {
      return await standingIntents(bench.db, batch.held.lease, bench.workerId, intents);
    } catch (error) {
      bench.logger.warn({ err: error, run: batch.run.row.id }, 'what stands could not be read, trying again');
      await sleep(wait);
    }
  }
};

const write = async (
  bench: Bench,
  batch: Batch,
  tx: Tx,
  intents: readonly NewIntent[],
  before: Taken | null,
): Promise<Intended> => {
  // The gate's lock comes before the chunk's, as everywhere.
  await passGate(tx);
  if (before !== null) await writeOutcomes(tx, batch.run.row.id, outcomesOf(before.group));
  const plainly = await batch.run.intend.plainly(tx, batch.held.lease, bench.workerId, intents);
  if (plainly === null || plainly.size === intents.length) return plainly ?? new Map();
  const rest = intents.filter(({ line }) => !plainly.has(line.no));
  return new Map([...plainly, ...(await writeJudged(bench, batch, tx, rest))]);
};

/** Those whom a glance did not let through: the gates themselves say who is dropped. */
const writeJudged = async (
  bench: Bench,
  { run, held }: Batch,
  tx: Tx,
  intents: readonly NewIntent[],
): Promise<Intended> => {
  const lines = intents.map(({ line }) => line);
  const refused = run.row.mode === 'test' ? new Map() : new Map(await bench.refusedNow(tx, run.row.terms.gate, lines));
  if (run.row.mode !== 'test')
    for (const [no, reason] of await findAssetless(tx, lines))
      if (!refused.has(no)) refused.set(no, { reason, seen: '' });
  const merged = await findMergedLines(tx, run.row.id);
  for (const { no } of lines) if (merged.has(no)) refused.set(no, { reason: 'already_in_campaign', seen: '' });
  await appendOutcomes(
    tx,
    run.row.id,
    [...refused].map(([no, refusal]) => droppedAs(no, refusal)),
  );
  const going = intents.filter(({ line }) => !refused.has(line.no));
  return (going.length > 0 && (await run.intend.judged(tx, held.lease, bench.workerId, going))) || new Map();
};

const droppedAs = (no: number, { reason, seen }: { reason: string; seen: string }): NewOutcome => ({
  no,
  attemptNo: null,
  state: 'dropped',
  reason,
  reply: seen,
  retryInSeconds: null,
});
