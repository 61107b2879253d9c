import type { Db } from '../../platform/database/open-database.ts';
import { LEASE_SECONDS, type Lease, leaseName, renewLeases } from './chunk.store.ts';

/** A worker stops trusting a lease this long before the database would give it to another. */
const MARGIN_MS = 10_000;
const LEASE_MS = LEASE_SECONDS * 1000;

/** A chunk this worker may send, judged by its own monotonic clock: a process that was frozen finds it gone when it wakes. */
export class HeldLease {
  readonly lease: Lease;
  /** Its last group is on its way: there is nothing more to draw from it. */
  drawn = false;
  private readonly askedAt: number;
  private heldSince: number;
  private lost = false;

  /** `askedAt`: monotonic milliseconds right before the lease was asked for. */
  constructor(lease: Lease, askedAt: number) {
    this.lease = lease;
    this.askedAt = askedAt;
    this.heldSince = askedAt;
  }

  holds(): boolean {
    return !this.lost && performance.now() - this.heldSince < LEASE_MS - MARGIN_MS && this.isOpen();
  }

  /** Counted from before the lease was asked for, so that nothing leaves after the window has closed. */
  private isOpen(): boolean {
    return this.lease.openMs === null || performance.now() - this.askedAt < this.lease.openMs;
  }

  renewed(askedAt: number): void {
    this.heldSince = askedAt;
  }

  lose(): void {
    this.lost = true;
  }
}

/** Runs of which there are so many chunks to draw from. */
export const runsWithEnough = (held: readonly HeldLease[], chunks: number): string[] => {
  const drawnFrom = (runId: string) => held.filter(({ lease, drawn }) => lease.runId === runId && !drawn).length;
  const runIds = new Set(held.map(({ lease }) => lease.runId));
  return [...runIds].filter((runId) => drawnFrom(runId) >= chunks);
};

/** Renews all leases at once; those the database no longer knows are lost. */
export const renewAll = async (db: Db, workerId: string, held: readonly HeldLease[]): Promise<void> => {
  if (held.length === 0) return;
  const askedAt = performance.now();
  const kept = await renewLeases(
    db,
    workerId,
    held.map((one) => one.lease),
  );
  for (const one of held) {
    if (kept.has(leaseName(one.lease))) one.renewed(askedAt);
    else one.lose();
  }
};
