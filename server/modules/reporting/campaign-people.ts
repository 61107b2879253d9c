import { type RawBuilder, sql } from 'kysely';
import type {
  CampaignWithPeople,
  listCampaignsWithPeople as campaignsEndpoint,
  PersonWithCampaigns,
  listPeopleWithCampaigns as peopleEndpoint,
} from '../../../contract/campaign-people.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, userName } from '../access/index.ts';
import { partyName } from '../audiences/index.ts';
import { type ListingNeeds, listCampaigns } from '../campaigns/index.ts';

/** So many stand beside each row; the rest is one click away. */
const NAMED = 5;

type Group = Pick<CampaignWithPeople, 'recipients' | 'people'>;

/** Of the largest list of each campaign, prepared or sent. */
const recipientsOf = async (db: Db, campaigns: readonly CampaignId[]): Promise<Map<CampaignId, Group>> => {
  const { rows } = await sql<Group & { id: CampaignId }>`
    select c.id, largest.planned as recipients, people.named as people
    from unnest(${campaigns}::uuid[]) as c (id)
    join lateral (
      select r.id, r.planned from run r where r.campaign_id = c.id and r.mode <> 'test' and r.planned > 0
      order by r.planned desc, r.id desc limit 1) largest on true
    cross join lateral (
      select jsonb_agg(jsonb_build_object('kind', x.party_kind, 'id', x.party_id, 'name', x.name) order by x.no) as named from (
        select l.no, l.party_kind, l.party_id, coalesce(${partyName(sql`l.party_kind`, sql`l.party_id`)}, '') as name from recipient l
        where l.run_id = largest.id and l.verdict = 'planned' order by l.no limit ${NAMED}) x) people`.execute(db);
  return new Map(rows.map(({ id, recipients, people }) => [id, { recipients, people }]));
};

/** O02: the campaigns of a list, each with those it is for. */
export const listCampaignsWithPeople = async (
  needs: ListingNeeds,
  actor: Actor,
  input: InputOf<typeof campaignsEndpoint>,
): Promise<OutputOf<typeof campaignsEndpoint>> => {
  const page = await listCampaigns(needs, actor, input);
  const ids = page.rows.map(({ id }) => id);
  const found = await recipientsOf(needs.db, ids);
  const rows = page.rows.map(({ id, code, name, state, owner }) => ({
    ...{ id, code, name, state, owner },
    ...(found.get(id) ?? { recipients: 0, people: [] }),
  }));
  return { ...page, rows };
};

type Kind = InputOf<typeof peopleEndpoint>['kind'];

/** As each is called, and the order that the index of its list has. */
const NAMES: Record<Kind, { shown: RawBuilder<string>; sorted: RawBuilder<string> }> = {
  contact: {
    shown: sql`trim(p.first_name || ' ' || p.last_name)`,
    sorted: sql`((p.last_name || ' ' || p.first_name) collate human)`,
  },
  company: { shown: sql`p.name`, sorted: sql`p.name collate human` },
  lead: {
    shown: sql`coalesce(nullif(trim(p.first_name || ' ' || p.last_name), ''), p.company_name, '')`,
    sorted: sql`((p.last_name || ' ' || p.first_name) collate human)`,
  },
};

const reachedBy = (campaignId: CampaignId | undefined) => sql`exists (
  select from touch t join run r on r.id = t.run_id
  where t.party_id = p.id and ${campaignId ? sql`r.campaign_id = ${campaignId}` : sql`true`})`;

const peopleWhere = ({ kind, search, accountManagerId, campaignId }: InputOf<typeof peopleEndpoint>) => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
  const conditions = [
    reachedBy(campaignId),
    ...words.map((word) => sql`strpos(lower(${NAMES[kind].shown}), lower(${word})) > 0`),
    ...(accountManagerId ? [sql`p.account_manager_id = ${accountManagerId}`] : []),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
};

/** O02: those whom campaigns reached, each with the last of them. Not counted: that would visit everybody. */
export const listPeopleWithCampaigns = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof peopleEndpoint>,
): Promise<OutputOf<typeof peopleEndpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'crm.see');
  const { shown, sorted } = NAMES[input.kind];
  const pages = keyset(input, { name: { by: sorted, type: 'text' } }, { sort: 'name', id: sql`p.id` });
  const { rows } = await sql<PersonWithCampaigns & { pageKey: string }>`
    select ${input.kind}::text as kind, p.id, ${shown} as name, ${userName(sql`p.account_manager_id`)} as account_manager,
      his.campaign_count, his.campaigns, ${pages.key} as page_key
    from ${sql.table(input.kind)} p cross join lateral (
      select count(*)::int as campaign_count,
        (jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'at', one.at) order by one.at desc, c.id) filter (where one.place <= ${NAMED})) as campaigns
      from (
        select r.campaign_id, max(t.at) as at, row_number() over (order by max(t.at) desc, r.campaign_id) as place
        from touch t join run r on r.id = t.run_id where t.party_id = p.id group by r.campaign_id) one
      join campaign c on c.id = one.campaign_id) his
    where ${peopleWhere(input)} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  return pages.page(rows, null);
};
