import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import type { MergeHandler } from '../crm/index.ts';

type Row = Record<string, unknown>;
interface Rewritten {
  id: string;
  before: unknown;
  after: unknown;
}
interface Moved {
  kept: Row[];
  gone: Row[];
  segments: Rewritten[];
}

const picksOf = async (tx: Tx, kind: string, id: string): Promise<Row[]> => {
  const { rows } = await sql<{
    row: Row;
  }>`select to_jsonb(h) as row from hand_pick h where party_kind = ${kind} and party_id = ${id}`.execute(tx);
  return rows.map(({ row }) => row);
};

const putBack = (tx: Tx, rows: Row[]) =>
  sql`insert into hand_pick select * from jsonb_populate_recordset(null::hand_pick, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`.execute(
    tx,
  );

/** Who was removed by hand under either name stays removed. Rules that name the one record name the other. */
export const audienceMerge: MergeHandler = {
  name: 'audiences',

  async count(db, { kind, goneId }) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from hand_pick where party_kind = ${kind} and party_id = ${goneId}`.execute(db);
    return [{ what: 'handPicks', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, { kind, keptId, goneId }): Promise<Moved> {
    const [kept, gone] = [await picksOf(tx, kind, keptId), await picksOf(tx, kind, goneId)];
    await putBack(
      tx,
      gone.map((row) => ({ ...row, party_id: keptId })),
    );
    await sql`update hand_pick k set pick = 'removed' from hand_pick g where k.party_kind = ${kind} and k.party_id = ${keptId}
      and g.party_kind = k.party_kind and g.party_id = ${goneId} and g.action_id = k.action_id and g.pick = 'removed'`.execute(
      tx,
    );
    await sql`delete from hand_pick where party_kind = ${kind} and party_id = ${goneId}`.execute(tx);
    const { rows: segments } = await sql<Rewritten>`
      with named as (select id, rule as before, replace(rule::text, ${goneId}::text, ${keptId}::text)::jsonb as after from segment
        where rule::text like '%' || ${goneId}::text || '%')
      update segment s set rule = n.after from named n where s.id = n.id returning s.id, n.before, n.after`.execute(tx);
    return { kept, gone, segments };
  },

  async undo(tx, { kind, keptId, goneId }, stored) {
    const { kept, gone, segments } = stored as Moved;
    const actions = gone.map((row) => row['action_id']);
    await sql`delete from hand_pick where party_kind = ${kind} and party_id = ${keptId} and action_id = any(${actions}::uuid[])`.execute(
      tx,
    );
    await putBack(tx, kept);
    await putBack(
      tx,
      gone.map((row) => ({ ...row, party_id: goneId })),
    );
    for (const { id, before, after } of segments)
      await sql`update segment set rule = ${JSON.stringify(before)}::jsonb where id = ${id} and rule = ${JSON.stringify(after)}::jsonb`.execute(
        tx,
      );
    return [];
  },
};
