import { sql } from 'kysely';
import type { MergeHandler } from '../crm/index.ts';

/** Two records of one person have one answer in a campaign: that of the one that is kept, where both answered. */
export const answerMerge: MergeHandler = {
  name: 'answers',

  async count(db, { goneId }) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from answer where party_id = ${goneId}`.execute(db);
    return [{ what: 'answers', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, { keptId, goneId }): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      update answer a set party_id = ${keptId} where a.party_id = ${goneId} and not exists (
        select from answer k where k.campaign_id = a.campaign_id and k.party_kind = a.party_kind and k.party_id = ${keptId})
      returning a.campaign_id as id`.execute(tx);
    return rows.map(({ id }) => id);
  },

  async undo(tx, { keptId, goneId }, stored) {
    const campaigns = stored as string[];
    await sql`
      update answer set party_id = ${goneId} where party_id = ${keptId} and campaign_id = any(${campaigns}::uuid[])`.execute(
      tx,
    );
    return [];
  },
};
