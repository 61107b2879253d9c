import { sql } from 'kysely';
import type { ActionId, CampaignId, ContentVersionId, RunId, SendingAccountId, UserId } from '../../../contract/ids.ts';
import type { RunState } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { PauseReason } from './model/auto-pause.ts';
import type { RunWindow } from './model/send-window.ts';
import type { Terms } from './model/terms.ts';
import { keepPace } from './run-pace.store.ts';

export interface StoredRun {
  id: RunId;
  campaignId: CampaignId;
  actionId: ActionId;
  mode: 'test' | 'main' | 'retry' | 'tick';
  state: RunState;
  channel: string;
  scope: 'all' | 'hand';
  contentVersionId: ContentVersionId | null;
  sendingAccountId: SendingAccountId | null;
  terms: Terms;
  matched: number;
  planned: number;
  excluded: number;
  generatedAt: Date | null;
  sealedAt: Date | null;
  scheduledFor: Date | null;
  /** The date of the rule it stands for, where its action recurs. */
  occursAt: Date | null;
  sendWindow: RunWindow | null;
  expiresAt: Date | null;
  createdBy: UserId | null;
}

const columns =
  sql.raw(`id, campaign_id, action_id, mode, state, channel, scope, content_version_id, sending_account_id, terms,
  matched, planned, excluded, generated_at, sealed_at, scheduled_for, occurs_at, send_window, expires_at, created_by`);

export const getRunRow = async (db: Db | Tx, id: RunId | string, lock = false): Promise<StoredRun> => {
  const { rows } =
    await sql<StoredRun>`select ${columns} from run where id = ${id} ${sql.raw(lock ? 'for update' : '')}`.execute(db);
  if (!rows[0]) throw new NotFound('run');
  return rows[0];
};

/** The list being prepared for an action, or waiting for its time or, that missed, for a decision, if any; dates of a rule are apart. */
export const findPreparedRun = async (tx: Tx, actionId: ActionId): Promise<StoredRun | undefined> => {
  const { rows } = await sql<StoredRun>`
    select ${columns} from run where action_id = ${actionId} and mode in ('main', 'retry') and state in ('planning', 'generated', 'scheduled', 'missed')
      and occurs_at is null
    for update`.execute(tx);
  return rows[0];
};

/** The date that an action which recurs waits for, or that missed its time and waits for a decision. */
export const findWaitingDate = async (tx: Tx, actionId: ActionId): Promise<StoredRun | undefined> => {
  const { rows } = await sql<StoredRun>`
    select ${columns} from run where action_id = ${actionId} and occurs_at is not null and state in ('scheduled', 'missed')
    for update`.execute(tx);
  return rows[0];
};

/** Sealed, and not begun: nothing else can be prepared for its action. */
export const waitsForStart = ({ state }: StoredRun): boolean => state === 'scheduled' || state === 'missed';

/** The last sealed run of an action that was no test: "the last distribution". */
export const findLastDistribution = async (db: Db | Tx, actionId: ActionId): Promise<StoredRun | undefined> => {
  const { rows } = await sql<StoredRun>`
    select ${columns} from run where action_id = ${actionId} and mode <> 'test' and sealed_at is not null
      and (occurs_at is null or started_at is not null)
    order by sealed_at desc limit 1`.execute(db);
  return rows[0];
};

/**
 * The list to compare an action's audience with: the one being prepared, else the last that went to everyone meant, else the last of the
 * same campaign.
 */
export const findListToCompare = async (
  db: Db | Tx,
  { actionId, campaignId }: Pick<StoredRun, 'actionId' | 'campaignId'>,
): Promise<StoredRun | undefined> => {
  const { rows } = await sql<StoredRun>`
    select ${columns} from run where campaign_id = ${campaignId} and mode = 'main' and scope = 'all'
      and (occurs_at is null or started_at is not null) and (sealed_at is not null or action_id = ${actionId} and state in ('generated', 'scheduled'))
    order by action_id = ${actionId} desc, sealed_at desc nulls first limit 1`.execute(db);
  return rows[0];
};

type NewRun = Pick<
  StoredRun,
  | 'campaignId'
  | 'actionId'
  | 'mode'
  | 'channel'
  | 'scope'
  | 'contentVersionId'
  | 'sendingAccountId'
  | 'terms'
  | 'createdBy'
>;

