import { readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How far a database had come when this data folder last heard of it. */
export interface Seen {
  lineage: string;
  epoch: bigint;
}

/** Null: this folder has never sent for any database. */
export const readSeen = (file: string): Seen | null => {
  try {
    const [lineage = '', epoch = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return /^\d+$/.test(epoch) ? { lineage, epoch: BigInt(epoch) } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const knows = (file: string, { lineage, epoch }: Seen): boolean => {
  const there = readSeen(file);
  return there?.lineage === lineage && there.epoch >= epoch;
};

let drafts = 0;

/** Never lowers what another of this folder has written meanwhile. */
export const writeSeen = async (file: string, seen: Seen): Promise<void> => {
  if (knows(file, seen)) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  drafts += 1;
  const draft = `${file}.${process.pid}.${drafts}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${seen.lineage} ${seen.epoch}\n`);
    await handle.sync();
  } catch (error) {
    // On a full disk, where each try would leave one.
    rmSync(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  // Another may have come further while this was written; asked in the same breath in which it is put in place.
  if (knows(file, seen)) rmSync(draft, { force: true });
  else renameSync(draft, file);
};
