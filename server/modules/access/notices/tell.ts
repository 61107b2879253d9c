import { sql } from 'kysely';
import type { NoticeKind } from '../../../../contract/notices.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db } from '../../../platform/database/open-database.ts';

export interface Told {
  /** Those who are disabled hear nothing; nobody hears it twice. */
  users: readonly (string | null)[];
  kind: NoticeKind;
  campaignId?: string;
  party?: { kind: string; id: string };
  detail?: Record<string, string | number | null>;
  /** The same key is told to the same person once. */
  key: string;
  at: Date;
}

/** Tells users something: it waits in their notices until they take note of it. In the transaction that makes it true. */
export const tell = async (db: Db, { users, kind, campaignId, party, detail, key, at }: Told): Promise<void> => {
  const asked = users.filter((id) => id !== null);
  if (asked.length === 0) return;
  await sql`
    insert into notice (user_id, kind, campaign_id, party_kind, party_id, detail, key, at)
    select distinct u.id, ${kind}, ${campaignId ?? null}::uuid, ${party?.kind ?? null}, ${party?.id ?? null}::uuid, ${json(detail ?? {})}, ${key}, ${at}::timestamptz
    from app_user u where u.id = any(${asked}::uuid[]) and u.disabled_at is null
    on conflict (user_id, key) do nothing`.execute(db);
};

/** What was told of a campaign that is deleted. */
export const forgetNotices = async (db: Db, campaignId: string): Promise<void> => {
  await db.deleteFrom('notice').where('campaignId', '=', campaignId).execute();
};
