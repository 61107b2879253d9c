import type { Parcel, RenderedMessage } from '../channels/index.ts';
import type { HeldLease } from './lease.ts';
import type { DueLine } from './line.store.ts';
import type { LiveRun } from './live-run.ts';

export interface Batch {
  run: LiveRun;
  held: HeldLease;
}

/** A line on its way: what is known of it, and what goes out. */
export interface Outgoing {
  line: DueLine;
  attemptNo: number;
  parcel: Parcel;
  message: RenderedMessage;
}
