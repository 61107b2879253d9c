import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBenchDatabase } from '../../../bench/open-database.ts';
import { buildStale } from '../../../scripts/build.mjs';
import { packageRoot } from '../../../server/platform/package-root.ts';
import { testDatabase } from '../../support/database.ts';
import { postmasterPid } from '../../support/embedded-processes.ts';
import { freePort } from '../../support/free-port.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { DatabaseProxy } from '../harness/database-proxy.ts';
import { Sending } from '../harness/sending.ts';
import { NOTHING_LOST } from '../harness/summary.ts';
import { until } from '../harness/until.ts';

/** A postmaster's words for: fast, immediate. */
const ENDINGS = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

describe('a database that goes away', () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  test('F9: shut down fast, at once, and killed while it is sent: nothing is in doubt, and sending goes on without help', {
    timeout: 400_000,
  }, async () => {
    const own = await openBenchDatabase();
    onTestFinished(() => own.close());
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const sending = await Sending.begin(own, folder, { recipients: 4_000 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one');
    for (const [place, ending] of ENDINGS.entries()) {
      expect(await sending.accepted(600 * (place + 1))).toBe(true);
      const begun = performance.now();
      process.kill(postmasterPid(own.folder), ending);
      await until(async () => (await sending.shown().catch(() => null)) !== null);
      const before = sending.mail.accepted;
      expect(await until(() => sending.mail.accepted > before + 100, 60_000), ending).toBe(true);
      console.log(`${ending}: sends again after ${Math.round(performance.now() - begun)} ms`);
    }
    expect(await sending.finished()).toBe(true);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
  });

  test('F10: a connection that stands still for five seconds, and one that hangs for good', {
    timeout: 300_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const proxy = await DatabaseProxy.start(database.url);
    const sending = await Sending.begin(database, folder, { recipients: 1_500 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one', { url: proxy.url });
    expect(await sending.accepted(300)).toBe(true);
    await proxy.stall(5_000);
    expect(await sending.finished()).toBe(true);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });

    const port = await freePort();
    const env = { PATH: process.env['PATH'], DATABASE_URL: proxy.url, FANFARE_DATA: folder, PORT: String(port) };
    const web = spawn(process.execPath, [join(packageRoot(), 'dist/server/main/web.js')], {
      env: { ...env, LOG_LEVEL: 'silent' },
      stdio: 'ignore',
    });
    const ask = () => fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    expect(await until(async () => (await ask())?.ok === true, 60_000)).toBe(true);
    const stalled = proxy.stall(30_000);
    const begun = performance.now();
    const answer = await ask();
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(answer?.status).toBe(503);
    expect(await answer?.json()).toMatchObject({ code: 'database_unreachable' });
    await stalled;
    expect(await until(async () => (await ask())?.ok === true)).toBe(true);
    web.kill('SIGKILL');
    proxy.close();
  });
});
