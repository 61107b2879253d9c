import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Standing } from '../accounts/account.store.ts';
import type { Handed, SmsToHand } from './gateway.ts';
import { type Group, type MeterReading, type MeterTerms, openGroup, readMeter } from './meter.store.ts';

const EVERY_MS = 100;

/** Null: it was not handed over, and does not count. */
const stateOf = ({ outcome, accepted }: Handed): MeterReading['state'] | null => {
  if (accepted > 0 && outcome?.state !== 'unknown') return 'accepted';
  if (outcome === null || outcome.state === 'untouched') return null;
  if (outcome.state === 'sent') return 'accepted';
  return outcome.state === 'unknown' ? 'unknown' : 'refused';
};

/** Counts the messages of a run: each group before it goes, and what became of them together, a little after the answers came. */
export class Meter {
  readonly #db: Db;
  readonly #logger: Logger;
  readonly #terms: MeterTerms;
  /** By line: the last that was heard of it. */
  #waiting = new Map<number, MeterReading>();
  #over: Group[] = [];
  /** Of these something could not be written. */
  readonly #lost = new Set<Group>();
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(db: Db, logger: Logger, terms: MeterTerms) {
    this.#db = db;
    this.#logger = logger;
    this.#terms = terms;
  }

  /** Before the first of them is handed over; tells whether its account may send. Without a group it may not. */
  open(messages: readonly SmsToHand[]): Promise<{ standing: Standing; group: Group | null }> {
    return openGroup(this.#db, this.#terms, messages);
  }

  note(group: Group, message: SmsToHand, handed: Handed): void {
    const state = stateOf(handed);
    if (state === null) return;
    this.#waiting.set(message.no, { message, group, state, accepted: handed.accepted, taken: handed.taken });
    this.#soon();
  }

  /** All was noted: what was not, never went. */
  close(group: Group): void {
    this.#over.push(group);
    this.#soon();
  }

  /** Resolves when all that was noted is written, or cannot be. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const readings = [...this.#waiting.values()];
    const over = this.#over;
    this.#waiting = new Map();
    this.#over = [];
    if (readings.length + over.length > 0) this.#writing = this.#writing.then(() => this.#write(readings, over));
    await this.#writing;
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS);
  }

  /** A group of which something cannot be written stays open: that is counted as not settled. */
  async #write(readings: MeterReading[], over: Group[]): Promise<void> {
    const whole = over.filter((group) => !this.#lost.has(group));
    try {
      await readMeter(this.#db, this.#terms, readings, whole);
    } catch (error) {
      for (const { group } of readings) this.#lost.add(group);
      this.#logger.error({ err: error, run: this.#terms.runId }, 'what became of SMS could not be metered');
    }
  }
}
