import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFolderInUse } from './database-folder-in-use.ts';
import { isRunning, startMark } from './process-life.ts';

type Owner = { pid: number; host: string; mark?: string };

const HEARTBEAT_MS = 1_000;
const FOREIGN_SILENCE_MS = 5_000;

/**
 * Only one process at a time decides about the database server of a data folder. The owner touches the file every second; an owner that
 * lives but falls silent for `patienceMs` makes the others give up with DatabaseFolderInUse.
 */
export async function withStartLock<T>(file: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  await acquire(file, patienceMs);
  const heartbeat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

async function acquire(file: string, patienceMs: number): Promise<void> {
  let lastBeat = 0;
  let quietSince = performance.now();
  while (!(await tryCreate(file))) {
    const seen = await look(file);
    if (seen === undefined) continue;
    if (isStale(seen)) {
      await breakLock(file);
      continue;
    }
    if (seen.beat !== lastBeat) {
      lastBeat = seen.beat;
      quietSince = performance.now();
    } else if (performance.now() - quietSince > patienceMs) {
      throw new DatabaseFolderInUse(
        `Process ${seen.owner?.pid} on ${seen.owner?.host} holds ${file} and does not answer. Stop that process, then start Fanfare again.`,
      );
    }
    await pause(50);
  }
}

/** A finished draft is linked into place, so nobody ever reads half a lock. */
async function tryCreate(file: string): Promise<boolean> {
  const mark = startMark(process.pid);
  const owner: Owner = { pid: process.pid, host: hostname(), ...(mark === undefined ? {} : { mark }) };
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(owner), { flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

type Seen = { owner: Owner | undefined; beat: number };

async function look(file: string): Promise<Seen | undefined> {
  try {
    const beat = (await stat(file)).mtimeMs;
    return { owner: parseOwner(await readFile(file, 'utf8')), beat };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The process table speaks for owners on this host; others, and a file torn by a power cut, only have their heartbeat. */
function isStale({ owner, beat }: Seen): boolean {
  if (owner?.host === hostname()) return !isRunning(owner.pid, owner.mark);
  return Date.now() - beat > FOREIGN_SILENCE_MS;
}

/** Two processes may find the same dead lock; the folder lets only one remove it, after a second look. */
async function breakLock(file: string): Promise<void> {
  const breaking = `${file}.breaking`;
  try {
    await mkdir(breaking);
  } catch {
    const age = await stat(breaking).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    );
    if (age > FOREIGN_SILENCE_MS) await rmdir(breaking).catch(() => {});
    await pause(20);
    return;
  }
  try {
    const seen = await look(file);
    if (seen !== undefined && isStale(seen)) await rm(file, { force: true });
  } finally {
    await rmdir(breaking).catch(() => {});
  }
}
