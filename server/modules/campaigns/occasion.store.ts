import { sql } from 'kysely';
import type { CampaignId, PartyId } from '../../../contract/ids.ts';
import type { Answer, Occasion, Standing } from '../../../contract/occasion.ts';
import type { PartyKind } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

export type StoredOccasion = Omit<Occasion, 'startsAt' | 'endsAt' | 'answerUntil'> & {
  startsAt: Date;
  endsAt: Date;
  answerUntil: Date | null;
  updatedAt: Date;
};

export const findOccasion = async (db: Db | Tx, campaignId: CampaignId): Promise<StoredOccasion | null> => {
  const row = await db.selectFrom('occasion').selectAll().where('campaignId', '=', campaignId).executeTakeFirst();
  if (row === undefined) return null;
  const { campaignId: _, ...occasion } = row;
  return occasion as StoredOccasion;
};

export const storeOccasion = async (
  tx: Tx,
  campaignId: CampaignId,
  occasion: Occasion,
  updatedAt: Date,
): Promise<void> => {
  await tx
    .insertInto('occasion')
    .values({ campaignId, ...occasion, updatedAt })
    .onConflict((conflict) => conflict.column('campaignId').doUpdateSet({ ...occasion, updatedAt }))
    .execute();
};

/** Somebody who was invited. */
export interface Invited {
  campaignId: CampaignId;
  partyKind: (typeof PartyKind)['options'][number];
  partyId: PartyId;
}

export interface StoredAnswer {
  answer: Answer;
  standing: Standing | null;
}

export const findAnswer = async (
  db: Db | Tx,
  { campaignId, partyKind, partyId }: Invited,
): Promise<StoredAnswer | null> => {
  const { rows } = await sql<StoredAnswer>`
    select answer, standing from answer
    where campaign_id = ${campaignId} and party_kind = ${partyKind} and party_id = ${partyId}`.execute(db);
  return rows[0] ?? null;
};

export const countPlaced = async (db: Db | Tx, campaignId: CampaignId): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from answer where campaign_id = ${campaignId} and standing = 'placed'`.execute(db);
  return rows[0]?.count ?? 0;
};

/** A yes that stays a yes keeps its turn. */
export const storeAnswer = async (
  tx: Tx,
  invited: Invited,
  given: StoredAnswer & { runId: string; no: number; at: Date },
): Promise<void> => {
  await sql`
    insert into answer (campaign_id, party_kind, party_id, answer, standing, run_id, no, asked_at, answered_at)
    values (${invited.campaignId}, ${invited.partyKind}, ${invited.partyId}, ${given.answer}, ${given.standing}, ${given.runId}, ${given.no},
      ${given.at}, ${given.at})
    on conflict (campaign_id, party_kind, party_id) do update set answer = excluded.answer, standing = excluded.standing, run_id = excluded.run_id,
      no = excluded.no, answered_at = excluded.answered_at,
      asked_at = case when answer.answer = 'yes' and excluded.answer = 'yes' then answer.asked_at else excluded.asked_at end`.execute(
    tx,
  );
};

/** Gives free places to those who have waited longest. */
export const promoteWaiting = async (tx: Tx, campaignId: CampaignId, free: number): Promise<void> => {
  const limit = Number.isFinite(free) ? sql`limit ${free}` : sql``;
  await sql`
    update answer set standing = 'placed' where (campaign_id, party_kind, party_id) in (
      select campaign_id, party_kind, party_id from answer where campaign_id = ${campaignId} and standing = 'waiting'
      order by asked_at, party_id ${limit})`.execute(tx);
};
