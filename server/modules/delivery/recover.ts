import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Outcome } from '../channels/index.ts';
import { type DeadJournal, findDeadJournals } from './dead-journals.ts';
import { outcomeRow } from './hand-over.ts';
import { findUnsettled, releaseAttempts, type UnsettledIntent } from './line.store.ts';
import { keyText, settleFromJournal } from './model/journal.ts';
import { appendOutcomes } from './outcome.store.ts';
import { signOffWorker } from './worker.store.ts';

interface Needs {
  db: Db;
  logger: Logger;
}

/** Settles what dead processes of this host left open, from their journals; their chunks are free again at once. */
export const settleDeadWorkers = async (needs: Needs, folder: string): Promise<number> => {
  let settled = 0;
  for (const journal of await findDeadJournals(folder)) {
    settled += await settleJournal(needs, journal);
  }
  return settled;
};

const settleJournal = async ({ db, logger }: Needs, journal: DeadJournal): Promise<number> => {
  const { workerId } = journal;
  const intents = await findUnsettled(db, workerId);
  const found = await journal.read(new Set(intents.map(keyText)));
  if (found === null) return 0;
  const { entries, unreadable } = found;
  if (unreadable > 0) logger.warn({ worker: workerId, unreadable }, 'a journal has damaged records');
  await settleIntents(db, intents, (intent) => settleFromJournal(entries.get(keyText(intent))));
  await signOffWorker(db, workerId);
  journal.remove();
  logger.info({ worker: workerId, intents: intents.length }, 'settled what a dead worker left open');
  return intents.length;
};

/** Intents whose journal is lost with its host: ten minutes after their lease ended nobody can know any more. */
export const settleLostHosts = async ({ db, logger }: Needs): Promise<number> => {
  const intents = await findUnsettled(db, null);
  await settleIntents(db, intents, () => ({ state: 'unknown', reason: 'worker_lost', reply: '' }));
  if (intents.length > 0) logger.warn({ intents: intents.length }, 'intents of a lost worker are unknown now');
  return intents.length;
};

const settleIntents = async (
  db: Db,
  intents: readonly UnsettledIntent[],
  outcomeOf: (intent: UnsettledIntent) => Outcome,
): Promise<void> => {
  for (const runId of new Set(intents.map((intent) => intent.runId))) {
    const settled = intents
      .filter((intent) => intent.runId === runId)
      .map((intent) => ({ ...intent, row: outcomeRow(intent.no, intent.attemptNo, outcomeOf(intent)) }));
    await db.transaction().execute(async (tx) => {
      await appendOutcomes(
        tx,
        runId,
        settled.flatMap((one) => one.row ?? []),
      );
      await releaseAttempts(
        tx,
        runId,
        settled.filter((one) => one.row === null),
      );
    });
  }
};
