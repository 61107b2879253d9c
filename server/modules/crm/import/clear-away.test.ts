import { existsSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { SYSTEM } from '../../access/index.ts';
import { clearAway } from './clear-away.ts';
import { saveImportProfile } from './import-profiles.ts';
import { cancelImport, checkImport, getImport, runImport } from './imports.ts';
import { importFile } from './read-file.ts';
import { stageName } from './stage-table.ts';

const { database, clock, needs, upload, work, check, bringIn } = importRoom();

const HOUR = 3_600_000;
const file = (who: string) => `First name;E-mail\nKari;${who}@stage.no\n`;
const staged = async (id: string) => {
  const { rows } =
    await sql`select from pg_tables where schemaname = 'staging' and tablename = ${stageName(id)}`.execute(database.db);
  return rows.length === 1;
};
const kept = (id: string) => existsSync(importFile(needs.config.dataFolder, id));

test('the file is removed when it was brought in; its mapping can still be kept as a profile', async () => {
  const { id } = await bringIn(file('in'));
  expect([kept(id), await staged(id)]).toEqual([false, false]);
  expect(await saveImportProfile(needs, SYSTEM, { id, name: 'Kept' })).toMatchObject({ profile: { name: 'Kept' } });
});

test('the file is removed when a run is stopped, and kept when only a check is', async () => {
  const id = await upload(file('stopped'));
  await checkImport(needs, SYSTEM, { id });
  expect(await cancelImport(needs, SYSTEM, { id })).toMatchObject({ state: 'uploaded' });
  expect(kept(id)).toBe(true);
  await check(id);
  await runImport(needs, SYSTEM, { id });
  expect(await cancelImport(needs, SYSTEM, { id })).toMatchObject({ state: 'cancelled' });
  expect([kept(id), await staged(id)]).toEqual([false, false]);
});

test('an import that nobody took further for a day is given up, its rows and its file removed; a younger one goes on', async () => {
  const left = await upload(file('left'));
  await check(left);
  clock.advance(12 * HOUR);
  const recent = await upload(file('recent'));
  await check(recent);
  await clearAway(needs);
  expect([await staged(left), await staged(recent)]).toEqual([true, true]);
  clock.advance(13 * HOUR);
  await clearAway(needs);
  expect([await staged(left), kept(left), await staged(recent), kept(recent)]).toEqual([false, false, true, true]);
  expect(await getImport(needs, SYSTEM, { id: left })).toMatchObject({
    state: 'cancelled',
    failure: 'import_abandoned',
  });
  await expect(runImport(needs, SYSTEM, { id: left })).rejects.toMatchObject({
    problems: [{ code: 'import_not_waiting' }],
  });
  await runImport(needs, SYSTEM, { id: recent });
  expect(sumsOf(await work(recent))).toEqual({ ...NOTHING, rows: 1, created: 1 });
});

test('an import at work keeps its rows, however long it takes, and so does one that somebody holds', async () => {
  const running = await upload(file('running'));
  await check(running);
  const held = await upload(file('held'));
  await check(held);
  await sql`update import set state = 'running' where id = ${running}`.execute(database.db);
  clock.advance(48 * HOUR);
  await database.db.transaction().execute(async (tx) => {
    await sql`select from import where id = ${held} for update`.execute(tx);
    await clearAway(needs);
  });
  expect([await staged(running), kept(running), await staged(held), kept(held)]).toEqual([true, true, true, true]);
  await clearAway(needs);
  expect([await staged(running), kept(running), await staged(held), kept(held)]).toEqual([true, true, false, false]);
});

test('what an upload left behind that broke off is removed after a day; what else lies in the folder is not ours', async () => {
  const at = (name: string) => importFile(needs.config.dataFolder, name).replace(/\.csv$/, '');
  const [old, young] = [needs.ids.next(), needs.ids.next()];
  const names = [`${old}.csv`, `${old}.csv.xlsx`, `${young}.csv`, 'notes.txt'].map(at);
  for (const name of names) await writeFile(name, 'x');
  const [now, long] = [clock.now(), new Date(clock.now().getTime() - 25 * HOUR)];
  for (const [place, name] of names.entries()) await utimes(name, now, place === 2 ? now : long);
  await clearAway(needs);
  expect(names.map((name) => existsSync(name))).toEqual([false, false, true, true]);
});
