import type { RunId, SendingAccountId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Listening } from '../../platform/database/listen.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import type { AccountTrouble, Parcel } from '../channels/index.ts';
import type { GateContext } from '../consent/index.ts';
import type { LineKey } from '../tracking/index.ts';
import type { FullDisk } from './full-disk.ts';
import type { IntentRoom } from './intent-room.ts';
import type { Journal } from './journal.ts';
import type { DueLine } from './line.store.ts';
import type { LiveAccount, LiveRun, OpensRuns } from './live-run.ts';
import type { PauseReason } from './model/auto-pause.ts';
import type { Terms } from './model/terms.ts';
import type { SuppressGone } from './outcome-recorder.ts';
import type { PaceDesk } from './pace-desk.ts';
import type { SentLines } from './run-work.ts';

/** What the send path asks of the rest of the house; wired in app.ts. */
export interface SenderNeeds extends OpensRuns {
  db: Db;
  /** Decides nothing: how far it is off is shown. */
  clock: Clock;
  logger: Logger;
  journalFolder: string;
  /** Remembers how far the database had come, outside of it. */
  epochFile: string;
  version: string;
  newWorkerId(): string;
  sendersOf(db: Db, terms: Terms, lines: readonly DueLine[]): Promise<Parcel['sender'][]>;
  refusedNow(
    tx: Tx,
    context: GateContext,
    lines: readonly DueLine[],
  ): Promise<Map<number, { reason: string; seen: string }>>;
  suppressGone: SuppressGone;
  /** Unguessable, the same for a line every time, in their order. */
  signMessageIds(lines: readonly LineKey[]): string[];
  tokensOf(runId: RunId, nos: readonly number[]): string[];
  /** The run is paused by the engine, with its reason in words. */
  pauseRun(runId: RunId, reason: PauseReason): Promise<void>;
  /** Nothing leaves the sending account any more before a person resumes it. */
  pauseAccount(account: SendingAccountId, trouble: AccountTrouble): Promise<void>;
  /** Ends a run that has nothing open; `sent` are the lines that were just gone through. */
  finishRun(runId: RunId, sent?: SentLines): Promise<void>;
  startDueRuns(): Promise<void>;
  /** Calls back when a run begins or goes on, wherever it was set going. */
  hearOfRuns(heard: () => void): Listening;
  /** Plans what is due in the tracks of profiled campaigns. */
  tickTracks(): Promise<void>;
}

export interface Bench extends SenderNeeds {
  workerId: string;
  journal: Journal;
  full: FullDisk;
  pace: PaceDesk;
  room: IntentRoom;
  pauseByItself(run: LiveRun, reason: PauseReason): Promise<void>;
  reportTrouble(run: LiveRun, account: LiveAccount, trouble: AccountTrouble): Promise<void>;
  stopping(): boolean;
}
