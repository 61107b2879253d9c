import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunId } from '../../../contract/ids.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { givenCampaign, givenContacts, givenHouse } from '../../../tests/support/ready-campaign.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { systemClock } from '../../platform/clock.ts';
import { uuidIds } from '../../platform/ids.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { Actor } from '../access/index.ts';
import { createFieldRegistry, crmRuleFields } from '../audiences/index.ts';
import { pauseByItself } from './control-run.ts';
import { readSeen, writeSeen } from './epoch-file.ts';
import { EpochWatch } from './epoch-watch.ts';
import { distribute } from './index.ts';
import { holdInstance } from './instance.store.ts';
import { getSendingHold, vouchForDatabase } from './vouch.ts';
import { registerWorker, signOffWorker } from './worker.store.ts';

const database = testDatabase();
const admin = { kind: 'user', userId: uuidIds.next(), name: 'Anna', role: 'admin', seat: true } as unknown as Actor;
const viewer = { ...admin, role: 'viewer' } as Actor;
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(async () => remove());

const watchOf = async (file: string, pauseRun = async (_: RunId) => {}) => {
  const workerId = uuidIds.next();
  await registerWorker(database.db, workerId, 'test');
  const epochFile = join(folder, file);
  const watch = new EpochWatch({
    db: database.db,
    logger: silentLogger,
    epochFile,
    workerId,
    pauseRun,
  });
  return { watch, workerId, epochFile };
};
const signOff = (workerId: string) => signOffWorker(database.db, workerId);
const hold = () => getSendingHold({ db: database.db }, viewer);

test('F30: a restored backup sends nothing until an administrator vouches, and goes on behind all that was seen', async () => {
  const { watch, workerId, epochFile } = await watchOf('first');
  expect(await watch.maySend()).toBe(true);
  for (let times = 0; times < 3; times += 1) await watch.advance();
  expect(readSeen(epochFile)?.epoch).toBe(3n);

  await sql`update instance set epoch = 1`.execute(database.db);
  expect(await watch.maySend()).toBe(false);
  expect(await hold()).toMatchObject({ reason: 'database_restored' });

  const other = await watchOf('second');
  expect(await other.watch.maySend(), 'every other worker is held too').toBe(false);
  await expect(vouchForDatabase({ db: database.db, clock: systemClock }, viewer)).rejects.toThrow();
  await vouchForDatabase({ db: database.db, clock: systemClock }, admin);
  expect(await hold()).toEqual({ reason: null, host: null });
  expect(await watch.maySend()).toBe(true);
  await watch.advance();
  expect(readSeen(epochFile)?.epoch).toBe(5n);
  await signOff(workerId);
  await signOff(other.workerId);
});

test('F30: chunks that follow each other within half a second share a note, and the last of them is noted too', async () => {
  const { watch, workerId, epochFile } = await watchOf('busy');
  await vouchForDatabase({ db: database.db, clock: systemClock }, admin);
  expect(await watch.maySend()).toBe(true);
  await watch.note();
  const first = readSeen(epochFile)!.epoch;
  for (let chunks = 0; chunks < 20; chunks += 1) await watch.note();
  expect(readSeen(epochFile)!.epoch).toBe(first);
  await eventually(() => expect(readSeen(epochFile)!.epoch).toBe(first + 1n));
  await watch.note();
  await watch.close();
  expect(readSeen(epochFile)!.epoch, 'a worker that ends does not wait').toBe(first + 2n);
  await signOff(workerId);
});

test('F30: several who note the epoch in one folder at the same moment do not get in each other’s way', async () => {
  const file = join(folder, 'together');
  const epochs = [3n, 8n, 1n, 6n, 2n, 7n, 5n, 4n];
  await Promise.all(epochs.map((epoch) => writeSeen(file, { lineage: 'one', epoch })));
  expect(readSeen(file)).toEqual({ lineage: 'one', epoch: 8n });
  expect((await readdir(folder)).filter((name) => name.startsWith('together'))).toEqual(['together']);
});

test('F30: a host that does not know the database sends beside a live worker, or when somebody vouches', async () => {
  const stranger = await watchOf('third');
  expect(await stranger.watch.maySend()).toBe(false);
  expect(await hold()).toMatchObject({ reason: 'unknown_host' });
  const known = await watchOf('first');
  expect(await known.watch.maySend()).toBe(true);
  expect(await stranger.watch.maySend(), 'beside a worker that knows').toBe(true);
  await signOff(known.workerId);
  await signOff(stranger.workerId);

  const another = await watchOf('fourth');
  expect(await another.watch.maySend()).toBe(false);
  await vouchForDatabase({ db: database.db, clock: systemClock }, admin);
  expect(await another.watch.maySend()).toBe(true);
  await signOff(another.workerId);
});

test('F30: what cannot be paused as the backup is found is paused by the next look of any worker, and waits when somebody vouches', async () => {
  const { db } = database;
  const house = await givenHouse(db);
  await givenContacts(db, 3, house.topicId);
  const needs = { db, clock: systemClock, ruleFields: createFieldRegistry([crmRuleFields]), channels: {} };
  const launch = async () => {
    const { actor, actionId: id } = await givenCampaign(db, house);
    return (await distribute(needs, actor, { id, scope: 'all', expectedPlanned: null, delaySeconds: 0 })).id;
  };
  const ids = [await launch(), await launch(), await launch()];
  const states = async () =>
    (await sql`select state, pause_reason ->> 'code' as code from run order by id`.execute(db)).rows;
  const sending = { state: 'sending', code: null };
  const paused = { state: 'paused', code: 'database_restored' };
  const pause = (id: RunId) => pauseByItself(needs, id, { code: 'database_restored', params: {} });
  const finder = await watchOf('finder', async (id) => {
    if (id === ids[0]) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    await pause(id);
  });
  await vouchForDatabase(needs, admin);
  expect(await finder.watch.maySend()).toBe(true);
  await finder.watch.advance();
  await sql`update instance set epoch = 0`.execute(db);

  expect(await finder.watch.maySend()).toBe(false);
  expect(await states()).toEqual([sending, paused, paused]);
  const other = await watchOf('other', pause);
  expect(await other.watch.maySend()).toBe(false);
  expect(await states()).toEqual([paused, paused, paused]);
  await vouchForDatabase(needs, admin);
  expect(await other.watch.maySend()).toBe(true);
  expect(await states(), 'each is resumed by itself').toEqual([paused, paused, paused]);

  await sql`update run set state = 'sending', pause_reason = null where id = ${ids[1]}`.execute(db);
  await db.transaction().execute((tx) => holdInstance(tx, 'host', 1_000_000n));
  await vouchForDatabase(needs, admin);
  expect(await states(), 'though no worker has looked since').toEqual([paused, paused, paused]);
  await signOff(finder.workerId);
  await signOff(other.workerId);
});
