import { sql } from 'kysely';
import type { MergeHandler } from '../crm/index.ts';

interface Moved {
  moved: string[];
  left: { id: string; state: string; nextAt: string | null }[];
}

/** A person goes on in each track once: where both were enrolled, the one that is kept goes on and the other leaves. */
export const enrolmentMerge: MergeHandler = {
  name: 'campaigns',

  async count(db, { kind, goneId }) {
    if (kind !== 'contact') return [];
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from enrolment where contact_id = ${goneId}`.execute(db);
    return [{ what: 'enrolments', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, { kind, keptId, goneId }): Promise<Moved> {
    if (kind !== 'contact') return { moved: [], left: [] };
    const { rows: moved } = await sql<{ id: string }>`
      update enrolment e set contact_id = ${keptId} where e.contact_id = ${goneId} and not exists (
        select from enrolment k where k.contact_id = ${keptId} and k.campaign_id = e.campaign_id and k.track_id = e.track_id) returning id`.execute(
      tx,
    );
    const { rows: left } = await sql<Moved['left'][number]>`
      with stays as (select id, state, next_at from enrolment where contact_id = ${goneId} and state <> 'left')
      update enrolment e set state = 'left', left_for = 'gone', next_at = null
      from stays where e.id = stays.id returning e.id, stays.state, stays.next_at`.execute(tx);
    return { moved: moved.map(({ id }) => id), left };
  },

  async undo(tx, { keptId, goneId }, stored) {
    const { moved, left } = stored as Moved;
    await sql`update enrolment set contact_id = ${goneId} where id = any(${moved}::bigint[]) and contact_id = ${keptId}`.execute(
      tx,
    );
    for (const { id, state, nextAt } of left)
      await sql`update enrolment set state = ${state}, left_for = null, next_at = ${nextAt}::timestamptz
        where id = ${id} and state = 'left'`.execute(tx);
    return [];
  },
};
