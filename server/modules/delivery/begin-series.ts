import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import type { CampaignForRun } from '../campaigns/index.ts';
import { frozenNow, newMainRun } from './generate-selection.ts';
import { nextOccurrence, ruleOf } from './occurrence.ts';
import type { PlanningNeeds } from './planning.ts';
import { discardRun, findPreparedRun, findWaitingDate, getRunRow, type StoredRun } from './run.store.ts';
import { makeWorkOfRun } from './run-work.ts';

/** Going to everybody by its rule: not the list of those who did not get a date, nor only those added by hand. */
export const beginsSeries = async (tx: Tx, subject: CampaignForRun, scope: 'all' | 'hand'): Promise<boolean> => {
  if (ruleOf(subject) === null || scope === 'hand') return false;
  const prepared = await findPreparedRun(tx, subject.action.id);
  return prepared?.mode !== 'retry' || prepared.state !== 'generated';
};

/** The first date of a series, to be sealed: without a list, which is made as each date begins. */
export const beginSeries = async (
  needs: PlanningNeeds,
  tx: Tx,
  actor: Actor,
  subject: CampaignForRun,
): Promise<StoredRun> => {
  const { id: actionId } = subject.action;
  if (await findWaitingDate(tx, actionId)) throw new Conflict('run_scheduled_already');
  const next = await nextOccurrence(tx, subject, ruleOf(subject)!);
  if (next === undefined) throw new Invalid('schedule', 'recurrence_never');
  const { frozen } = await frozenNow(needs, tx, subject, 'all');
  await forgetList(tx, await findPreparedRun(tx, actionId));
  const id = await newMainRun(tx, actor, subject, frozen);
  await sql`update run set occurs_at = ${next} where id = ${id}`.execute(tx);
  return getRunRow(tx, id);
};

/** A list that was only looked at goes, with the work it would have asked for. */
const forgetList = async (tx: Tx, list: StoredRun | undefined): Promise<void> => {
  if (list === undefined) return;
  await sql`delete from recipient where run_id = ${list.id}`.execute(tx);
  await makeWorkOfRun(tx, list.id);
  await discardRun(tx, list.id);
};
