import { createReadStream, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ownerOf, socketPathFor } from './journal-file.ts';
import { type Found, nothingFound, takeIn } from './model/journal.ts';

export interface DeadJournal {
  workerId: string;
  /** What it tells of these attempts; null: another process has settled it meanwhile, and taken it away. */
  read(wanted: ReadonlySet<string>): Promise<Found | null>;
  remove(): void;
}

const filesOf = (folder: string, workerId: string): string[] =>
  readdirSync(folder)
    .filter((name) => ownerOf(name) === workerId)
    .map((name) => join(folder, name));

/** The journals in this folder whose owners are provably dead on this host. */
export const findDeadJournals = async (folder: string): Promise<DeadJournal[]> => {
  const owners = new Set(readdirSync(folder).flatMap((name) => ownerOf(name) ?? []));
  const found = await Promise.all(
    [...owners].map(async (workerId): Promise<DeadJournal | null> => {
      const socketPath = socketPathFor(folder, workerId);
      if (await answers(socketPath)) return null;
      // Not before: until it died it may have begun another file.
      const paths = filesOf(folder, workerId);
      return {
        workerId,
        read: (wanted) => readFiles(paths, wanted),
        remove: () => {
          for (const path of [...paths, socketPath]) rmSync(path, { force: true });
        },
      };
    }),
  );
  return found.filter((journal) => journal !== null);
};

/** One that is gone is no proof of anything: half of a journal would let messages go again. */
const readFiles = async (paths: readonly string[], wanted: ReadonlySet<string>): Promise<Found | null> => {
  const found = nothingFound();
  try {
    for (const path of paths) await eachRecord(path, (record) => takeIn(found, record, wanted));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return found;
};

/** A torn last record (the process died while writing it) counts as not written. Piece by piece: a journal of before decision 130 may be longer than a string. */
const eachRecord = async (path: string, take: (record: string) => void): Promise<void> => {
  let torn = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8' })) {
    const records = (torn + piece).split('\n');
    torn = records.pop() ?? '';
    for (const record of records) take(record);
  }
};

/** Only a refusal or a missing socket proves death; anything else counts as alive. */
const answers = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const peer = connect(socketPath);
    peer.once('connect', () => {
      peer.destroy();
      resolve(true);
    });
    peer.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
