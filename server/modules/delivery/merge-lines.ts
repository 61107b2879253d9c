import { type RawBuilder, sql } from 'kysely';
import { type MergeHandler, partyIds } from '../crm/index.ts';

const LIVE = sql`('generated', 'scheduled', 'sending', 'paused', 'missed')`;

/** Lines of a run whose person has another line of the same action since two records became one: they are not sent. */
export const mergedLines = (runId: RawBuilder<unknown>): RawBuilder<number[]> =>
  sql`array(select no from merged_line where run_id = ${runId})`;

/**
 * Lines never change. Of several lines of one action that are now one person's, only one is sent: none more where one was handed over
 * already, else the one that stands under the kept record. Called after consent has closed the gate, so no intent is committed meanwhile.
 */
export const lineMerge: MergeHandler = {
  name: 'delivery',

  async count(db, { kind, goneId }) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from touch where party_id = ${goneId} and party_kind = ${kind}`.execute(db);
    return [{ what: 'messages', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, { kind, keptId, goneId, mergeId }) {
    await sql`
      insert into merged_line (run_id, no, merge_id)
      with line as (
        select l.run_id, l.no, l.party_id, l.role, l.asset_id, run.action_id, run.state in ${LIVE} as live, o.state,
          exists (select from attempt t where t.run_id = l.run_id and t.no = l.no and t.released_at is null
            and not exists (select from outcome x where x.run_id = t.run_id and x.no = t.no and x.attempt_no = t.attempt_no)) as tried
        from run join recipient l on l.run_id = run.id and l.verdict = 'planned' and l.party_kind = ${kind} and (l.party_id = ${goneId} or l.party_id in ${partyIds({ kind, id: keptId })})
        left join lateral (select state from outcome where run_id = l.run_id and no = l.no order by seq desc limit 1) o on true
        where run.mode <> 'test' and run.action_id in (select action_id from run where state in ${LIVE})
      ), ranked as (
        select run_id, no, live and not tried and (state is null or state = 'deferred') as waits,
          bool_or(tried or coalesce(state in ('sent', 'unknown'), false)) over same as had,
          row_number() over (same order by not (live and not tried and (state is null or state = 'deferred')), party_id <> ${keptId}, run_id, no) as place
        from line window same as (partition by action_id, role, asset_id)
      )
      select run_id, no, ${mergeId} from ranked where waits and (had or place > 1) on conflict do nothing`.execute(tx);
    return null;
  },

  async undo(tx, { mergeId }) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from merged_line m join outcome o on o.run_id = m.run_id and o.no = m.no and o.state = 'dropped'
      where m.merge_id = ${mergeId}`.execute(tx);
    await sql`delete from merged_line where merge_id = ${mergeId}`.execute(tx);
    const count = rows[0]?.count ?? 0;
    return count > 0 ? [{ what: 'notSent', count }] : [];
  },
};
