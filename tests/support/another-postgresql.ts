import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chooseOperatingUser } from '../../server/platform/database/embedded/operating-user.ts';
import { freePort } from './free-port.ts';
import { createTemplate } from './global-setup.ts';
import { startPeer } from './peers.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** An installed PostgreSQL, whose programs lie in this folder, on a cluster of its own with the migrated template. */
export async function startAnotherPostgres(programs: string): Promise<{ url: string; close(): Promise<void> }> {
  const { folder, remove } = await temporaryFolder();
  const user = chooseOperatingUser(undefined);
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  await run(
    join(programs, 'initdb'),
    ['-D', cluster, '-U', 'fanfare', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder },
  );
  const port = await freePort();
  const settings = ['-p', String(port), '-k', folder, '-c', 'fsync=off', '-c', 'max_connections=200'];
  const server = await startPeer(join(programs, 'postgres'), ['-D', cluster, ...settings], {
    ...{ port, folder, user },
    greets: false,
  });
  const url = `postgresql://fanfare@127.0.0.1:${port}/postgres`;
  await createTemplate(url);
  async function close(): Promise<void> {
    await server.stop();
    await remove();
  }
  return { url, close };
}
