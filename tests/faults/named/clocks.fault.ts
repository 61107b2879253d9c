import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBenchDatabase } from '../../../bench/open-database.ts';
import { buildStale } from '../../../scripts/build.mjs';
import { findFaketime } from '../../../scripts/programs.ts';
import { listWorkers } from '../../../server/modules/delivery/index.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Sending } from '../harness/sending.ts';
import { NOTHING_LOST } from '../harness/summary.ts';
import { until } from '../harness/until.ts';

const faketime = findFaketime();

/** How long something takes is still measured truly, as on a computer whose clock is merely wrong. */
const WRONG = { LD_PRELOAD: faketime, FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };

/** `offset` as libfaketime reads it. */
const wrongBy = (offset: string): NodeJS.ProcessEnv => ({ ...WRONG, FAKETIME: offset });

/** What is started within `over` has a clock that can be set; libfaketime looks at the file every second. */
class LeapingClock {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  leapTo(hours: number): Promise<void> {
    return writeFile(this.#file, `+${hours * 3600}\n`);
  }

  async over<T>(start: () => Promise<T>): Promise<T> {
    await this.leapTo(0);
    const env = { ...WRONG, FAKETIME_TIMESTAMP_FILE: this.#file, FAKETIME_CACHE_DURATION: '1' };
    Object.assign(process.env, env);
    try {
      return await start();
    } finally {
      for (const name of Object.keys(env)) delete process.env[name];
    }
  }
}

describe.skipIf(faketime === undefined)('clocks that are wrong', () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  test('F28: workers a day ahead and an hour behind begin on time by the database, send once, and are shown as wrong', {
    timeout: 300_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const sending = await Sending.begin(database, folder, { recipients: 300, delaySeconds: 15 });
    onTestFinished(() => sending.close());
    const ahead = await sending.startWorker('ahead', { env: wrongBy('+1d') });
    await sending.startWorker('behind', { env: wrongBy('-1h') });
    const { actor } = sending.campaign;
    const clocks = async () =>
      (await listWorkers({ db: database.db }, actor)).map((worker) => worker.clockAheadMs).sort((a, b) => a - b);
    const told = async () => (await clocks()).map((ms) => Math.round(ms / 60_000)).join(' ') === '-60 1440';
    expect(await until(told, 60_000), String(await clocks())).toBe(true);
    expect(await sending.accepted(50)).toBe(true);
    await ahead.signal('SIGKILL');
    await sending.startWorker('ahead', { env: wrongBy('-1d') });
    expect(await sending.finished()).toBe(true);
    const { rows } = await sql<{ early: number }>`
      select count(*)::int as early from attempt a join run r on r.id = a.run_id where a.run_id = ${sending.runId} and a.at < r.scheduled_for`.execute(
      database.db,
    );
    expect(rows[0]?.early).toBe(0);
    expect(await sending.findings()).toMatchObject(NOTHING_LOST);
  });

  test('F28: the clock of the database itself leaps an hour ahead and back while it is sent: nobody twice, nobody lost', {
    timeout: 400_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const clock = new LeapingClock(join(folder, 'clock'));
    const own = await clock.over(openBenchDatabase);
    onTestFinished(() => own.close());
    const sending = await Sending.begin(own, folder, { recipients: 6_000, slowMs: 15 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one');
    await sending.startWorker('two');
    const aheadMs = async () => {
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(own.db);
      return rows[0]!.now.getTime() - Date.now();
    };
    for (const [place, hours] of [1, 0, 1, 0].entries()) {
      expect(await sending.accepted(1_000 * (place + 1))).toBe(true);
      await clock.leapTo(hours);
      expect(await until(async () => Math.round((await aheadMs()) / 60_000) === 60 * hours)).toBe(true);
    }
    // What was put off by the clock that was ahead waits for its time.
    await clock.leapTo(2);
    expect(await sending.finished()).toBe(true);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
  });
});
