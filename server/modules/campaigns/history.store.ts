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

/** What one does again and again in one sitting. */
const SITTINGS: readonly HistoryVerb[] = [
  'edited',
  'audience_changed',
  'content_changed',
  'schedule_changed',
  'costs_changed',
  'revenue_changed',
  'occasion_changed',
];

/** Writes down who did what; the same person going on with the same within ten minutes is one entry, with the fields of both. */
export const recordHistory = async (db: Db, { campaignId, actor, verb, detail = {}, at }: Deed): Promise<void> => {
  if (SITTINGS.includes(verb) && (await extendLast(db, { campaignId, actor, verb, detail, at }))) return;
  await db
    .insertInto('campaignHistory')
    .values({ campaignId, userId: actor.userId, verb, detail: json(detail), at })
    .execute();
};

const extendLast = async (db: Db, { campaignId, actor, verb, detail = {}, at }: Deed): Promise<boolean> => {
  const fields = json(detail['fields'] ?? []);
  const { numAffectedRows } = await sql`
    update campaign_history h
    set at = ${at}, detail = case when h.verb <> 'edited' then h.detail else jsonb_build_object('fields', (
      select jsonb_agg(distinct field) from jsonb_array_elements(coalesce(h.detail -> 'fields', '[]') || ${fields}) field)) end
    where h.id = (select max(id) from campaign_history where campaign_id = ${campaignId})
      and h.verb = ${verb} and h.user_id is not distinct from ${actor.userId}::uuid and h.at > ${at}::timestamptz - interval '10 minutes'
  `.execute(db);
  return numAffectedRows === 1n;
};
