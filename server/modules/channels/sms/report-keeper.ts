import type { Report } from './model/receipt.ts';

/** Keeps what a gateway reports. What comes while others are being written waits for them, and is written in one statement. */
export class ReportKeeper {
  readonly #write: (reports: readonly Report[]) => Promise<void>;
  #waiting: Report[] = [];
  #next: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(write: (reports: readonly Report[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when it is kept; fails together with those that were to be written with it. */
  keep(report: Report): Promise<void> {
    this.#waiting.push(report);
    this.#next ??= this.#writing.then(() => this.#writeAll());
    return this.#next;
  }

  #writeAll(): Promise<void> {
    const reports = this.#waiting;
    this.#waiting = [];
    this.#next = null;
    const written = this.#write(reports);
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
