import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { silentLogger } from '../logger.ts';
import { countPending, MigrationRefused, migrate } from './migrations.ts';
import { createPool } from './open-database.ts';

describe('migrate', () => {
  let database: TestDatabase;
  let folder: string;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    database = await createTestDatabase({ template: 'template0' });
    ({ folder, remove } = await temporaryFolder());
    await write('0001_first.sql', 'create table first (n int); insert into first values (1);');
    await write('0002_second.sql', 'create table second (n int);');
  });

  afterEach(async () => {
    await database.drop();
    await remove();
  });

  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
  const run = () => migrate(database.pool, silentLogger, folder);
  const names = async () =>
    (await database.pool.query('select name from migration order by number')).rows.map((row) => row.name);

  test('runs each file once, in order, and installs the queue', async () => {
    await run();
    await write('0003_third.sql', 'insert into first values (3);');
    await run();
    await run();
    expect(await names()).toEqual(['0001_first', '0002_second', '0003_third']);
    expect((await database.pool.query('select n from first order by n')).rows).toEqual([{ n: 1 }, { n: 3 }]);
    expect((await database.pool.query('select count(*)::int as n from graphile_worker.jobs')).rows).toEqual([{ n: 0 }]);
  });

  test('processes that start together migrate once', async () => {
    const pools = [1, 2, 3].map(() => createPool({ url: database.url, poolSize: 2 }, silentLogger));
    await Promise.all(pools.map((pool) => migrate(pool, silentLogger, folder)));
    await Promise.all(pools.map((pool) => pool.end()));
    expect((await database.pool.query('select n from first')).rows).toEqual([{ n: 1 }]);
  });

  test('counts what a database still lacks, and changes nothing', async () => {
    expect(await countPending(database.pool, folder)).toBe(2);
    await run();
    expect(await countPending(database.pool, folder)).toBe(0);
    await write('0003_third.sql', 'select 1;');
    expect(await countPending(database.pool, folder)).toBe(1);
  });

  test('undoes a file that fails, names it, and goes on from there when it is mended', async () => {
    await write('0003_third.sql', 'create table third (n int); select 1 / 0;');
    await expect(run()).rejects.toThrow('Migration 0003_third failed and was undone: division by zero');
    expect(await names()).toEqual(['0001_first', '0002_second']);
    await write('0003_third.sql', 'create table third (n int);');
    await run();
    expect(await names()).toHaveLength(3);
  });

  test('refuses a file that was changed after it ran', async () => {
    await run();
    await write('0001_first.sql', 'create table first (n bigint);');
    await expect(run()).rejects.toThrow('Migration 0001_first was changed after it ran');
  });

  test('takes a file with other line ends for the same file', async () => {
    await write('0003_third.sql', 'create table third (\n  n int\n);\n');
    await run();
    await write('0003_third.sql', 'create table third (\r\n  n int\r\n);\r\n');
    await expect(run()).resolves.toBeUndefined();
  });

  test('refuses a database that is newer than the code', async () => {
    await run();
    await rm(join(folder, '0002_second.sql'));
    await expect(run()).rejects.toThrow('The database is newer than this Fanfare (it has migration 0002_second)');
  });

  test('runs a file that came after one with a higher number', async () => {
    await write('0009_ninth.sql', 'create table ninth (n int);');
    await run();
    await write('0004_fourth.sql', 'create table fourth (n int);');
    await run();
    expect(await names()).toEqual(['0001_first', '0002_second', '0004_fourth', '0009_ninth']);
    expect((await database.pool.query('select * from fourth')).rows).toEqual([]);
  });

  test('refuses two files with one number', async () => {
    await write('0002_other.sql', 'select 1;');
    await expect(run()).rejects.toThrow('has no number of its own');
  });

  test('refuses a database that belongs to something else, and leaves it as it was', async () => {
    await database.pool.query('create table somebody_elses (n int)');
    await expect(run()).rejects.toThrow(MigrationRefused);
    const { rows } = await database.pool.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([{ relname: 'somebody_elses' }]);
  });
});
