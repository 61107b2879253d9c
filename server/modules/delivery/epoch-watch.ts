import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import { readSeen, writeSeen } from './epoch-file.ts';
import { advanceEpoch, findHold, holdInstance, loadStanding, trustWorker } from './instance.store.ts';
import type { PauseReason } from './model/auto-pause.ts';
import { judgeStanding } from './model/standing.ts';

interface Needs {
  db: Db;
  logger: Logger;
  epochFile: string;
  workerId: string;
  pauseRun(runId: RunId, reason: PauseReason): Promise<void>;
}

/** So long one note is enough for all that begins and ends. */
const ENOUGH_MS = 500;

/** Keeps a worker from sending for a database that was restored from a backup, or that it does not know (F30). */
export class EpochWatch {
  readonly #needs: Needs;
  #lineage = '';
  #said = '';
  #advancing: Promise<unknown> = Promise.resolve();
  /** Not begun yet. */
  #next: Promise<void> | null = null;
  #noted = { lineage: '', at: Number.NEGATIVE_INFINITY };
  #later: NodeJS.Timeout | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Asked before every lease. */
  async maySend(): Promise<boolean> {
    const { db, workerId, epochFile } = this.#needs;
    // The file first: the database may be ahead of it, never behind.
    const seen = readSeen(epochFile);
    const standing = await loadStanding(db, workerId);
    const verdict = judgeStanding(standing, seen);
    if (verdict === 'behind') await db.transaction().execute((tx) => holdInstance(tx, hostname(), seen!.epoch));
    if (verdict === 'behind' || verdict === 'held') await this.#pauseAll();
    if (verdict !== 'may_send') {
      this.#say(verdict);
      return false;
    }
    this.#said = '';
    this.#lineage = standing.lineage;
    if (!standing.trusted) await trustWorker(db, workerId);
    return true;
  }

  /**
   * The folder remembers that something is, or was, being sent: at once, unless that was written within the last half second. Then it is
   * written once more half a second from now, for all who ask until then.
   */
  async note(): Promise<void> {
    const { lineage, at } = this.#noted;
    if (lineage !== this.#lineage || performance.now() - at >= ENOUGH_MS) return this.advance();
    this.#later ??= setTimeout(() => void this.close(), ENOUGH_MS);
  }

  /** Writes at once what was to be written later; that it could not is logged. */
  async close(): Promise<void> {
    if (this.#later === null) return;
    clearTimeout(this.#later);
    this.#later = null;
    await this.advance().catch((err) => this.#needs.logger.warn({ err }, 'the epoch could not be noted'));
  }

  /** Whoever asks while one is being written waits for the next, which all of them share. */
  advance(): Promise<void> {
    if (this.#next === null) {
      this.#next = this.#advancing.then(() => this.#advanceNow());
      this.#advancing = this.#next.catch(() => undefined);
    }
    return this.#next;
  }

  async #advanceNow(): Promise<void> {
    this.#next = null;
    const { db, epochFile } = this.#needs;
    const [lineage, at] = [this.#lineage, performance.now()];
    await writeSeen(epochFile, { lineage, epoch: await advanceEpoch(db) });
    this.#noted = { lineage, at };
  }

  /** At every look: one that could not be paused would go on by itself once somebody vouches. */
  async #pauseAll(): Promise<void> {
    const { db, logger, pauseRun } = this.#needs;
    if ((await findHold(db)) === null) return;
    const { rows } = await sql<{ id: RunId }>`select id from run where state = 'sending'`.execute(db);
    for (const { id } of rows) {
      try {
        await pauseRun(id, { code: 'database_restored', params: {} });
      } catch (error) {
        logger.warn({ err: error, run: id }, 'a run could not be paused');
      }
    }
  }

  #say(verdict: string): void {
    if (this.#said !== verdict)
      this.#needs.logger.warn({ verdict }, 'nothing is sent until an administrator vouches for the database');
    this.#said = verdict;
  }
}
