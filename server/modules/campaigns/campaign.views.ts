import { type RawBuilder, sql } from 'kysely';
import type { Campaign, CampaignFilters, CampaignRow } from '../../../contract/campaigns.ts';
import type { CampaignId, UserId } from '../../../contract/ids.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

const person = (id: string) =>
  sql`(select jsonb_build_object('id', u.id, 'name', u.name) from app_user u where u.id = ${sql.ref(id)})`;
const topic = sql`(select jsonb_build_object('id', t.id, 'name', t.name) from topic t where t.id = c.topic_id)`;

type Shown = Omit<Campaign, 'actions' | 'totals' | 'problems' | 'may'>;

/** A campaign with the names of those it points to. */
export const showCampaign = async (db: Db, id: CampaignId): Promise<Shown> => {
  const { rows } = await sql<Shown>`
    select c.id, c.code, c.name, c.description, c.goal, c.results, c.kind, c.type, c.state, c.purpose_class, c.currency,
      c.budget_minor::float8 as budget_minor, c.expected_revenue_minor::float8 as expected_revenue_minor,
      c.holdout_percent,      c.starts_on, c.ends_on, c.archived_at, c.created_at, c.updated_at,
      ${person('c.owner_id')} as owner, ${person('c.created_by')} as created_by, ${topic} as topic,
      (select jsonb_build_object('id', o.id, 'name', o.name) from campaign o where o.id = c.duplicated_from) as duplicated_from
    from campaign c where c.id = ${id}`.execute(db);
  const shown = rows[0];
  if (shown === undefined) throw new NotFound('campaign');
  return shown;
};

export type CampaignFilter = CampaignFilters & { search?: string | undefined };

/** Registered in app.ts by delivery: selects the ids of campaigns with recipients whom this user looks after. */
export type CampaignsLookedAfterBy = (userId: UserId) => RawBuilder<unknown>;

const STARTS = sql`coalesce(c.starts_on, (c.created_at at time zone (select time_zone from installation))::date)`;

/** Which campaigns, over `c`. */
export const campaignsWhere = (filter: CampaignFilter, lookedAfterBy: CampaignsLookedAfterBy) => {
  const words = (filter.search ?? '').split(/\s+/).filter((word) => word !== '');
  const conditions = [
    filter.archived ? sql`c.archived_at is not null` : sql`c.archived_at is null`,
    ...words.map((word) => sql`strpos(lower(c.name || ' ' || c.code || ' ' || c.goal), lower(${word})) > 0`),
    ...(filter.ownerId ? [sql`c.owner_id = ${filter.ownerId}`] : []),
    ...(filter.state ? [sql`c.state = ${filter.state}`] : []),
    ...(filter.kind ? [sql`c.kind = ${filter.kind}`] : []),
    ...(filter.type ? [sql`c.type = ${filter.type}`] : []),
    ...(filter.accountManagerId ? [sql`c.id in (${lookedAfterBy(filter.accountManagerId)})`] : []),
    ...(filter.from ? [sql`coalesce(c.ends_on, ${STARTS}) >= ${filter.from}`] : []),
    ...(filter.until ? [sql`${STARTS} <= ${filter.until}`] : []),
    ...(filter.topicId ? [sql`c.topic_id = ${filter.topicId}`] : []),
    ...(filter.channel
      ? [sql`exists (select from action a where a.campaign_id = c.id and a.channel = ${filter.channel})`]
      : []),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
};

/** States sort in the order of a campaign's life. */
const LIFE = sql`array_position(array['proposed','preparing','ready','running','paused','completed','cancelled'], c.state)`;

const SORTS = {
  name: { by: sql`c.name collate human`, type: 'text' },
  code: { by: sql`c.code collate human`, type: 'text' },
  state: { by: LIFE, type: 'bigint' },
  owner: { by: sql`(select u.name from app_user u where u.id = c.owner_id) collate human`, type: 'text' },
  created: { by: sql`c.created_at`, type: 'timestamptz' },
} as const;

type Listed = Omit<CampaignRow, 'totals'>;

/** One page of campaigns, newest first unless sorted otherwise; what their runs brought is added by the caller. */
export const showCampaigns = async (
  db: Db,
  found: RawBuilder<unknown>,
  paging: Pick<PageInput, 'after' | 'limit' | 'sort' | 'direction'>,
): Promise<Page<Listed>> => {
  const pages = keyset(paging, SORTS, { sort: 'created', direction: 'desc', id: sql`c.id` });
  const { rows } = await sql<Listed & { pageKey: string }>`
    select c.id, c.code, c.name, c.kind, c.type, c.state, c.starts_on, c.archived_at, c.created_at,
      ${person('c.owner_id')} as owner, ${topic} as topic, ${pages.key} as page_key,
      array(select a.channel from action a where a.campaign_id = c.id order by a.position) as channels
    from campaign c where ${found} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total from campaign c where ${found}`.execute(
    db,
  );
  return pages.page(rows, counted.rows[0]?.total ?? 0);
};
