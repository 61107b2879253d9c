import { sql } from 'kysely';
import type { HistoryVerb } from '../../../contract/campaigns.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import { json } from '../../platform/database/json.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Actor } from '../access/index.ts';

export interface Deed {
  campaignId: CampaignId;
  actor: Pick<Actor, 'userId'>;
  verb: HistoryVerb;
  detail?: Record<string, string | number | boolean | null | string[]>;
  at: Date;
}

/** Writes down who did what; the same person editing on within ten minutes is one edit, with the fields of both. */
export const recordHistory = async (db: Db, { campaignId, actor, verb, detail = {}, at }: Deed): Promise<void> => {
  const fields = detail['fields'];
  if (verb === 'edited' && Array.isArray(fields) && (await extendLastEdit(db, { campaignId, actor, at }, fields)))
    return;
  await db
    .insertInto('campaignHistory')
    .values({ campaignId, userId: actor.userId, verb, detail: json(detail), at })
    .execute();
};

const extendLastEdit = async (
  db: Db,
  { campaignId, actor, at }: Pick<Deed, 'campaignId' | 'actor' | 'at'>,
  fields: string[],
) => {
  const { numAffectedRows } = await sql`
    update campaign_history h
    set at = ${at}, detail = jsonb_build_object('fields', (
      select jsonb_agg(distinct field) from jsonb_array_elements(coalesce(h.detail -> 'fields', '[]') || ${json(fields)}) field))
    where h.id = (select max(id) from campaign_history where campaign_id = ${campaignId})
      and h.verb = 'edited' and h.user_id is not distinct from ${actor.userId}::uuid and h.at > ${at}::timestamptz - interval '10 minutes'
  `.execute(db);
  return numAffectedRows === 1n;
};
