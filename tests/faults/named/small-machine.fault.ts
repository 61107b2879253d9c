import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildStale } from '../../../scripts/build.mjs';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Sending } from '../harness/sending.ts';
import { mayConfine, SmallMachine } from '../harness/small-machine.ts';
import { NOTHING_LOST } from '../harness/summary.ts';

const RECIPIENTS = 50_000;

describe.skipIf(!mayConfine())('a small machine', () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  test('F50: a worker with 512 MB, half a core and 1,024 files is slower, and fails at nothing', {
    timeout: 400_000,
  }, async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const sending = await Sending.begin(database, folder, { recipients: RECIPIENTS, slowMs: 0, connections: 10 });
    const worker = await sending.startWorker('one');
    const machine = SmallMachine.around(worker.pid, { megabytes: 512, cores: 0.5, files: 1_024 });
    onTestFinished(async () => {
      await sending.close();
      machine.remove();
    });
    const begun = performance.now();
    expect(await sending.finished(300_000)).toBe(true);
    console.log(
      `${RECIPIENTS} in ${Math.round((performance.now() - begun) / 1000)} s, ${Math.round(machine.peakMB())} MB`,
    );
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
    expect(machine.peakMB()).toBeLessThan(512);
  });
});
