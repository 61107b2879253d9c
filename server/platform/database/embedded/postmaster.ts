import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { open, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { SUPERUSER, superuserPassword } from './cluster.ts';
import { DatabaseFolderInUse } from './database-folder-in-use.ts';
import type { Home } from './home.ts';
import { chooseAddress } from './listen-address.ts';
import { anyoneWorksIn, isRunning, until, worksIn } from './process-life.ts';

export type Connection = { host: string; port: number; user: string; database: string; password?: string };

export type Postmaster = { pid: number; host: string; port: number };

const RECOVERY_MS = 600_000;
const ANSWER_MS = 2_000;

/** What postmaster.pid says, if the process it names lives and works on this cluster. */
export function livePostmaster(home: Home): Postmaster | undefined {
  const noted = notedPostmaster(home);
  // A note that is still being written names no address yet.
  if (noted === undefined || noted.host === '' || !isRunning(noted.pid)) return undefined;
  return worksIn(noted.pid, home.cluster) === false ? undefined : noted;
}

function notedPostmaster(home: Home): Postmaster | undefined {
  try {
    const lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), host: lines[4] || lines[5] || '' };
  } catch {
    return undefined;
  }
}

/** Adopts the server that runs on the cluster, or starts one. The caller holds the start lock. */
export async function adoptOrStart(
  home: Home,
  binaries: Binaries,
  settings: Record<string, string>,
  patienceMs: number,
): Promise<Postmaster> {
  let deadline = performance.now() + patienceMs;
  let complaint = '';
  while (performance.now() < deadline) {
    const found = livePostmaster(home);
    if (found === undefined) {
      await removeStaleNote(home);
      const attempt = await start(home, binaries, settings);
      if (typeof attempt !== 'string') return attempt;
      if (!/lock file|shared memory/.test(attempt)) throw new Error(`The embedded database did not start: ${attempt}`);
      complaint = attempt;
    } else {
      const answer = await probe(home, found, Math.min(ANSWER_MS, patienceMs));
      if (answer === 'ready') return found;
      if (answer === 'busy') deadline = performance.now() + patienceMs;
      complaint = `process ${found.pid} runs on it and does not answer`;
    }
    await pause(100);
  }
  throw new DatabaseFolderInUse(
    `The database in ${home.cluster} is in use: ${complaint}. Stop that process, then start Fanfare again.`,
  );
}

/** PostgreSQL trusts a stale note whose process id now belongs to someone else; we know better when nobody works in the cluster. */
async function removeStaleNote(home: Home): Promise<void> {
  const noted = notedPostmaster(home);
  if (noted === undefined || !isRunning(noted.pid)) return;
  if (anyoneWorksIn(home.cluster) === false) await rm(join(home.cluster, 'postmaster.pid'), { force: true });
}

/** The complaint as text when it ended at once. */
async function start(home: Home, binaries: Binaries, settings: Record<string, string>): Promise<Postmaster | string> {
  const logFile = join(home.folder, 'postgres.log');
  const size = await stat(logFile).then(
    (s) => s.size,
    () => 0,
  );
  const log = await open(logFile, size > 20_000_000 ? 'w' : 'a', 0o600);
  const from = (await log.stat()).size;
  const all = { ...(await chooseAddress(home)), ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', home.cluster, ...options], {
    ...home.user,
    cwd: home.folder,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  // Listened to before anything is awaited: a server that refuses may be gone within a millisecond.
  let ended = false;
  child.on('error', () => (ended = true)).on('exit', () => (ended = true));
  await log.close();
  child.unref();
  const ready = async () => {
    const found = livePostmaster(home);
    return ended || (found !== undefined && found.pid === child.pid && (await probe(home, found)) === 'ready');
  };
  const answered = await until(ready, RECOVERY_MS, 15);
  if (!ended && answered) return notedPostmaster(home)!;
  return (await logTail(logFile, from)) || 'it ended without a word';
}

async function logTail(file: string, from: number): Promise<string> {
  const text = readFileSync(file).subarray(from).toString('utf8').trim();
  return text.split('\n').slice(-5).join(' · ');
}

export async function connectionTo(home: Home, server: Postmaster, database: string): Promise<Connection> {
  const password = await superuserPassword(home);
  return {
    host: server.host,
    port: server.port,
    user: SUPERUSER,
    database,
    ...(password === undefined ? {} : { password }),
  };
}

/** busy: it answered, and is still starting up, recovering or shutting down. */
async function probe(home: Home, server: Postmaster, answerMs = ANSWER_MS): Promise<'ready' | 'busy' | 'silent'> {
  const client = new pg.Client({
    ...(await connectionTo(home, server, 'postgres')),
    ssl: false,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    return (error as { code?: string }).code === '57P03' ? 'busy' : 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

/** Fast shutdown: sessions are ended, everything is on disk. */
export async function stopPostmaster(home: Home, binaries: Binaries): Promise<void> {
  const server = livePostmaster(home);
  if (server === undefined) return;
  if (process.platform === 'win32')
    spawn(binaries.pgCtl, ['stop', '-D', home.cluster, '-m', 'fast'], { stdio: 'ignore', windowsHide: true });
  else process.kill(server.pid, 'SIGINT');
  if (!(await until(() => !isRunning(server.pid), 60_000)))
    throw new Error(`The embedded database (process ${server.pid}) did not stop within a minute.`);
  // A socket folder of its own under the temporary folder has served its turn; the home is never empty and stays.
  await rmdir(server.host).catch(() => {});
}
