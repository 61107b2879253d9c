import { beforeAll, expect, test } from 'vitest';
import { buildStale } from '../../scripts/build.mjs';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { FaultRun } from './harness/fault-run.ts';
import { summaryOf } from './harness/summary.ts';

const database = testDatabase();
beforeAll(() => buildStale(['server']), 300_000);

/** The same at length, and with one message in flight on a connection (odd seeds): `npm run faults -- --runs 20 --kills 200 --recipients 10000`. */
test('F2, F3, F4, F5, F6, F10, F11, F22: whatever happens, nobody is written to twice, nobody is lost, and every doubt is told', {
  timeout: 400_000,
}, async () => {
  const { folder, remove } = await temporaryFolder();
  const wish = { recipients: 1000, kills: 20, chunking: true, seed: 2, healMs: 200_000 };
  const report = await FaultRun.run(database, folder, wish);
  await remove();
  expect(report.tooMany).toEqual([]);
  expect(summaryOf([report])).toMatchObject({
    duplicates: 0,
    lost: 0,
    invariants: { I1: true, I2: true, I3: true, I4: true, I5: true, I6: true, I7: true, I8: true, I9: true },
  });
});
