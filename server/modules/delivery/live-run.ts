import { sql } from 'kysely';
import type { SendingAccountId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { passes } from '../../platform/database/passing-trouble.ts';
import { accountSharingOf } from '../campaigns/index.ts';
import type { CarryingChannel, Dispatch, Prepared, TrackingAddresses } from '../channels/index.ts';
import { plainlyAllowed } from '../consent/index.ts';
import { type Merge, plainlyOwns } from '../content/index.ts';
import { asJudged, createIntents, type WriteIntents } from './intent.store.ts';
import { type PauseReason, RunWatch } from './model/auto-pause.ts';
import type { SharingRule } from './model/share.ts';
import { waitReasonOf } from './model/waiting.ts';
import { getRunRow, type StoredRun } from './run.store.ts';

/** An account that carries a part of a run: its messages are made ready with its From and its keys. */
export interface LiveAccount {
  id: SendingAccountId;
  weight: number;
  prepared: Prepared;
}

/** A run as a worker has it in hand: its template compiled, its connections open. */
export interface LiveRun {
  row: StoredRun;
  /** The action's own account first. */
  accounts: readonly [LiveAccount, ...LiveAccount[]];
  sharing: SharingRule;
  /** The domain of the first account's From address: the right side of the Message-ID, whichever account carries the line. */
  messageDomain: string;
  /** Writes its intents: of lines that a glance lets through, and of those that the gates have judged. */
  intend: { plainly: WriteIntents; judged: WriteIntents };
  watch: RunWatch;
  /** Paused, stopped or troubled since it was opened: no dot is written any more. */
  held: boolean;
  /** Held by the engine itself, and the pause is not yet in the database. */
  deciding: boolean;
}

export interface OpensRuns {
  db: Db;
  carrying(channel: string): CarryingChannel;
  mergeOf(db: Db, fields: readonly string[]): Promise<Merge>;
  messageDomainOf(db: Db, account: SendingAccountId): Promise<string>;
  trackingAddresses(row: StoredRun): TrackingAddresses;
}

export const openRun = async (needs: OpensRuns, runId: string): Promise<LiveRun> => {
  const row = await getRunRow(needs.db, runId);
  const dispatch = dispatchOf(needs, row);
  const sharing = row.mode === 'test' ? null : await accountSharingOf(needs.db, row.actionId);
  const channel = needs.carrying(row.channel);
  const live = async ({ id, weight }: Omit<LiveAccount, 'prepared'>): Promise<LiveAccount> => ({
    id,
    weight,
    prepared: await channel.prepare({ ...dispatch, sendingAccountId: id }),
  });
  const everybody = sql<boolean>`true`;
  const first = await live({ id: dispatch.sendingAccountId, weight: sharing?.weight ?? 1 });
  const merge = withBeside(await needs.mergeOf(needs.db, first.prepared.fields), first.prepared);
  return {
    row,
    accounts: [first, ...(await Promise.all((sharing?.others ?? []).map(live)))],
    sharing: sharing ?? { rule: 'shares', whenPaused: 'wait' },
    messageDomain: await needs.messageDomainOf(needs.db, first.id),
    intend: {
      plainly:
        row.mode === 'test'
          ? createIntents(merge, everybody)
          : createIntents(
              { ...merge, joins: merge.plainJoins },
              sql`${plainlyAllowed(row.terms.gate, asJudged)} and ${plainlyOwns}`,
            ),
      judged: createIntents(merge, everybody),
    },
    watch: new RunWatch(),
    held: false,
    deciding: false,
  };
};

/** Why a run that could not be opened has to wait for a person; null: it is opened again by itself. */
export const whyNotOpened = (error: unknown): PauseReason | null => {
  if (passes(error) || waitReasonOf(error) !== null) return null;
  return { code: 'render_errors', params: { count: 0, field: String((error as Error).message).slice(0, 200) } };
};

const withBeside = (merge: Merge, { beside }: Prepared): Merge =>
  beside === undefined ? merge : { ...merge, values: sql`${merge.values} || array[${beside}]::text[]` };

export const closeRun = async ({ accounts }: LiveRun): Promise<void> => {
  await Promise.all(accounts.map(({ prepared }) => prepared.close()));
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
    utm: row.terms.utm ?? null,
    report: row.terms.report === true,
    document: row.terms.document ?? null,
    on: row.scheduledFor ?? row.sealedAt ?? new Date(0),
    test: row.mode === 'test',
  };
};
