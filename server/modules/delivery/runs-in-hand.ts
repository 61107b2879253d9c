import type { RunId } from '../../../contract/ids.ts';
import type { Bench } from './bench.ts';
import { closeRun, type LiveRun, openRun, whyNotOpened } from './live-run.ts';
import { acknowledge, type Notice, readNotices } from './worker.store.ts';

/** A run opened once, and how many slots are at it. */
interface Opened {
  runId: RunId;
  opening: Promise<LiveRun>;
  run: LiveRun | null;
  slots: number;
}

/**
 * The runs a worker sends, each opened once for all of its slots. One that is paused or stopped stays held for the slots that are at it,
 * and is closed behind the last of them. Where it goes on meanwhile, the next slot opens it anew and waits for none of them.
 */
export class RunsInHand {
  readonly #bench: Bench;
  readonly #forget: (runId: RunId) => void;
  readonly #current = new Map<string, Opened>();
  readonly #unclosed = new Set<Opened>();
  #acknowledged = 0n;

  /** `forget` is told of runs that this worker has nothing to do with any more. */
  constructor(bench: Bench, forget: (runId: RunId) => void) {
    this.#bench = bench;
    this.#forget = forget;
  }

  /** It stays open while somebody works with it. */
  async use<T>(runId: RunId, work: (run: LiveRun) => Promise<T>): Promise<T> {
    const opened = this.#current.get(runId) ?? this.#begin(runId);
    opened.slots += 1;
    try {
      return await work(await opened.opening);
    } finally {
      opened.slots -= 1;
      await this.#closeIfLeft(opened);
    }
  }

  #begin(runId: RunId): Opened {
    const opened: Opened = { runId, opening: this.#open(runId), run: null, slots: 0 };
    this.#current.set(runId, opened);
    return opened;
  }

  async #open(runId: RunId): Promise<LiveRun> {
    try {
      const run = await openRun(this.#bench, runId);
      const opened = this.#current.get(runId)!;
      opened.run = run;
      this.#unclosed.add(opened);
      return run;
    } catch (error) {
      this.#current.delete(runId);
      const reason = whyNotOpened(error);
      if (reason !== null) await this.#bench.pauseRun(runId, reason);
      throw error;
    }
  }

  /**
   * Holds and lets go of runs that are no longer being sent, then tells the one who paused that this worker knows; also of a pause that was
   * over before it was seen. `leased`: runs of which a slot has a chunk, be it from before they were let go of.
   */
  async takeNotice(leased: readonly RunId[]): Promise<void> {
    const asked = new Set<string>([...this.#current.keys(), ...leased]);
    if (asked.size === 0) return;
    const notices = await readNotices(this.#bench.db, [...asked]);
    const left = notices.flatMap((notice) => this.#letGo(notice) ?? []);
    try {
      // What was begun since may have been forbidden by then, and nobody asked about it.
      if ([...this.#current.keys()].every((runId) => asked.has(runId))) await this.#acknowledge(notices);
    } finally {
      await Promise.all(left.map((opened) => this.#closeIfLeft(opened)));
    }
  }

  #letGo({ runId, state }: Notice): Opened | null {
    const opened = this.#current.get(runId);
    if (!opened?.run) return null;
    // Held but being sent: it was resumed before this worker let go of it, and must be opened anew.
    if (state === 'sending' && (!opened.run.held || opened.run.deciding)) return null;
    opened.run.held = true;
    this.#current.delete(runId);
    return opened;
  }

  async #acknowledge(notices: readonly Notice[]): Promise<void> {
    const last = notices
      .map(({ gateSeq }) => BigInt(gateSeq ?? 0))
      .reduce((one, other) => (other > one ? other : one), 0n);
    if (last <= this.#acknowledged) return;
    await acknowledge(this.#bench.db, this.#bench.workerId, String(last));
    this.#acknowledged = last;
  }

  async #closeIfLeft(opened: Opened): Promise<void> {
    if (opened.slots > 0 || this.#current.get(opened.runId) === opened || !this.#unclosed.delete(opened)) return;
    if (!this.#current.has(opened.runId)) this.#forget(opened.runId);
    await closeRun(await opened.opening);
  }

  /** Whoever is still at one of them. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#unclosed].map(async ({ opening }) => closeRun(await opening)));
  }
}