/** `large`: over 100,000 lines; the run gets partitions of its own. */
export const insertRun = async (tx: Tx, run: NewRun, large: boolean): Promise<RunId> => {
  const { rows } = await sql<{ id: RunId }>`
    insert into run (id, campaign_id, action_id, mode, state, channel, scope, content_version_id, sending_account_id, terms, created_by)
    select new_run_id(${large}, now()), ${run.campaignId}, ${run.actionId}, ${run.mode}, 'planning', ${run.channel}, ${run.scope},
      ${run.contentVersionId}, ${run.sendingAccountId}, ${JSON.stringify(run.terms)}::jsonb, ${run.createdBy}
    returning id`.execute(tx);
  return rows[0]!.id;
};

export const freezeTerms = async (
  tx: Tx,
  id: RunId,
  run: Omit<NewRun, 'campaignId' | 'actionId' | 'mode' | 'channel' | 'createdBy'>,
): Promise<void> => {
  await sql`
    update run set scope = ${run.scope}, content_version_id = ${run.contentVersionId}, sending_account_id = ${run.sendingAccountId},
      terms = ${JSON.stringify(run.terms)}::jsonb where id = ${id}`.execute(tx);
};

/** Throws a list away that was never sent; the lines it would have retried are free again. */
export const discardRun = async (tx: Tx, id: RunId): Promise<void> => {
  await sql`delete from retry_of where retry_run = ${id}`.execute(tx);
  await sql`delete from recipient where run_id = ${id}`.execute(tx);
  await sql`delete from run where id = ${id} and sealed_at is null`.execute(tx);
};

/** The runs of this action or campaign that were sealed, or those sealed before a certain one: whoever was planned there is not planned again. */
export const sealedMainRuns = async (
  tx: Db | Tx,
  where: { actionId: ActionId } | { campaignId: CampaignId },
  before: Pick<StoredRun, 'id' | 'sealedAt'> | null = null,
): Promise<RunId[]> => {
  const whose = 'actionId' in where ? sql`action_id = ${where.actionId}` : sql`campaign_id = ${where.campaignId}`;
  const when =
    before === null
      ? sql`true`
      : sql`id <> ${before.id} and (${before.sealedAt}::timestamptz is null or sealed_at < ${before.sealedAt})`;
  const { rows } = await sql<{
    id: RunId;
  }>`select id from run where ${whose} and mode = 'main' and channel <> 'list' and sealed_at is not null and ${when}`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

export const setRunState = async (tx: Tx | Db, id: RunId | string, state: RunState): Promise<void> => {
  await sql`update run set state = ${state} where id = ${id}`.execute(tx);
};

/** Pauses or stops under the gate lock; `gateSeq` is what the workers acknowledge. */
export const holdRun = async (
  tx: Tx,
  id: RunId | string,
  state: 'paused' | 'stopped',
  gateSeq: string,
  reason: PauseReason | null,
): Promise<void> => {
  await sql`
    update run set state = ${state}, gate_seq = ${gateSeq}, pause_reason = ${reason === null ? null : JSON.stringify(reason)}::jsonb,
      finished_at = case when ${state} = 'stopped' then now() end
    where id = ${id}`.execute(tx);
  if (state === 'stopped') await keepPace(tx, id);
};

/** The counters from the lines themselves: matched, planned, and each exclusion in the order of the gates. */
export const countLines = async (tx: Tx, id: RunId, order: readonly string[]): Promise<void> => {
  await sql`
    with tally as (select reason, count(*)::int as lines from recipient where run_id = ${id} group by reason)
    update run set
      matched = coalesce((select sum(lines) from tally), 0),
      planned = coalesce((select lines from tally where reason is null), 0),
      excluded = coalesce((select sum(lines) from tally where reason is not null), 0),
      waterfall = coalesce((
        select jsonb_agg(jsonb_build_object('reason', reason, 'lines', lines) order by array_position(${order}::text[], reason), reason)
        from tally where reason is not null
      ), '[]')
    where id = ${id}`.execute(tx);
};

/** Something of it waits for its outcome. */
export const hasOpenLines = async (db: Db, id: RunId | string): Promise<boolean> => {
  const { rows } = await sql`select 1 from chunk where run_id = ${id} and open > 0 limit 1`.execute(db);
  return rows.length > 0;
};

/** Marks a run finished once nothing is open; true for the call that did it. */
export const finishIfDone = async (tx: Tx, id: RunId | string): Promise<boolean> => {
  const { rows } = await sql`select 1 from run where id = ${id} and state = 'sending' for update`.execute(tx);
  if (rows.length === 0) return false;
  const { rows: done } = await sql`
    update run set state = 'finished', finished_at = now()
    where id = ${id} and not exists (select from chunk where run_id = ${id} and open > 0) returning id`.execute(tx);
  if (done.length === 1) await keepPace(tx, id as RunId);
  return done.length === 1;
};
