import type { Batch } from './batch.ts';

/** What a run is given of a slot before others may ask for it. */
const TURN_MS = 1_000;

/** Which runs have had their turn in this worker, and who gives way when another waits. */
export class Turns {
  /** Runs by when something of them last could go; the longest ago first. */
  private readonly served = new Set<string>();
  private readonly busy = new Map<Batch, number>();

  /** Runs that were served, the longest ago first: the others come before them. */
  get order(): string[] {
    return [...this.served];
  }

  begin(batch: Batch): void {
    this.busy.set(batch, performance.now());
  }

  end(batch: Batch): void {
    this.busy.delete(batch);
    if (!batch.served) return;
    const { id } = batch.run.row;
    this.served.delete(id);
    this.served.add(id);
  }

  forget(runId: string): void {
    this.served.delete(runId);
  }

  /** Of the run with the most slots, the one that has had its slot longest; a test, or one that has just begun, keeps it. */
  giveWay(): void {
    const since = performance.now() - TURN_MS;
    const slotsOf = (batch: Batch) => [...this.busy.keys()].filter(({ run }) => run === batch.run).length;
    const [one] = [...this.busy]
      .filter(([{ run, givesWay }, begun]) => run.row.mode !== 'test' && !givesWay && begun < since)
      .sort(([a, begunA], [b, begunB]) => slotsOf(b) - slotsOf(a) || begunA - begunB)
      .map(([batch]) => batch);
    const asked = [...this.busy.keys()].some(({ givesWay }) => givesWay);
    if (one && !asked) one.givesWay = true;
  }
}
