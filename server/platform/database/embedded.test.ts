import { execFile } from 'node:child_process';
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildStale } from '../../../scripts/build.mjs';
import { postmasterPid, query, startProcess } from '../../../tests/support/embedded-processes.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { silentLogger } from '../logger.ts';
import { isRunning, until } from './embedded/process-life.ts';
import { connectionUrl, DatabaseFolderInUse, EmbeddedDatabase } from './embedded.ts';

let folder: string;
let remove: () => Promise<void>;
let started: EmbeddedDatabase[] = [];
let earlier: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(() => buildStale(['processes']), 300_000);
beforeAll(async () => {
  earlier = await temporaryFolder();
  const { folder: dataFolder } = earlier;
  await (await EmbeddedDatabase.start({ dataFolder, logger: silentLogger, durable: false })).close();
});
afterAll(() => earlier.remove());

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});

afterEach(async () => {
  for (const embedded of started) await embedded.close();
  started = [];
  await remove();
});

/** A cluster as an earlier start left it, for tests that are not about making one, which takes most of a second of the processor. */
async function copyCluster(dataFolder = folder): Promise<void> {
  await promisify(execFile)('cp', ['-a', join(earlier.folder, 'postgres'), join(dataFolder, 'postgres')]);
}

async function start(dataFolder = folder, patienceMs = 10_000): Promise<{ embedded: EmbeddedDatabase; url: string }> {
  const embedded = await EmbeddedDatabase.start({ dataFolder, logger: silentLogger, durable: false, patienceMs });
  started.push(embedded);
  return { embedded, url: connectionUrl(embedded.connection) };
}

test('keeps what was written, and leaves no process behind', async () => {
  await copyCluster();
  const first = await start();
  await query(first.url, 'create table kept as select 1 as n');
  const pid = postmasterPid(folder);
  await first.embedded.close();
  expect(isRunning(pid)).toBe(false);

  const second = await start();
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  expect(await query(second.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
});

test('sorts and changes case as Unicode, the same on every machine', async () => {
  await copyCluster();
  const { url } = await start();
  expect(
    await query(
      url,
      `select upper('łąåéß') as up, datlocprovider as provider, datlocale as locale from pg_database where datname = 'fanfare'`,
    ),
  ).toEqual([{ up: 'ŁĄÅÉß', provider: 'b', locale: 'C.UTF-8' }]);
});

test('two processes that start at once on an empty folder share one server; the last to leave stops it', async () => {
  const [one, two] = await Promise.all([startProcess(folder), startProcess(folder)]);
  expect(one.url).toBe(two.url);
  const pid = postmasterPid(folder);
  await one.close();
  expect(isRunning(pid)).toBe(true);
  expect(await query(two.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await two.close();
  expect(isRunning(pid)).toBe(false);
});

test('adopts the server of a process that was killed', async () => {
  await copyCluster();
  const killed = await startProcess(folder);
  await query(killed.url, 'create table kept as select 1 as n');
  const pid = postmasterPid(folder);
  await killed.kill();

  const { embedded, url } = await start();
  expect(postmasterPid(folder)).toBe(pid);
  expect(await query(url, 'select n from kept')).toEqual([{ n: 1 }]);
  await embedded.close();
  expect(isRunning(pid)).toBe(false);
});

test('brings the server up again when it is killed under a running process', async () => {
  await copyCluster();
  const { url } = await start();
  await query(url, 'create table kept as select 1 as n');
  const pid = postmasterPid(folder);
  process.kill(pid, 'SIGKILL');
  const answers = () =>
    query(url, 'select n from kept').then(
      (rows) => rows.length === 1,
      () => false,
    );
  expect(await until(async () => !isRunning(pid) && (await answers()), 20_000)).toBe(true);
  expect(postmasterPid(folder)).not.toBe(pid);
});

test('recovers after process and server were killed together', async () => {
  await copyCluster();
  const killed = await startProcess(folder);
  await query(killed.url, 'create table kept as select 1 as n');
  const pid = postmasterPid(folder);
  await killed.kill();
  process.kill(pid, 'SIGKILL');
  const { url } = await start();
  expect(await query(url, 'select n from kept')).toEqual([{ n: 1 }]);
});

test.runIf(process.platform === 'linux')(
  'is not fooled by a left-over note whose process id now belongs to another process',
  async () => {
    await copyCluster();
    const cluster = join(folder, 'postgres/cluster');
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1700000000\n5432\n${join(folder, 'postgres')}\n\n  1 1\nready   \n`,
    );
    const { url } = await start();
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  },
);

test('breaks the lock of a process that is gone', async () => {
  await copyCluster();
  await writeFile(
    join(folder, 'postgres.lock'),
    JSON.stringify({ pid: process.pid, host: hostname(), mark: 'an earlier process' }),
  );
  await expect(start()).resolves.toBeDefined();
});

test('refuses in words while a silent process holds the lock', async () => {
  await writeFile(join(folder, 'postgres.lock'), JSON.stringify({ pid: process.ppid, host: hostname() }));
  const refusal = start(folder, 300);
  await expect(refusal).rejects.toThrow(DatabaseFolderInUse);
  await expect(refusal).rejects.toThrow(`Process ${process.ppid} on ${hostname()} holds`);
});

test('refuses in words when a server runs and does not answer', async () => {
  await copyCluster();
  const killed = await startProcess(folder);
  const pid = postmasterPid(folder);
  await killed.kill();
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(start(folder, 500)).rejects.toThrow(
      `process ${pid} runs on it and does not answer. Stop that process`,
    );
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await start();
});

test('refuses a database of another PostgreSQL version', async () => {
  await mkdir(join(folder, 'postgres/cluster'), { recursive: true });
  await writeFile(join(folder, 'postgres/cluster/PG_VERSION'), '16\n');
  await expect(start()).rejects.toThrow('was made by PostgreSQL 16, and this Fanfare brings PostgreSQL 18');
});

test('puts the socket elsewhere when the path of the data folder is too long for one', async () => {
  const long = join(folder, 'a-long-name'.repeat(9));
  await mkdir(long, { mode: 0o711 });
  await copyCluster(long);
  const { url } = await start(long);
  expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test.runIf(process.getuid?.() === 0)(
  'as root, keeps the cluster where an unprivileged account can reach it',
  async () => {
    const hidden = join(folder, 'hidden');
    await mkdir(hidden, { mode: 0o700 });
    const { embedded, url } = await start(join(hidden, 'data'));
    const place = await realpath(join(hidden, 'data/postgres'));
    expect(place).toMatch(/^\/var\/lib\/fanfare\//);
    expect(await query(url, 'show data_directory')).toEqual([{ data_directory: join(place, 'cluster') }]);
    await embedded.close();
    await rm(place, { recursive: true });
  },
);
