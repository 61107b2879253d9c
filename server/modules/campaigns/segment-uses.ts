import { sql } from 'kysely';
import type { SegmentUse } from '../../../contract/segments.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** The campaigns whose audience names this segment, in its lists or anywhere in its rule; registered in app.ts. */
export const campaignSegmentUses = async (db: Db, segmentId: string): Promise<SegmentUse[]> => {
  const { rows } = await sql<SegmentUse>`
    select distinct 'campaign' as kind, c.id, c.name from campaign c join (
      select campaign_id, audience from action union all select campaign_id, audience from track_plan
    ) a on a.campaign_id = c.id
    where a.audience -> 'include' ? ${segmentId} or a.audience -> 'exclude' ? ${segmentId}
      or jsonb_path_exists(a.audience, '$.rule.** ? (@.segmentId == $id)', jsonb_build_object('id', ${segmentId}::text))
    order by c.name, c.id`.execute(db);
  return rows;
};
