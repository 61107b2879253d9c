import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach, chooseOperatingUser, type OperatingUser } from './operating-user.ts';

export type Home = { folder: string; cluster: string; user: OperatingUser };

const ELSEWHERE = '/var/lib/fanfare';

/** Where the start lock lies, so it is made before anybody holds that. */
export async function makeDataFolder(dataFolder: string): Promise<void> {
  if ((await mkdir(dataFolder, { recursive: true })) !== undefined) await chmod(dataFolder, 0o711);
}

/**
 * `<data>/postgres`, private to the user who runs PostgreSQL. When we are root and that user cannot enter the data folder (it lies in /root, say),
 * the folder is made under /var/lib/fanfare and linked. To be called by one process at a time.
 */
export async function prepareHome(dataFolder: string): Promise<Home> {
  const place = join(dataFolder, 'postgres');
  const owner = await stat(join(place, 'cluster')).catch(() => undefined);
  const user = chooseOperatingUser(owner);
  if ((await lstat(place).catch(() => undefined)) === undefined) await createPlace(place, dataFolder, user);
  const folder = await realpath(place).catch(() => {
    throw new Error(
      `${place} points to a folder that is gone. Restore that folder from a backup, or remove ${place} to begin with an empty database.`,
    );
  });
  await refuseForeignOwner(folder);
  return { folder, cluster: join(folder, 'cluster'), user };
}

async function createPlace(place: string, dataFolder: string, user: OperatingUser): Promise<void> {
  const reachable = canReach(user, dataFolder, 'execute');
  const folder = reachable ? place : join(ELSEWHERE, randomBytes(8).toString('hex'));
  if (!reachable) {
    await mkdir(ELSEWHERE, { recursive: true });
    await chmod(ELSEWHERE, 0o755);
  }
  await mkdir(folder, { mode: 0o700 });
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  if (reachable) return;
  await symlink(folder, place);
  await writeFile(join(folder, 'belongs-to.txt'), `${dataFolder}\n`);
}

async function refuseForeignOwner(folder: string): Promise<void> {
  const uid = process.getuid?.();
  const owner = (await stat(folder)).uid;
  if (uid === undefined || uid === 0 || owner === uid) return;
  throw new Error(
    `${folder} belongs to user id ${owner}, but Fanfare runs as ${uid}. Start it as that user, or run: chown -R ${uid} ${folder}`,
  );
}
