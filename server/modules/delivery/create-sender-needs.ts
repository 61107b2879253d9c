import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../config/config.ts';
import type { Clock } from '../../platform/clock.ts';
import { listen } from '../../platform/database/listen.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import { messageDomainOf, pauseAccount } from '../channels/index.ts';
import { refusedNow, suppress } from '../consent/index.ts';
import { createMerge } from '../content/index.ts';
import { createLineSeal, type LineTokens, spelledSeals } from '../tracking/index.ts';
import type { SenderNeeds } from './bench.ts';
import { finishRun, pauseByItself } from './control-run.ts';
import type { DistributingNeeds } from './distribute.ts';
import { createMessageNeeds } from './message-needs.ts';
import { createSendersOfRun } from './senders-of-run.ts';
import { startDueRuns } from './start-due-runs.ts';
import { tickTracks } from './ticks/tick-tracks.ts';

interface Needs extends DistributingNeeds {
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  config: Config;
  lineTokens: LineTokens;
}

const MESSAGE_ID_BYTES = 9;

/** A number that is none gets no SMS; it may still be called. */
const refusedBy = (addressKey: string) =>
  addressKey.includes('@')
    ? ({ kind: 'address', channel: 'email' } as const)
    : ({ kind: 'number', channel: 'sms' } as const);

/** Joins the send path to the modules it works with. */
export const createSenderNeeds = (needs: Needs, version: string): SenderNeeds => {
  const { db, clock, ids, logger, config } = needs;
  const sealMessageIds = createLineSeal(config.secret, 'message id');
  return {
    ...createMessageNeeds(needs),
    logger,
    clock,
    version,
    journalFolder: join(config.dataFolder, 'journals'),
    epochFile: join(config.dataFolder, 'epoch'),
    newWorkerId: () => ids.next(),
    mergeOf: createMerge,
    messageDomainOf,
    refusedNow,
    sendersOf: createSendersOfRun(),
    suppressGone: async (tx, gone) => {
      const at = clock.now();
      await suppress(
        tx,
        ids,
        gone.map(({ addressKey, reply }) => ({
          ...refusedBy(addressKey),
          value: addressKey,
          purposeClass: 'all',
          reason: 'hard_bounce',
          note: reply.slice(0, 500),
          evidence: {},
          recordedBy: null,
          at,
        })),
      );
    },
    signMessageIds: (lines) => spelledSeals(sealMessageIds(lines), MESSAGE_ID_BYTES),
    pauseRun: (runId, reason) => pauseByItself({ db, clock }, runId, reason),
    pauseAccount: (account, trouble) => pauseAccount(db, account, trouble),
    finishRun: (runId, sent) => finishRun({ db, clock }, runId, sent),
    startDueRuns: () => startDueRuns(needs),
    hearOfRuns: (heard) => listen(needs, 'run_sends', heard),
    tickTracks: () => tickTracks(needs),
  };
};
