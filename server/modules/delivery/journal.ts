import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../channels/index.ts';
import { dotRecord, type JournalEntry, readJournal, replyRecord } from './model/journal.ts';

const LONGEST_SOCKET_PATH = 100;

/** This host's part of a journal's file name: a journal is judged only on the host that wrote it. */
const hostPart = () => hostname().replace(/[^a-zA-Z0-9-]/g, '_');

const socketPathFor = (folder: string, workerId: string): string => {
  if (process.platform === 'win32') return `\\\\.\\pipe\\fanfare-${workerId}`;
  const beside = join(folder, `${workerId}.sock`);
  return beside.length <= LONGEST_SOCKET_PATH ? beside : join(tmpdir(), `fanfare-${workerId}.sock`);
};

/** An attempt as the journal of the worker that makes it knows it. */
export interface Journaled {
  readonly key: string;
  /** A record of it stands, and the database does not know yet what became of it. */
  stands: boolean;
  /** A record of it was written or is about to be, whatever the database knows by now. */
  begun: boolean;
}

export const notYetJournaled = (key: string): Journaled => ({ key, stands: false, begun: false });

/** As the system says it, also where it wrote a part and said nothing. */
export const diskFull = (): Error =>
  Object.assign(new Error('the disk of the data folder is full'), { code: 'ENOSPC' });

/** More than the dots and answers of a group. */
const ROOM = '\n'.repeat(16_384);

/**
 * The local memory of one worker process: a record when a dot is written, one when its reply is read. Not synced to disk: the
 * page cache survives the death of a process, and a lost host is covered by the ten-minute rule. The owner listens on a socket
 * beside it, so that others can tell a dead owner (refused) from a frozen one (accepts).
 */
export class Journal {
  private readonly file: number;
  private readonly path: string;
  private readonly socket: Server;
  /** Of so many a record stands. */
  private standing = 0;
  private length = 0;
  /** Answers that go with the next dots, or as soon as all that has just arrived is worked through. */
  private answers = '';
  /** Its owner has gone home: what is still answered now stays unknown, and nothing more may be written to a peer. */
  private gone = false;

  get closed(): boolean {
    return this.gone;
  }

  private constructor(path: string, socket: Server) {
    this.path = path;
    this.socket = socket;
    this.file = openSync(path, 'a', 0o600);
  }

  static async open(folder: string, workerId: string): Promise<Journal> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const socket = createServer((peer) => peer.destroy());
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.listen(socketPathFor(folder, workerId), resolve);
    });
    socket.unref();
    return new Journal(join(folder, `${hostPart()}.${workerId}.journal`), socket);
  }

  /** Call right before these dots are written; synchronous, so that the records stand before the bytes. Throws when the disk is full. */
  dots(attempts: readonly Journaled[]): void {
    let records = this.answers;
    for (const { key } of attempts) records += dotRecord(key);
    this.answers = '';
    this.append(records);
    for (const one of attempts) this.stand(one);
  }

  /** What never reached its dot and was left untouched needs no record: that is what no record says. */
  reply(attempt: Journaled, outcome: Outcome): void {
    if (outcome.state === 'untouched' && !attempt.stands) return;
    this.stand(attempt);
    // The messages that leave in this round of the event loop take it along.
    if (this.answers === '') setImmediate(() => setImmediate(() => this.writeAnswers()));
    this.answers += replyRecord(attempt.key, outcome);
  }

  private stand(attempt: Journaled): void {
    if (!attempt.stands) this.standing += 1;
    attempt.stands = true;
    attempt.begun = true;
  }

  /** Whether records of a group may be written; tried, because no system tells it beforehand. */
  hasRoom(): boolean {
    if (this.gone) return false;
    try {
      this.append(ROOM);
    } catch {
      return false;
    }
    this.length -= ROOM.length;
    ftruncateSync(this.file, this.length);
    return true;
  }

  private writeAnswers(): void {
    if (this.answers === '' || this.gone) return;
    const records = this.answers;
    this.answers = '';
    try {
      this.append(records);
    } catch {
      // On a full disk an answer is only held in memory until the database has it: a kill before that leaves it unknown.
    }
  }

  /** All or nothing: half a record would swallow the next. */
  private append(records: string): void {
    const bytes = Buffer.from(records);
    let written = 0;
    try {
      written = writeSync(this.file, bytes);
    } finally {
      if (written < bytes.length) ftruncateSync(this.file, this.length);
    }
    if (written < bytes.length) throw diskFull();
    this.length += written;
  }

  /** The database knows these now; with nothing left standing the journal starts anew. */
  settled(attempts: readonly (Journaled | null)[]): void {
    for (const one of attempts) {
      if (!one?.stands) continue;
      one.stands = false;
      this.standing -= 1;
    }
    if (this.standing > 0) return;
    ftruncateSync(this.file, 0);
    this.length = 0;
  }

  /** Removes the journal when the work is `done` and nothing is left to tell; otherwise leaves it for the next process to settle from. */
  async close(done = true): Promise<void> {
    this.writeAnswers();
    this.gone = true;
    closeSync(this.file);
    if (done && this.standing === 0) rmSync(this.path, { force: true });
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }
}

export interface DeadJournal {
  workerId: string;
  entries: Map<string, JournalEntry>;
  remove(): void;
}

/** The journals in this folder whose owners are provably dead on this host. */
export const findDeadJournals = async (folder: string): Promise<DeadJournal[]> => {
  const prefix = `${hostPart()}.`;
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.journal'));
  const found = await Promise.all(
    names.map(async (name): Promise<DeadJournal | null> => {
      const workerId = name.slice(prefix.length, -'.journal'.length);
      const socketPath = socketPathFor(folder, workerId);
      if (await answers(socketPath)) return null;
      const path = join(folder, name);
      return {
        workerId,
        entries: readJournal(readFileSync(path, 'utf8')),
        remove: () => {
          rmSync(path, { force: true });
          rmSync(socketPath, { force: true });
        },
      };
    }),
  );
  return found.filter((journal) => journal !== null);
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
