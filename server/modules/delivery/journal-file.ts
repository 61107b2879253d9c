import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const LONGEST_SOCKET_PATH = 100;
const ENDING = '.journal';

/** This host's part of a journal's file name: a journal is judged only on the host that wrote it. */
const hostPart = () => hostname().replace(/[^a-zA-Z0-9-]/g, '_');

export const socketPathFor = (folder: string, workerId: string): string => {
  if (process.platform === 'win32') return `\\\\.\\pipe\\fanfare-${workerId}`;
  const beside = join(folder, `${workerId}.sock`);
  return beside.length <= LONGEST_SOCKET_PATH ? beside : join(tmpdir(), `fanfare-${workerId}.sock`);
};

/** `nth`: counted from 1 over the life of a worker. */
export const journalName = (workerId: string, nth: number): string =>
  `${hostPart()}.${workerId}${nth === 1 ? '' : `.${nth}`}${ENDING}`;

/** Whose journal this file of the folder belongs to; null: to nobody of this host. */
export const ownerOf = (name: string): string | null => {
  const prefix = `${hostPart()}.`;
  if (!name.startsWith(prefix) || !name.endsWith(ENDING)) return null;
  return name.slice(prefix.length, -ENDING.length).split('.')[0] ?? null;
};

/** As the system says it, also where it wrote a part and said nothing. */
export const diskFull = (): Error =>
  Object.assign(new Error('the disk of the data folder is full'), { code: 'ENOSPC' });

/** One file of a journal, and how much of it still matters. */
export class JournalFile {
  /** So many records are in it, or about to be, of attempts of which the database does not know yet what became of them. */
  standing = 0;
  length = 0;
  private readonly descriptor: number;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
    this.descriptor = openSync(path, 'a', 0o600);
  }

  /** All or nothing: half a record would swallow the next. */
  append(records: string): void {
    const bytes = Buffer.from(records);
    let written = 0;
    try {
      written = writeSync(this.descriptor, bytes);
    } finally {
      if (written < bytes.length) ftruncateSync(this.descriptor, this.length);
    }
    if (written < bytes.length) throw diskFull();
    this.length += written;
  }

  cutTo(length: number): void {
    ftruncateSync(this.descriptor, length);
    this.length = length;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}
