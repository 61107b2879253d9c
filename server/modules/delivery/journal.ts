import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Outcome } from '../channels/index.ts';
import { JournalFile, journalName, socketPathFor } from './journal-file.ts';
import { dotRecord, replyRecord } from './model/journal.ts';

/** Bytes after which another file is begun: with messages always on their way there is none in which nothing stands. */
const LARGEST = 4 * 1024 * 1024;

/** More than the dots and answers of a group. */
const ROOM = '\n'.repeat(16_384);

/** An attempt as the journal of the worker that makes it knows it. */
export interface Journaled {
  readonly key: string;
  /** Where its dot and its answer stand, as long as the database does not know what became of it. */
  dotIn: JournalFile | null;
  answerIn: JournalFile | null;
  /** It has a record, or is about to, whatever the database knows by now. */
  begun: boolean;
}

export const notYetJournaled = (key: string): Journaled => ({ key, dotIn: null, answerIn: null, begun: false });

/**
 * The local memory of one worker process: a record when a dot is written, one when its reply is read. Not synced to disk: the
 * page cache survives the death of a process, and a lost host is covered by the ten-minute rule. The owner listens on a socket
 * beside it, so that others can tell a dead owner (refused) from a frozen one (accepts). Of several files each goes when nothing
 * stands in it any more, in whatever order that happens.
 */
export class Journal {
  private readonly pathOf: (nth: number) => string;
  private readonly largest: number;
  private readonly socket: Server;
  private nth = 1;
  private file: JournalFile;
  /** Closed, but something stands in them. */
  private readonly earlier = new Set<JournalFile>();
  /** Answers that go with the next dots, or as soon as all that has just arrived is worked through. */
  private answers = '';
  /** Its owner has gone home: what is still answered now stays unknown, and nothing more may be written to a peer. */
  private gone = false;

  get closed(): boolean {
    return this.gone;
  }

  private constructor(pathOf: (nth: number) => string, socket: Server, largest: number) {
    this.pathOf = pathOf;
    this.socket = socket;
    this.largest = largest;
    this.file = new JournalFile(pathOf(1));
  }

  static async open(folder: string, workerId: string, largest = LARGEST): Promise<Journal> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const socket = createServer((peer) => peer.destroy());
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.listen(socketPathFor(folder, workerId), resolve);
    });
    socket.unref();
    return new Journal((nth) => join(folder, journalName(workerId, nth)), socket, largest);
  }

  /** Call right before these dots are written; synchronous, so that the records stand before the bytes. Throws when the disk is full. */
  dots(attempts: readonly Journaled[]): void {
    let records = this.answers;
    for (const { key } of attempts) records += dotRecord(key);
    this.answers = '';
    this.file.append(records);
    for (const one of attempts) {
      if (one.dotIn === null) this.file.standing += 1;
      one.dotIn ??= this.file;
      one.begun = true;
    }
    this.beginAnother();
  }

  /** What never reached its dot and was left untouched needs no record: that is what no record says. */
  reply(attempt: Journaled, outcome: Outcome): void {
    if (outcome.state === 'untouched' && attempt.dotIn === null) return;
    if (attempt.answerIn === null) this.file.standing += 1;
    attempt.answerIn ??= this.file;
    attempt.begun = true;
    // The messages that leave in this round of the event loop take it along.
    if (this.answers === '') setImmediate(() => setImmediate(() => this.writeAnswers()));
    this.answers += replyRecord(attempt.key, outcome);
  }

  private writeAnswers(): void {
    if (this.answers === '' || this.gone) return;
    const records = this.answers;
    this.answers = '';
    try {
      this.file.append(records);
    } catch {
      // On a full disk an answer is only held in memory until the database has it: a kill before that leaves it unknown.
      return;
    }
    this.beginAnother();
  }

  /** Only right after all that counts in this file was written to it. */
  private beginAnother(): void {
    if (this.file.length < this.largest) return;
    const before = this.file;
    try {
      this.file = new JournalFile(this.pathOf(this.nth + 1));
      this.nth += 1;
      before.close();
      this.earlier.add(before);
      this.dropIfDone(before);
    } catch {
      // Without room for another this one goes on, however long it becomes.
    }
  }

  /** Whether records of a group may be written; tried, because no system tells it beforehand. */
  hasRoom(): boolean {
    if (this.gone) return false;
    const { length } = this.file;
    try {
      this.file.append(ROOM);
    } catch {
      return false;
    }
    this.file.cutTo(length);
    return true;
  }

  /** The database knows these now; a file in which nothing stands any more starts anew, or goes. */
  settled(attempts: readonly (Journaled | null)[]): void {
    // Closed, the descriptor may be another file's by now; whoever comes next finds nothing to settle in what stays.
    if (this.gone) return;
    for (const one of attempts) {
      if (one === null) continue;
      this.leave(one.dotIn);
      this.leave(one.answerIn);
      one.dotIn = null;
      one.answerIn = null;
    }
    if (this.file.standing === 0) this.file.cutTo(0);
  }

  private leave(file: JournalFile | null): void {
    if (file === null) return;
    file.standing -= 1;
    if (file !== this.file) this.dropIfDone(file);
  }

  private dropIfDone(file: JournalFile): void {
    if (file.standing > 0 || !this.earlier.delete(file)) return;
    try {
      file.remove();
    } catch {
      // What stays of it tells nobody anything: of whom it speaks, the database knows.
    }
  }

  /** Removes the journal when the work is `done` and nothing is left to tell; otherwise leaves it for the next process to settle from. */
  async close(done = true): Promise<void> {
    this.writeAnswers();
    this.gone = true;
    this.file.close();
    if (done && this.earlier.size === 0 && this.file.standing === 0) this.file.remove();
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }
}
