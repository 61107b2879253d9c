import { type RawBuilder, sql } from 'kysely';
import type { LeadFilters, Lead as Shown } from '../../../contract/leads.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { userName } from '../access/index.ts';
import { filtered, LEAD_COLUMNS, LEAD_TABLES, searched } from './party.views.ts';

export type ShownLead = Omit<Shown, 'createdAt' | 'updatedAt' | 'convertedAt'> & {
  createdAt: Date;
  updatedAt: Date;
  convertedAt: Date | null;
};

const text = (by: RawBuilder<unknown>): SortKey => ({ by: sql`coalesce(${by}, '') collate human`, type: 'text' });

const SORTS: Record<string, SortKey> = {
  name: { by: sql`((p.last_name || ' ' || p.first_name) collate human)`, type: 'text' },
  email: text(sql`p.email_key`),
  company: text(sql`p.company_name`),
  city: text(sql`p.city`),
  country: text(sql`p.country`),
  source: text(sql`p.source`),
  accountManager: text(userName(sql`p.account_manager_id`)),
  createdAt: { by: sql`p.created_at`, type: 'timestamptz' },
};

/** Which leads the search and the filters leave; over the tables of a lead. */
export const leadsWhere = ({ state, ...input }: LeadFilters & { search?: string | undefined }) =>
  sql<boolean>`${filtered(input)} and ${searched('lead', input.search)}${state ? sql` and p.state = ${state}` : sql``}`;

export const pageOfLeads = async (db: Db, input: PageInput & LeadFilters): Promise<Page<ShownLead>> => {
  const paging = keyset(input, SORTS, { sort: 'name', id: sql`p.id` });
  const where = leadsWhere(input);
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<ShownLead & { pageKey: string }>`select ${LEAD_COLUMNS}, ${paging.key} as page_key from ${LEAD_TABLES}
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${LEAD_TABLES} where ${where}`.execute(db),
  ]);
  return paging.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. The old id of a merged lead finds what it became. */
export const showLead = async (db: Db, id: string): Promise<ShownLead> => {
  const { rows } = await sql<ShownLead>`select ${LEAD_COLUMNS} from ${LEAD_TABLES}
    where p.id = coalesce((select lead_id from lead_alias where old_id = ${id}), ${id})`.execute(db);
  if (rows[0] === undefined) throw new NotFound('lead');
  return rows[0];
};
