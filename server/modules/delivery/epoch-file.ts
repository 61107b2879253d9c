import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
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

/** Never lowers what another process of this folder has written. */
export const writeSeen = (file: string, seen: Seen): void => {
  const there = readSeen(file);
  if (there?.lineage === seen.lineage && there.epoch >= seen.epoch) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, `${seen.lineage} ${seen.epoch}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
};
