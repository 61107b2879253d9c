import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type * as api from '../../../contract/sales.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { partyName } from '../crm/index.ts';
import { linesOf } from './sales-line.store.ts';

export type ShownRow = Omit<api.OpportunityRow, 'createdAt'> & { createdAt: Date };
export type Shown = Omit<api.Opportunity, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };
type Sums = { currency: string; valueMinor: number; weighedMinor: number; count: number };

const NAME = partyName('o');

const COLUMNS = sql`o.id, o.title, o.state, o.currency, o.value_minor::float8 as value_minor, o.closes_on, o.closed_on, o.created_at,
  jsonb_build_object('kind', o.party_kind, 'id', o.party_id, 'name', ${NAME}) as party,
  (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = o.company_id and o.party_kind <> 'company') as company,
  jsonb_build_object('id', s.id, 'name', s.name) as stage, jsonb_build_object('id', u.id, 'name', u.name) as owner,
  (select jsonb_build_object('id', c.id, 'name', c.name) from campaign c where c.id = o.campaign_id) as campaign`;

const TABLES = sql`opportunity o join sales_stage s on s.id = o.stage_id join app_user u on u.id = o.owner_id`;

const SORTS: Record<string, SortKey> = {
  createdAt: { by: sql`o.created_at`, type: 'timestamptz' },
  title: { by: sql`(o.title collate human)`, type: 'text' },
  value: { by: sql`o.value_minor`, type: 'bigint' },
  closesOn: { by: sql`coalesce(o.closes_on, 'infinity'::date)`, type: 'date' },
  stage: { by: sql`s.position`, type: 'bigint' },
};

const FIELDS = {
  state: 'state',
  stageId: 'stage_id',
  ownerId: 'owner_id',
  campaignId: 'campaign_id',
  actionId: 'action_id',
  companyId: 'company_id',
  partyKind: 'party_kind',
  partyId: 'party_id',
} as const satisfies Record<keyof api.OpportunityFilters, string>;

/** Over the alias `o`; proofs are in no list. */
export const opportunitiesWhere = (
  filters: api.OpportunityFilters & { search?: string | undefined },
): RawBuilder<boolean> => {
  const given = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((name) => filters[name] !== undefined);
  const words = filters.search
    ? [
        sql`(strpos(lower(o.title), lower(${filters.search})) > 0 or strpos(lower(${NAME}), lower(${filters.search})) > 0)`,
      ]
    : [];
  return sql<boolean>`${sql.join([sql`not o.test`, ...given.map((name) => sql`${sql.ref(`o.${FIELDS[name]}`)} = ${filters[name]}`), ...words], sql` and `)}`;
};

export const pageOfOpportunities = async (
  db: Db,
  input: InputOf<typeof api.listOpportunities>,
): Promise<Page<ShownRow> & { sums: Sums[] }> => {
  const pages = keyset(input, SORTS, { sort: 'createdAt', direction: 'desc', id: sql`o.id` });
  const where = opportunitiesWhere(input);
  const [{ rows }, { rows: sums }] = await Promise.all([
    sql<ShownRow & { pageKey: string }>`
      select ${COLUMNS}, ${pages.key} as page_key from ${TABLES} where ${where} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(
      db,
    ),
    sql<Sums>`
      select o.currency, count(*)::int as count, sum(o.value_minor)::float8 as value_minor,
        coalesce(sum(round(o.value_minor * s.chance / 100.0)) filter (where o.state = 'open'), 0)::float8 as weighed_minor
      from ${TABLES} where ${where} group by o.currency order by count(*) desc`.execute(db),
  ]);
  return {
    ...pages.page(
      rows,
      sums.reduce((total, { count }) => total + count, 0),
    ),
    sums,
  };
};

/** Throws NotFound. */
export const showOpportunity = async (db: Db, id: string): Promise<Shown> => {
  const { rows } = await sql<Omit<Shown, 'lines'>>`
    select ${COLUMNS}, o.note, o.lost_reason, o.lines_minor::float8 as lines_minor, o.own_value_minor::float8 as own_value_minor,
      o.action_id, o.test, o.updated_at
    from ${TABLES} where o.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('opportunity');
  return { ...rows[0], lines: await linesOf(db, id) };
};
