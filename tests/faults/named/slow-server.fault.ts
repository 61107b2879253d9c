import { sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildStale } from '../../../scripts/build.mjs';
import { pauseRun, resumeRun } from '../../../server/modules/delivery/index.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Sending } from '../harness/sending.ts';
import { NOTHING_LOST } from '../harness/summary.ts';
import { until } from '../harness/until.ts';

/** Of the ten minutes for which the end of a message is waited for, and nine times longer than a lease. */
const ANSWER_MS = 599_000;
const CONNECTIONS = 4;

describe('a mail server that takes its time', () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  test('F24: an end that is answered after 599 seconds keeps its lease, other campaigns go on, a pause is heard at once', {
    timeout: 1_000_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const slow = await Sending.begin(database, folder, {
      recipients: CONNECTIONS,
      connections: CONNECTIONS,
      chunking: false,
      slowMs: ANSWER_MS,
    });
    onTestFinished(() => slow.close());
    await slow.startWorker('one');
    await slow.startWorker('two');
    expect(await until(() => slow.mail.copies.size === CONNECTIONS)).toBe(true);

    const brisk = await Sending.begin(database, folder, { recipients: 600 });
    onTestFinished(() => brisk.close());
    expect(await brisk.finished(60_000)).toBe(true);

    const needs = { db: database.db, clock: systemClock };
    const begun = performance.now();
    await pauseRun(needs, slow.campaign.actor, { id: slow.runId });
    expect(performance.now() - begun).toBeLessThan(5_000);
    await resumeRun(needs, slow.campaign.actor, { id: slow.runId });

    expect(await slow.finished(ANSWER_MS + 60_000)).toBe(true);
    expect(await slow.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
    const { rows } = await sql<{ attempts: number; workers: number }>`
      select count(*)::int as attempts, count(distinct worker_id)::int as workers from attempt where run_id = ${slow.runId}`.execute(
      database.db,
    );
    expect(rows[0]).toEqual({ attempts: CONNECTIONS, workers: 1 });
  });
});
