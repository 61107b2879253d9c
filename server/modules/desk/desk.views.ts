import { sql } from 'kysely';
import { type ActionWork, PRIORITIES } from '../../../contract/action-work.ts';
import type { DeskCall } from '../../../contract/desk.ts';
import type { CampaignId, ContentVersionId, RunId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { personName } from '../crm/index.ts';

export const campaignsWithCalls = async (db: Db): Promise<{ id: CampaignId; name: string }[]> => {
  const { rows } = await sql<{ id: CampaignId; name: string }>`
    select c.id, c.name from campaign c where exists (
      select from interaction i join call k on k.interaction_id = i.id where i.campaign_id = c.id and i.state = 'open')
    order by c.name collate human`.execute(db);
  return rows;
};

/** Who is called, and about what. */
export interface Subject {
  partyKind: 'contact' | 'company' | 'lead';
  partyId: string;
  runId: RunId;
  no: number;
  name: string;
  companyId: string | null;
  /** The assets it is about, as the text of an array. */
  about: string | null;
  company: string | null;
  language: Language | null;
  campaignId: CampaignId;
  campaignName: string;
  contentVersionId: ContentVersionId | null;
  priority: number;
  dueAt: Date | null;
  notes: string | null;
  proof: boolean;
  work: ActionWork;
}

export const findSubject = async (db: Db | Tx, interactionId: string): Promise<Subject | undefined> => {
  const { rows } = await sql<Subject>`
    select i.party_kind, i.party_id, i.run_id, i.no, coalesce(case i.party_kind when 'contact' then ${personName('k')} when 'lead' then ${personName('d')} else f.name end, '') as name,
      coalesce(k.company_id, case i.party_kind when 'company' then i.party_id end) as company_id, coalesce(f.name, d.company_name) as company,
      coalesce(k.language, d.language, f.language) as language, r.campaign_id, r.terms ->> 'campaignName' as campaign_name, r.content_version_id,
      i.priority, i.due_at, i.body as notes, i.proof, r.terms -> 'work' as work,
      coalesce(l.asset_ids, case when l.asset_id is not null then array[l.asset_id] end)::text as about
    from interaction i join run r on r.id = i.run_id left join recipient l on l.run_id = i.run_id and l.no = i.no
    left join contact k on i.party_kind = 'contact' and k.id = i.party_id
    left join lead d on i.party_kind = 'lead' and d.id = i.party_id
    left join company f on f.id = case i.party_kind when 'company' then i.party_id else k.company_id end
    where i.id = ${interactionId}`.execute(db);
  return rows[0];
};

export const priorityOf = (rank: number): DeskCall['priority'] => PRIORITIES[rank - 1] ?? 'normal';
