import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { DatabaseFolderInUse } from './database-folder-in-use.ts';
import type { Home } from './home.ts';
import { giveTo } from './operating-user.ts';

export const SUPERUSER = 'fanfare';

/** Makes the cluster once. It is made beside its place and moved in, so a crash half-way leaves nothing that looks finished. */
export async function ensureCluster(home: Home, binaries: Binaries, durable: boolean): Promise<void> {
  const existing = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (existing !== undefined) return refuseOtherVersion(home, existing.trim(), binaries.major);
  if (
    await stat(home.cluster).then(
      () => true,
      () => false,
    )
  ) {
    throw new DatabaseFolderInUse(
      `${home.cluster} exists but holds no PostgreSQL database. Move it away, or restore it from a backup.`,
    );
  }
  for (const name of await readdir(home.folder)) {
    if (name.startsWith('cluster.draft-')) await rm(join(home.folder, name), { recursive: true, force: true });
  }
  const draft = `${home.cluster}.draft-${randomBytes(4).toString('hex')}`;
  await runInitdb(home, binaries, draft, durable);
  await rename(draft, home.cluster);
}

function refuseOtherVersion(home: Home, found: string, ours: string): void {
  if (found === ours) return;
  throw new DatabaseFolderInUse(
    `${home.cluster} was made by PostgreSQL ${found}, and this Fanfare brings PostgreSQL ${ours}. Start the Fanfare version you used before, dump the database with it, and restore the dump into an empty data folder.`,
  );
}

async function runInitdb(home: Home, binaries: Binaries, folder: string, durable: boolean): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(durable ? [] : ['--no-sync']),
    ...(process.platform === 'win32'
      ? ['--auth=scram-sha-256', `--pwfile=${await createPassword(home)}`]
      : ['--auth-local=trust', '--auth-host=reject']),
  ];
  const child = spawn(binaries.initdb, options, {
    ...home.user,
    cwd: home.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return;
  await rm(folder, { recursive: true, force: true });
  throw new Error(`The embedded database could not be created in ${home.folder}: ${complaint.trim()}`);
}

const passwordFile = (home: Home) => join(home.folder, 'password');

async function createPassword(home: Home): Promise<string> {
  await writeFile(passwordFile(home), randomBytes(24).toString('base64url'), { mode: 0o600 });
  await giveTo(home.user, passwordFile(home));
  return passwordFile(home);
}

/** Needed on Windows only, where the server listens on 127.0.0.1; elsewhere the socket lies in a private folder. */
export async function superuserPassword(home: Home): Promise<string | undefined> {
  return process.platform === 'win32' ? readFile(passwordFile(home), 'utf8') : undefined;
}
