import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Page, PageInput } from '../../../contract/paging.ts';
import type { SalesFilters } from '../../../contract/sales.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { partyName } from '../crm/index.ts';
import { whoseDocuments } from './whose-document.ts';

type Filters = z.output<typeof SalesFilters> & { state?: string | undefined; search?: string | undefined };

const FIELDS = {
  ownerId: 'owner_id',
  campaignId: 'campaign_id',
  actionId: 'action_id',
  companyId: 'company_id',
  partyKind: 'party_kind',
  partyId: 'party_id',
} as const satisfies Record<keyof z.output<typeof SalesFilters>, string>;

interface DocumentKind {
  table: 'offer' | 'invoice';
  /** What it is on that day, over the alias `d`. */
  stateOn(day: string): RawBuilder<string>;
  /** The columns it has besides those of every document. */
  own: RawBuilder<unknown>;
  sorts: Record<string, SortKey>;
}

type Found<Row> = Row & { pageKey: string };

const NAME = partyName('d');

/** The list of offers or of invoices, over the alias `d`; proofs are in none. */
export const documentList = <Row extends { id: string }>({ table, stateOn, own, sorts }: DocumentKind) => {
  const columns = (day: string) => sql`d.id, d.number, d.title, ${stateOn(day)} as state, d.currency,
    d.net_minor::float8 as net_minor, d.gross_minor::float8 as gross_minor, d.issued_on, ${own},
    jsonb_build_object('kind', d.party_kind, 'id', d.party_id, 'name', ${NAME}) as party,
    jsonb_build_object('id', u.id, 'name', u.name) as owner,
    (select jsonb_build_object('id', c.id, 'name', c.name) from campaign c where c.id = d.campaign_id) as campaign`;
  const tables = sql`${sql.table(table)} d join app_user u on u.id = d.owner_id`;
  const where = ({ state, search, ...filters }: Filters, day: string): RawBuilder<boolean> => {
    const given = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((name) => filters[name] !== undefined);
    const told = [
      sql`not d.test`,
      ...given.map((name) => sql`${sql.ref(`d.${FIELDS[name]}`)} = ${filters[name]}`),
      ...(state ? [sql`${stateOn(day)} = ${state}`] : []),
      ...(search ? [sql`strpos(lower(concat_ws(' ', d.number, d.title, ${NAME})), lower(${search})) > 0`] : []),
    ];
    return sql<boolean>`${sql.join(told, sql` and `)}`;
  };
  const page = async (
    db: Db,
    input: z.output<typeof PageInput> & Filters,
    day: string,
  ): Promise<Page<Omit<Found<Row>, 'pageKey'>>> => {
    const pages = keyset(input, { ...SORTS, ...sorts }, { sort: 'issuedOn', direction: 'desc', id: sql`d.id` });
    const which = where(input, day);
    const [{ rows }, { rows: counted }] = await Promise.all([
      sql<Found<Row>>`select ${columns(day)}, ${pages.key} as page_key from ${tables}
        where ${which} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db),
      sql<{ total: number }>`select count(*)::int as total from ${tables} where ${which}`.execute(db),
    ]);
    return pages.page(rows, counted[0]?.total ?? 0);
  };
  return { columns, tables, where, page };
};

const SORTS: Record<string, SortKey> = {
  issuedOn: { by: sql`d.created_at`, type: 'timestamptz' },
  number: { by: sql`coalesce(d.number, '') collate human`, type: 'text' },
  title: { by: sql`(d.title collate human)`, type: 'text' },
  value: { by: sql`d.net_minor`, type: 'bigint' },
};

export interface LineOfCampaign {
  campaignId: string;
  partyKind: string;
  partyId: string;
  test: boolean;
}

/** The latest document a campaign issued to somebody, else to the firm whose main contact he is; null when there is none. */
export const latestFor = async (
  db: Db,
  table: 'offer' | 'invoice',
  { campaignId, partyKind, partyId, test }: LineOfCampaign,
  which: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select d.id from ${whoseDocuments(sql`${partyKind}::text`, sql`${partyId}::uuid`)} as whose
    join ${sql.table(table)} d on d.party_kind = whose.kind and d.party_id = whose.id
    where d.campaign_id = ${campaignId} and (${test} or not d.test) and ${which} order by whose.rank, d.created_at desc limit 1`.execute(
    db,
  );
  return rows[0]?.id ?? null;
};
