import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildStale } from '../../../scripts/build.mjs';
import { optOut } from '../../../server/modules/consent/index.ts';
import { listWorkers, pauseRun, resumeRun, stopRun } from '../../../server/modules/delivery/index.ts';
import { systemClock } from '../../../server/platform/clock.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Sending } from '../harness/sending.ts';
import { NOTHING_LOST } from '../harness/summary.ts';
import { until } from '../harness/until.ts';

const TRANSACTIONS = 16;

describe('many at once', () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  const intents = async ({ runId }: Sending): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from attempt where run_id = ${runId} and released_at is null`.execute(database.db);
    return rows[0]!.count;
  };

  // A worker leases four thousand lines at a time: there is more than that for each.
  for (const count of [2, 4, 8]) {
    test(`F7: ${count} workers with a folder each, all of them schedulers: begun once, sent once, each seen`, {
      timeout: 400_000,
    }, async () => {
      const { folder, remove } = await temporaryFolder();
      onTestFinished(remove);
      const sending = await Sending.begin(database, folder, { recipients: 5_000 * count, delaySeconds: 10 });
      onTestFinished(() => sending.close());
      await Promise.all(Array.from({ length: count }, (_, place) => sending.startWorker(`computer${place}`)));
      const seen = async () => (await listWorkers({ db: database.db }, sending.campaign.actor)).length;
      expect(await until(async () => (await seen()) >= count, 120_000)).toBe(true);
      expect(await sending.finished()).toBe(true);
      expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
      const { rows } = await sql<{ workers: number }>`
        select count(distinct worker_id)::int as workers from attempt where run_id = ${sending.runId}`.execute(
        database.db,
      );
      expect(rows[0]!.workers).toBeGreaterThan(1);
      const { rows: launched } = await sql<{ count: number }>`
        select count(*)::int as count from campaign_history where campaign_id = ${sending.campaign.campaignId} and verb = 'launched'`.execute(
        database.db,
      );
      expect(launched[0]!.count).toBe(1);
    });
  }

  test('F31: paused and resumed fifty times by two people at once, then stopped by both', {
    timeout: 400_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const sending = await Sending.begin(database, folder, { recipients: 6_000, slowMs: 20 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one');
    expect(await sending.accepted(100)).toBe(true);
    const needs = { db: database.db, clock: systemClock };
    const both = (press: typeof pauseRun) =>
      Promise.all([1, 2].map(() => press(needs, sending.campaign.actor, { id: sending.runId })));
    for (let round = 0; round < 50; round += 1) {
      await both(pauseRun);
      const [committed, accepted] = [await intents(sending), sending.mail.accepted];
      await sleep(100);
      expect(await intents(sending)).toBeLessThanOrEqual(committed);
      expect(sending.mail.accepted - accepted).toBeLessThanOrEqual(TRANSACTIONS);
      await both(resumeRun);
      await sending.accepted(accepted + 20, 2_000);
    }
    await both(stopRun);
    const accepted = sending.mail.accepted;
    await sleep(1_000);
    expect(sending.mail.accepted - accepted).toBeLessThanOrEqual(TRANSACTIONS);
    const { state, sums } = await sending.shown();
    expect(state).toBe('stopped');
    expect(sums.sent + sums.dropped).toBe(6_000);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
  });

  test('F33: three hundred people leave while they are written to, some in the very same second', {
    timeout: 300_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const sending = await Sending.begin(database, folder, { recipients: 3_000 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one');
    await sending.startWorker('two');
    for (let turn = 0; turn < 30; turn += 1) {
      expect(await sending.accepted(80 * turn)).toBe(true);
      const { rows } = await sql<{ partyId: string; addressKey: string }>`
        select r.party_id, r.address_key from recipient r where r.run_id = ${sending.runId}
          and not exists (select from outcome o where o.run_id = r.run_id and o.no = r.no)
        order by r.no % 1000, r.no limit 10`.execute(database.db);
      await database.db.transaction().execute((tx) =>
        optOut(
          tx,
          rows.map((row) => ({
            ...row,
            subject: { topicId: sending.campaign.topicId },
            channel: 'email',
            partyKind: 'contact',
            source: 'link',
            evidence: {},
            recordedBy: null,
            at: new Date(),
          })),
        ),
      );
    }
    expect(await sending.finished()).toBe(true);
    const { sums } = await sending.shown();
    expect(sums.dropped).toBeGreaterThan(0);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
  });
});
