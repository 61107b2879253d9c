import type { Enclosed, Parcel } from '../channels/index.ts';
import type { Journaled } from './journal.ts';
import type { HeldLease } from './lease.ts';
import type { DueLine } from './line.store.ts';
import type { LiveAccount, LiveRun } from './live-run.ts';
import type { OutcomeRecorder } from './outcome-recorder.ts';

export interface Batch {
  run: LiveRun;
  held: HeldLease;
  recorder: OutcomeRecorder;
  /** Until when lines wait for the sake of their account or domain: milliseconds of database time. */
  waits: Map<number, number>;
  /** The account's limits leave nothing more for now. */
  full: boolean;
  /** Something was asked for, and limits of domains or providers let nothing go; null: nothing was asked for yet. */
  idle: boolean | null;
  /** Something of it could go. */
  served: boolean;
  /** Another run waits for the slot: nothing more is begun, the rest goes on later. */
  givesWay: boolean;
}

/** A line that may leave now, and the account that carries it. */
export interface Permitted {
  line: DueLine;
  account: LiveAccount;
}

/** A line on its way, and what is known of it. */
export interface Outgoing extends Permitted {
  attemptNo: number;
  parcel: Parcel;
}

export interface OnHand extends Outgoing {
  journaled: Journaled;
  enclosed: Enclosed | undefined;
}
