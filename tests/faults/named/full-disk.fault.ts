import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBenchDatabase } from '../../../bench/open-database.ts';
import { uploadImportPath } from '../../../contract/import.ts';
import { buildStale } from '../../../scripts/build.mjs';
import { getSendingHold } from '../../../server/modules/delivery/index.ts';
import { testDatabase } from '../../support/database.ts';
import { furnish, type Refusal, signedIn, testHouse } from '../../support/house.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Sending } from '../harness/sending.ts';
import { mayMount, SmallDisk } from '../harness/small-disk.ts';
import { NOTHING_LOST } from '../harness/summary.ts';
import { until } from '../harness/until.ts';

const HOLD_MS = 90_000;

const reasonOf = async ({ db, campaign }: Sending): Promise<string | null> =>
  (await getSendingHold({ db }, campaign.actor).catch(() => ({ reason: null }))).reason;

/** Nothing more reaches the mail server. */
const standsStill = async ({ mail }: Sending): Promise<boolean> => {
  const before = mail.accepted;
  await sleep(3_000);
  return mail.accepted === before;
};

describe.skipIf(!mayMount())('a full disk', () => {
  const database = testDatabase();
  beforeAll(() => buildStale(['server']), 300_000);

  test('F12: the disk of the database is full: sending waits and says why, nothing is in doubt, and it goes on by itself', {
    timeout: 400_000,
  }, async () => {
    const disk = await SmallDisk.mount(300);
    onTestFinished(() => disk.unmount());
    const own = await openBenchDatabase(disk.folder);
    onTestFinished(() => own.close());
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const sending = await Sending.begin(own, folder, { recipients: 3_000 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one');
    expect(await sending.accepted(500)).toBe(true);
    disk.fill();
    expect(await until(async () => (await reasonOf(sending)) === 'database_full', HOLD_MS)).toBe(true);
    expect(await standsStill(sending)).toBe(true);
    expect(sending.mail.accepted).toBeLessThan(3_000);
    disk.clear();
    expect(await sending.finished()).toBe(true);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
    expect(await until(async () => (await reasonOf(sending)) === null)).toBe(true);
  });

  test('F13: the disk of the data folder is full: without a journal nothing is handed over, until there is room again', {
    timeout: 400_000,
  }, async () => {
    const disk = await SmallDisk.mount(1);
    onTestFinished(() => disk.unmount());
    const sending = await Sending.begin(database, disk.folder, { recipients: 2_000 });
    onTestFinished(() => sending.close());
    await sending.startWorker('one');
    expect(await sending.accepted(300)).toBe(true);
    const full = async () => {
      disk.fill();
      return (await reasonOf(sending)) === 'folder_full';
    };
    expect(await until(full, HOLD_MS)).toBe(true);
    disk.fill();
    expect(await standsStill(sending)).toBe(true);
    disk.clear();
    expect(await sending.finished()).toBe(true);
    expect(await sending.findings()).toMatchObject({ ...NOTHING_LOST, unknown: 0 });
  });

  describe('of the data folder, while a file comes in', () => {
    let disk: SmallDisk;
    const house = testHouse({
      dataFolder: async () => {
        disk = await SmallDisk.mount(1);
        return disk.folder;
      },
    });
    beforeAll(() => furnish(house));
    afterAll(() => disk.unmount());

    test('F13: an import is refused in words and leaves no half of a file, an export goes on', async () => {
      const cyprian = await signedIn(house, 'cyprian@nordlys.test');
      const anna = await signedIn(house, 'anna@nordlys.test');
      const rows = Array.from({ length: 20_000 }, (_, no) => `ola${no}@fjord.example,Ola ${no}`);
      const file = Buffer.from(['email,first_name', ...rows].join('\n'));
      disk.fill();
      const refused = await cyprian.upload<Refusal>(uploadImportPath('contact'), 'people.csv', file);
      expect(refused.status).toBe(507);
      expect(refused.body.code).toBe('folder_full');
      expect(readdirSync(join(disk.folder, 'imports'))).toEqual([]);
      for (const format of ['csv', 'xlsx'])
        expect((await anna.download(`/api/contacts/export?format=${format}`)).length).toBeGreaterThan(0);
      disk.clear();
      expect((await cyprian.upload(uploadImportPath('contact'), 'people.csv', file)).status).toBe(200);
    });
  });
});
