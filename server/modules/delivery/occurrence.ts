import { type RawBuilder, sql } from 'kysely';
import { occurrencesAfter } from '../../../contract/occurrences.ts';
import type { Recurrence } from '../../../contract/recurrence.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { CampaignForRun } from '../campaigns/index.ts';
import { findWaitingDate, insertRun, type StoredRun } from './run.store.ts';

/** The database’s clock, unless a simulated one is given. */
export const clockOf = (at: Date | null): RawBuilder<Date> => sql`coalesce(${at}::timestamptz, now())`;

export const ruleOf = ({ action: { schedule } }: CampaignForRun): Recurrence | null =>
  schedule.kind === 'recurring' ? schedule.rule : null;

/** The next date that has had no distribution: a date is used up by its own, also where that was brought forward. */
export const nextOccurrence = async (
  tx: Tx,
  { action }: CampaignForRun,
  rule: Recurrence,
  at: Date | null = null,
): Promise<Date | undefined> => {
  const { rows } = await sql<{ after: Date }>`
    select greatest(${clockOf(at)}, max(occurs_at)) as after from run where action_id = ${action.id}`.execute(tx);
  return occurrencesAfter(rule, rows[0]!.after, 1)[0];
};

/** A date does not overtake what still goes on of its action, nor go while that is paused. */
export const behindUnfinished = sql`(run.occurs_at is not null and exists (
  select from run before where before.action_id = run.action_id and before.id <> run.id and before.mode <> 'test'
    and before.state in ('sending', 'paused')))`;

/** As one date begins, the next is sealed on the same terms, in the same transaction: no second clock, and none left out by a crash. */
export const scheduleNext = async (
  tx: Tx,
  subject: CampaignForRun,
  run: StoredRun,
  { at, large }: { at: Date | null; large: boolean },
): Promise<void> => {
  const rule = ruleOf(subject);
  if (rule === null || run.occursAt === null) return;
  const next = await nextOccurrence(tx, subject, rule, at);
  if (next === undefined) return;
  const id = await insertRun(tx, run, large);
  await sql`
    update run next set state = 'scheduled', sealed_at = now(), occurs_at = ${next}, scheduled_for = ${next}, send_window = begun.send_window,
      launched_by = begun.launched_by
    from run begun where next.id = ${id} and begun.id = ${run.id}`.execute(tx);
};

/** A date that was missed makes room for the next; answers whether there is one. */
export const passOver = async (
  tx: Tx,
  subject: CampaignForRun,
  run: StoredRun,
  at: Date | null,
): Promise<Date | null> => {
  const rule = ruleOf(subject);
  if (rule === null || run.occursAt === null) return null;
  const next = await nextOccurrence(tx, subject, rule, at);
  if (next === undefined) return null;
  await sql`
    update run set state = 'scheduled', occurs_at = ${next}, scheduled_for = ${next} where id = ${run.id}`.execute(tx);
  return next;
};

/** The date that waits is not distributed: it never had a list, and leaves nothing behind. */
export const dropWaitingDate = async (tx: Tx, { actionId }: Pick<StoredRun, 'actionId'>): Promise<void> => {
  const waiting = await findWaitingDate(tx, actionId);
  if (waiting) await sql`delete from run where id = ${waiting.id}`.execute(tx);
};
