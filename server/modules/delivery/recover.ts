import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Outcome } from '../channels/index.ts';
import { type DeadJournal, findDeadJournals } from './dead-journals.ts';
import { outcomeRow } from './hand-over.ts';
import { findUnsettled, releaseAttempts, type UnsettledIntent } from './line.store.ts';
import { consequencesOf } from './model/consequences.ts';
import { keyText, settleFromJournal } from './model/journal.ts';
import { appendOutcomes } from './outcome.store.ts';
import { bearConsequences, type SuppressGone } from './outcome-recorder.ts';
import { signOffWorker } from './worker.store.ts';

interface Needs {
  db: Db;
  logger: Logger;
  suppressGone: SuppressGone;
}

/** Settles what dead processes of this host left open, from their journals; their chunks are free again at once. */
export const settleDeadWorkers = async (needs: Needs, folder: string): Promise<number> => {
  let settled = 0;
  for (const journal of await findDeadJournals(folder)) {
    settled += await settleJournal(needs, journal);
  }
  return settled;
};

const settleJournal = async (needs: Needs, journal: DeadJournal): Promise<number> => {
  const { db, logger } = needs;
  const { workerId } = journal;
  const intents = await findUnsettled(db, workerId);
  const found = await journal.read(new Set(intents.map(keyText)));
  if (found === null) return 0;
  const { entries, unreadable } = found;
  if (unreadable > 0) logger.warn({ worker: workerId, unreadable }, 'a journal has damaged records');
  await settleIntents(needs, intents, (intent) => settleFromJournal(entries.get(keyText(intent))));
  await signOffWorker(db, workerId);
  journal.remove();
  logger.info({ worker: workerId, intents: intents.length }, 'settled what a dead worker left open');
  return intents.length;
};

/** Intents whose journal is lost with its host: ten minutes after their lease ended nobody can know any more. */
export const settleLostHosts = async (needs: Needs): Promise<number> => {
  const { db, logger } = needs;
  const intents = await findUnsettled(db, null);
  await settleIntents(needs, intents, () => ({ state: 'unknown', reason: 'worker_lost', reply: '' }));
  if (intents.length > 0) logger.warn({ intents: intents.length }, 'intents of a lost worker are unknown now');
  return intents.length;
};

/** With all that follows from an outcome, as if the worker that heard it had lived to tell. */
const settleIntents = async (
  { db, suppressGone }: Needs,
  intents: readonly UnsettledIntent[],
  outcomeOf: (intent: UnsettledIntent) => Outcome,
): Promise<void> => {
  for (const runId of new Set(intents.map((intent) => intent.runId))) {
    const group = intents
      .filter((intent) => intent.runId === runId)
      .map((intent) => settledAs(intent, outcomeOf(intent)));
    await db.transaction().execute(async (tx) => {
      await bearConsequences(tx, suppressGone, group);
      await appendOutcomes(
        tx,
        runId,
        group.flatMap(({ row }) => row ?? []),
      );
      await releaseAttempts(
        tx,
        runId,
        group.filter(({ row }) => row === null),
      );
    });
  }
};

const settledAs = ({ no, attemptNo, addressKey, tries }: UnsettledIntent, outcome: Outcome) => ({
  no,
  attemptNo,
  row: outcomeRow(no, attemptNo, outcome, tries + 1),
  ...consequencesOf(addressKey, outcome),
});
