import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The account PostgreSQL runs under when we are root, which it refuses to be; undefined when we are an ordinary user ourselves. */
export type OperatingUser = { uid: number; gid: number } | undefined;

export function chooseOperatingUser(clusterOwner: { uid: number; gid: number } | undefined): OperatingUser {
  if (process.getuid?.() !== 0) return undefined;
  if (clusterOwner !== undefined && clusterOwner.uid !== 0) return { uid: clusterOwner.uid, gid: clusterOwner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody']
    .map((name) => accounts.find((a) => a[0] === name))
    .find((a) => a !== undefined);
  if (account === undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root and there is no account "postgres" or "nobody" to run it. Start Fanfare as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Asked of the kernel, as that user: modes, groups and access lists all count. */
export function canReach(user: OperatingUser, path: string, right: 'read' | 'execute'): boolean {
  if (user === undefined) return true;
  const flag = right === 'read' ? '-r' : '-x';
  return spawnSync('/bin/sh', ['-c', `test ${flag} "$0"`, path], { ...user, cwd: '/' }).status === 0;
}

export async function giveTo(user: OperatingUser, path: string): Promise<void> {
  if (user === undefined) return;
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chown(path, user.uid, user.gid);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await giveTo(user, join(path, name));
}
