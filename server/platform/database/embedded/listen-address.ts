import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Home } from './home.ts';

const PORT = 5432;
/** The kernel takes 107 bytes and a closing zero. */
const SOCKET_PATH_BYTES = 106;

/** A unix socket in the cluster's private folder; on Windows a free port of 127.0.0.1. */
export async function chooseAddress(home: Home): Promise<Record<string, string>> {
  if (process.platform === 'win32') return { listen_addresses: '127.0.0.1', port: String(await freePort()) };
  return {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: `"${(await socketFolder(home)).replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  };
}

async function socketFolder(home: Home): Promise<string> {
  if (Buffer.byteLength(join(home.folder, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_BYTES) return home.folder;
  const folder = join(tmpdir(), `fanfare-${createHash('sha256').update(home.cluster).digest('hex').slice(0, 16)}`);
  const uid = home.user?.uid ?? process.getuid?.() ?? 0;
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (home.user !== undefined && (await lstat(folder)).uid === 0) await chown(folder, home.user.uid, home.user.gid);
  const entry = await lstat(folder);
  if (entry.isDirectory() && entry.uid === uid && (entry.mode & 0o077) === 0) return folder;
  throw new Error(
    `${folder} is not a private folder of user id ${uid}. Remove it, or give FANFARE_DATA a shorter path.`,
  );
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve((address as { port: number }).port));
    });
  });
}
