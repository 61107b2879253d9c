import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Standing } from '../accounts/account.store.ts';
import type { Handed } from './gateway.ts';
import { type Metered, type MeterReading, type MeterTerms, openMeter, readMeter } from './meter.store.ts';

const EVERY_MS = 100;

const stateOf = ({ outcome, accepted }: Handed): MeterReading['state'] => {
  if (accepted > 0 && outcome?.state !== 'unknown') return 'accepted';
  if (outcome === null || outcome.state === 'untouched') return 'untouched';
  if (outcome.state === 'sent') return 'accepted';
  return outcome.state === 'unknown' ? 'unknown' : 'refused';
};

/** Counts the messages of a run: all before they go, and what became of them in groups, a little after the answers came. */
export class Meter {
  readonly #db: Db;
  readonly #logger: Logger;
  readonly #terms: MeterTerms;
  #waiting: MeterReading[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(db: Db, logger: Logger, terms: MeterTerms) {
    this.#db = db;
    this.#logger = logger;
    this.#terms = terms;
  }

  /** Before the first of them is handed over; tells whether its account may send. */
  open(messages: readonly Metered[]): Promise<Standing> {
    return openMeter(this.#db, this.#terms, messages);
  }

  note(no: number, handed: Handed): void {
    this.#waiting.push({ no, state: stateOf(handed), accepted: handed.accepted, taken: handed.taken });
    this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS);
  }

  /** Resolves when all that was noted is written, or cannot be. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const readings = this.#waiting;
    this.#waiting = [];
    if (readings.length > 0) this.#writing = this.#writing.then(() => this.#write(readings));
    await this.#writing;
  }

  /** What cannot be written stays "handing": it is counted as not settled. */
  async #write(readings: MeterReading[]): Promise<void> {
    try {
      await readMeter(this.#db, this.#terms, readings);
    } catch (error) {
      this.#logger.error({ err: error, run: this.#terms.runId }, 'what became of SMS could not be metered');
    }
  }
}
