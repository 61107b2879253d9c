import { setTimeout as sleep } from 'node:timers/promises';
import type { RunId } from '../../../contract/ids.ts';
import { planByKey } from '../../platform/database/by-key.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { FullDisk } from './full-disk.ts';
import type { Journal, Journaled } from './journal.ts';
import { releaseAttempts } from './line.store.ts';
import { appendOutcomes, isOvertaken, type NextOutcome, writeOutcomes } from './outcome.store.ts';
import type { Stay } from './stay.ts';
import { countStrikes, type Strike } from './strike.store.ts';

const GROUP = 200;
const LONGEST_WAIT_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** What follows from an outcome beyond its line. */
export interface Consequences {
  /** The peer says the address is gone for ever, or is none: its key is suppressed with the outcome. */
  gone: { addressKey: string; reply: string } | null;
  /** A refusal that counts against the address over time. */
  strike: Strike | null;
}

export interface Settled extends Consequences {
  /** Null: it was never handed over. */
  journaled: Journaled | null;
  outcome: NextOutcome | null;
  no: number;
  attemptNo: number;
  /** Where its intent stands until this is told; null: it never had one. */
  stay: Stay | null;
}

/** More is to be done than to write down what became of it. */
const isPlain = ({ outcome, gone, strike }: Settled): boolean => outcome !== null && gone === null && strike === null;

export const outcomesOf = (group: readonly Settled[]): NextOutcome[] => group.flatMap(({ outcome }) => outcome ?? []);

/** What became of a group, taken by whoever writes it with other things. Exactly one of the two is called. */
export interface Taken {
  group: readonly Settled[];
  /** The database has these. */
  told(): void;
  /** They are told by themselves after all; resolves when the database has them. */
  untold(): Promise<void>;
}

export type SuppressGone = (tx: Tx, gone: readonly { addressKey: string; reply: string }[]) => Promise<void>;

/** Before the outcomes are written: the gate's lock comes before the chunk's, as everywhere. */
export const bearConsequences = async (
  tx: Tx,
  suppressGone: SuppressGone,
  group: readonly Consequences[],
): Promise<void> => {
  const strikes = await countStrikes(
    tx,
    group.flatMap((one) => one.strike ?? []),
  );
  const gone = [...group.flatMap((one) => one.gone ?? []), ...strikes];
  if (gone.length > 0) await suppressGone(tx, gone);
};

export interface RecorderNeeds {
  db: Db;
  journal: Journal;
  full: FullDisk;
  logger: Logger;
  suppressGone: SuppressGone;
}

/** Gathers what became of a chunk's lines and writes it in groups, again and again until the database has it. */
export class OutcomeRecorder {
  private readonly runId: RunId;
  private readonly needs: RecorderNeeds;
  private waiting: Settled[] = [];
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(runId: RunId, needs: RecorderNeeds) {
    this.runId = runId;
    this.needs = needs;
  }

  add(settled: Settled): void {
    this.waiting.push(settled);
    if (this.waiting.length >= GROUP) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), LONGEST_WAIT_MS);
  }

  /** Resolves when everything added so far is in the database. */
  async drain(): Promise<void> {
    this.flush();
    await this.writing;
  }

  /** What waits, for the caller to write; `drain` waits for it too. Where there is more to it than that it goes by itself, at once: null, as if nothing waits. */
  takePlain(): Taken | null {
    if (!this.waiting.every(isPlain)) this.flush();
    const group = this.take();
    if (group.length === 0) return null;
    let over = () => {};
    const away = new Promise<void>((resolve) => {
      over = resolve;
    });
    this.writing = this.writing.then(() => away);
    return {
      group,
      told: () => {
        this.told(group);
        over();
      },
      untold: () => {
        this.tell(group);
        over();
        return this.writing;
      },
    };
  }

  private tell(group: readonly Settled[]): void {
    if (group.length > 0) this.writing = this.writing.then(() => this.writeUntilDone(group));
  }

  private told(group: readonly Settled[]): void {
    this.needs.journal.settled(group.map(({ journaled }) => journaled));
    for (const { stay } of group) stay?.leave();
  }

  private take(): readonly Settled[] {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const group = this.waiting;
    this.waiting = [];
    return group;
  }

  private flush(): void {
    this.tell(this.take());
  }

  private async writeUntilDone(group: readonly Settled[]): Promise<void> {
    for (let wait = 100; ; wait = Math.min(LONGEST_RETRY_MS, wait * 2)) {
      try {
        await this.write(group).catch((error) => {
          if (isOvertaken(error)) return this.write(group, appendOutcomes);
          throw error;
        });
        this.told(group);
        return;
      } catch (error) {
        this.needs.logger.warn({ err: error, lines: group.length }, 'outcomes could not be written, trying again');
        this.needs.full.note(error);
        await sleep(wait);
      }
    }
  }

  private async write(group: readonly Settled[], write: typeof writeOutcomes | typeof appendOutcomes = writeOutcomes) {
    return this.needs.db.transaction().execute(async (tx) => {
      // Left to itself, the database would plan the statement anew for every group.
      await planByKey(tx);
      await bearConsequences(tx, this.needs.suppressGone, group);
      await write(tx, this.runId, outcomesOf(group));
      await releaseAttempts(
        tx,
        this.runId,
        group.filter((one) => one.outcome === null),
      );
    });
  }
}
