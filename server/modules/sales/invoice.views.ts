import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/invoices.ts';
import type { Page } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { partyName } from '../crm/index.ts';
import { linesOf } from './sales-line.store.ts';
import { SELLER } from './seller.store.ts';

export type ShownInvoice = Omit<api.Invoice, 'createdAt' | 'pageUrl' | 'eInvoiceProblem'> & { createdAt: Date };

const NAME = partyName('i');

/** To be paid until the end of its last day. */
const stateOn = (day: string) => sql<string>`case when i.kind = 'credit_note' then 'credit_note'
  when i.state = 'open' and i.due_on < ${day}::date then 'overdue' else i.state end`;

const columns = (
  day: string,
) => sql`i.id, i.number, i.title, ${stateOn(day)} as state, i.currency, i.net_minor::float8 as net_minor,
  i.gross_minor::float8 as gross_minor, i.issued_on, i.due_on, i.paid_on,
  jsonb_build_object('kind', i.party_kind, 'id', i.party_id, 'name', ${NAME}) as party, jsonb_build_object('id', u.id, 'name', u.name) as owner,
  (select jsonb_build_object('id', c.id, 'name', c.name) from campaign c where c.id = i.campaign_id) as campaign`;

const TABLES = sql`invoice i join app_user u on u.id = i.owner_id`;

const SORTS: Record<string, SortKey> = {
  issuedOn: { by: sql`i.created_at`, type: 'timestamptz' },
  number: { by: sql`coalesce(i.number, '') collate human`, type: 'text' },
  title: { by: sql`(i.title collate human)`, type: 'text' },
  value: { by: sql`i.net_minor`, type: 'bigint' },
  dueOn: { by: sql`i.due_on`, type: 'date' },
};

const FIELDS = {
  ownerId: 'owner_id',
  campaignId: 'campaign_id',
  actionId: 'action_id',
  companyId: 'company_id',
  partyKind: 'party_kind',
  partyId: 'party_id',
} as const satisfies Record<Exclude<keyof api.InvoiceFilters, 'state'>, string>;

/** Over the alias `i`; proofs are in no list. */
export const invoicesWhere = (
  { state, search, ...filters }: api.InvoiceFilters & { search?: string | undefined },
  day: string,
): RawBuilder<boolean> => {
  const given = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((name) => filters[name] !== undefined);
  return sql<boolean>`${sql.join(
    [
      sql`not i.test`,
      ...given.map((name) => sql`${sql.ref(`i.${FIELDS[name]}`)} = ${filters[name]}`),
      ...(state ? [sql`${stateOn(day)} = ${state}`] : []),
      ...(search ? [sql`strpos(lower(concat_ws(' ', i.number, i.title, ${NAME})), lower(${search})) > 0`] : []),
    ],
    sql` and `,
  )}`;
};

export const pageOfInvoices = async (
  db: Db,
  input: InputOf<typeof api.listInvoices>,
  day: string,
): Promise<Page<api.InvoiceRow>> => {
  const pages = keyset(input, SORTS, { sort: 'issuedOn', direction: 'desc', id: sql`i.id` });
  const where = invoicesWhere(input, day);
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<api.InvoiceRow & { pageKey: string }>`
      select ${columns(day)}, ${pages.key} as page_key from ${TABLES} where ${where} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(
      db,
    ),
    sql<{ total: number }>`select count(*)::int as total from ${TABLES} where ${where}`.execute(db),
  ]);
  return pages.page(rows, counted[0]?.total ?? 0);
};

const counterpart = (which: RawBuilder<boolean>) => sql`
  (select jsonb_build_object('id', x.id, 'number', x.number, 'issuedOn', x.issued_on) from invoice x where ${which})`;

/** A credit note shows the lines of what it takes back. Throws NotFound. */
export const showInvoice = async (db: Db, id: string, day: string): Promise<ShownInvoice> => {
  const { rows } = await sql<Omit<ShownInvoice, 'lines'>>`
    select ${columns(day)}, ${SELLER} as seller, i.buyer, i.language, i.vat_treatment, i.vat, i.vat_minor::float8 as vat_minor, i.terms,
      i.credit_reason, i.created_at, ${counterpart(sql`x.id = i.credits`)} as credits, ${counterpart(sql`x.credits = i.id`)} as credited_by,
      (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = i.company_id) as company
    from ${TABLES} join seller on seller.id = i.seller_id where i.id = ${id}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new NotFound('invoice');
  return { ...found, lines: await linesOf(db, found.credits?.id ?? id) };
};

/** The latest invoice a campaign issued to somebody; null when there is none. */
export const invoiceFor = async (
  db: Db,
  { campaignId, partyKind, partyId, test }: { campaignId: string; partyKind: string; partyId: string; test: boolean },
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select id from invoice where campaign_id = ${campaignId} and party_kind = ${partyKind} and party_id = ${partyId} and (${test} or not test)
      and kind = 'invoice' order by created_at desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
};
