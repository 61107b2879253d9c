import type { SendingAccountId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { CarryingChannel, Dispatch, Prepared, TrackingAddresses } from '../channels/index.ts';
import type { Gather } from '../content/index.ts';
import { RunWatch } from './model/auto-pause.ts';
import { OutcomeRecorder, type RecorderNeeds } from './outcome-recorder.ts';
import { getRunRow, type StoredRun } from './run.store.ts';

/** A run as a worker has it in hand: its template compiled, its connections open. */
export interface LiveRun {
  row: StoredRun;
  sendingAccountId: SendingAccountId;
  /** The domain of the From address: the right side of the Message-ID. */
  messageDomain: string;
  prepared: Prepared;
  /** Reads what the template needs to know of a group of lines. */
  gather: Gather;
  watch: RunWatch;
  recorder: OutcomeRecorder;
  /** Paused, stopped or troubled since it was opened: no dot is written any more. */
  held: boolean;
  /** Held by the engine itself, and the pause is not yet in the database. */
  deciding: boolean;
}

export interface OpensRuns {
  db: Db;
  carrying(channel: string): CarryingChannel;
  gatherOf(db: Db, fields: readonly string[]): Promise<Gather>;
  messageDomainOf(db: Db, account: SendingAccountId): Promise<string>;
  trackingAddresses(row: StoredRun): TrackingAddresses;
}

export const openRun = async (needs: OpensRuns & RecorderNeeds, runId: string): Promise<LiveRun> => {
  const row = await getRunRow(needs.db, runId);
  const dispatch = dispatchOf(needs, row);
  const prepared = await needs.carrying(row.channel).prepare(dispatch);
  return {
    row,
    sendingAccountId: dispatch.sendingAccountId,
    messageDomain: await needs.messageDomainOf(needs.db, dispatch.sendingAccountId),
    prepared,
    gather: await needs.gatherOf(needs.db, prepared.fields),
    watch: new RunWatch(),
    recorder: new OutcomeRecorder(row.id, needs),
    held: false,
    deciding: false,
  };
};

/** What the channel is told about a run; the same to send it and to show one of its messages again. */
export const dispatchOf = (needs: Pick<OpensRuns, 'trackingAddresses'>, row: StoredRun): Dispatch => {
  if (row.contentVersionId === null || row.sendingAccountId === null)
    throw new Error(`run ${row.id} has nothing to carry`);
  return {
    runId: row.id,
    campaignId: row.campaignId,
    campaignCode: row.terms.campaignCode,
    campaignName: row.terms.campaignName,
    contentVersionId: row.contentVersionId,
    sendingAccountId: row.sendingAccountId,
    purposeClass: row.terms.gate.purposeClass,
    topicName: row.terms.topicName,
    addresses: needs.trackingAddresses(row),
    test: row.mode === 'test',
  };
};
