import { sql } from 'kysely';
import { WORK_CHANNELS } from '../../../contract/action-work.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { makeWork, settleWork } from '../crm/index.ts';
import { getRunRow, type StoredRun } from './run.store.ts';

/** A part of a run's lines. */
export interface SentLines {
  firstNo: number;
  lastNo: number;
}

/**
 * The dossier items of a generated list, where their type asks for work; a retry goes on with those of the lines it retries. Calls and tasks
 * are given out as they are issued: nobody should begin before.
 */
export const makeWorkOfRun = async (tx: Tx, runId: RunId): Promise<void> => {
  const { mode, campaignId, channel, terms } = await getRunRow(tx, runId);
  if ((mode !== 'main' && mode !== 'tick') || !terms.dossier?.work || WORK_CHANNELS.includes(channel)) return;
  const { campaignName: subject, creatorId, ownerId, dossier } = terms;
  await makeWork(
    tx,
    { runId, campaignId, subject, creatorId, ownerId, terms: dossier },
    sql`select no, party_kind, party_id, company_id from recipient where run_id = ${sql.lit(runId)}::bigint and verdict = 'planned'`,
  );
};

/** Whether its dossier items, if it has any, are closed as its messages leave. */
export const isSettledBySending = ({ mode, channel, terms }: StoredRun): boolean =>
  mode !== 'test' && terms.dossier?.work === true && ['email', 'sms', 'letter'].includes(channel);

/**
 * Closes the items of lines that have their outcome. Being on a list, or having been given to somebody to do, is not having done it:
 * those stay open.
 */
export const settleWorkOfRun = async (tx: Tx, runId: RunId | string, part?: SentLines): Promise<void> => {
  if (!isSettledBySending(await getRunRow(tx, runId))) return;
  const within = part ? sql`and r.no between ${part.firstNo} and ${part.lastNo}` : sql``;
  await settleWork(
    tx,
    sql`select coalesce(r.origin_run, r.run_id) as item_run, coalesce(r.origin_no, r.no) as item_no, r.run_id, r.no
      from recipient r where r.run_id = ${runId} and r.verdict = 'planned' ${within}`,
    sql`select state, at from outcome where run_id = line.run_id and no = line.no order by seq desc limit 1`,
  );
};
