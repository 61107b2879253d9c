import { sql } from 'kysely';
import type { CampaignsLookedAfterBy } from '../campaigns/index.ts';

/** People and firms of one user: those a campaign reached, and those on a list that is prepared or went to nobody's address. */
export const campaignsLookedAfterBy: CampaignsLookedAfterBy = (userId) => sql`
  with looked_after as (
    select id from contact where account_manager_id = ${userId}
    union all select id from company where account_manager_id = ${userId}
    union all select id from lead where account_manager_id = ${userId})
  select r.campaign_id from looked_after l join touch t on t.party_id = l.id join run r on r.id = t.run_id
  union select r.campaign_id from run r join recipient x on x.run_id = r.id and x.verdict = 'planned' join looked_after l on l.id = x.party_id
    where r.mode <> 'test' and (r.channel = 'list' or r.state in ('generated', 'scheduled', 'missed'))`;
