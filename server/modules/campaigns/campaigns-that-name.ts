import { sql } from 'kysely';
import type { Use } from '../../../contract/uses.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { ruleNames } from '../audiences/index.ts';
import { textNames } from '../content/index.ts';
import type { Named } from '../crm/index.ts';

/** The campaigns with something still to do whose rule, text or dossier item names it; registered in app.ts. */
export const campaignsThatName = async (db: Db, named: Named): Promise<Use[]> => {
  const itemType = named.choice?.field === 'interaction.type' ? named.choice.value : null;
  const { rows } = await sql<Use>`select 'campaign' as kind, c.id, c.name from campaign c
    where c.archived_at is null and (exists (
      select from action a left join content_version v on v.id = a.content_version_id
      where a.campaign_id = c.id and a.state not in ('done', 'cancelled')
        and (${ruleNames(sql`a.audience`, named)} or ${textNames(sql`v.variants`, named)} or a.interaction_type_id = ${itemType}::uuid)
    ) or exists (select from track_plan p where p.campaign_id = c.id and ${ruleNames(sql`p.audience`, named)}))
    order by c.name collate human, c.id`.execute(db);
  return rows;
};
