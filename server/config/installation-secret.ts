import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

const SECRET_BYTES = 32;

/** FANFARE_SECRET if given, else `<data>/secret.key`, generated on the first start and readable by its owner only. */
export async function installationSecret(dataFolder: string, given: string | undefined): Promise<Uint8Array> {
  if (given !== undefined) return Buffer.from(given, 'utf8');
  const file = join(dataFolder, 'secret.key');
  const secret = (await readSecret(file)) ?? (await generateSecret(dataFolder, file));
  if (secret.length === SECRET_BYTES) return secret;
  throw new ConfigError([
    {
      name: file,
      reason: `does not hold ${SECRET_BYTES} bytes`,
      remedy: 'Restore it from a backup; without it stored passwords cannot be opened.',
    },
  ]);
}

async function readSecret(file: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ConfigError([
      { name: file, reason: 'cannot be read', remedy: 'Start Fanfare as the user who owns the data folder.' },
    ]);
  }
}

/** Linking a finished draft lets the first of two processes win and the second read its key. */
async function generateSecret(dataFolder: string, file: string): Promise<Buffer> {
  await mkdir(dataFolder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(SECRET_BYTES).toString('base64url')}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecret(file))!;
}
