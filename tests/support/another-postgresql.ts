import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { findPostgres } from '../../scripts/programs.ts';
import { chooseOperatingUser } from '../../server/platform/database/embedded/operating-user.ts';
import { freePort } from './free-port.ts';
import { createTemplate } from './global-setup.ts';
import { startPeer } from './peers.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** An installed PostgreSQL on a cluster of its own, for this project's tests alone; without one they say so and are skipped. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = findPostgres();
  if (programs === undefined) return undefined;
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
  project.provide('serverUrl', url);
  return async () => {
    await server.stop();
    await remove();
  };
}
