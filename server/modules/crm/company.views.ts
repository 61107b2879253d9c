import { type RawBuilder, sql } from 'kysely';
import type { Company as Shown } from '../../../contract/crm.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import type { PartyFilters } from '../../../contract/party.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { userName } from '../access/index.ts';
import { COMPANY_COLUMNS, COMPANY_TABLES, filtered, searched } from './party.views.ts';

export type ShownCompany = Omit<Shown, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const text = (by: RawBuilder<unknown>): SortKey => ({ by: sql`coalesce(${by}, '') collate human`, type: 'text' });

const SORTS: Record<string, SortKey> = {
  name: { by: sql`(p.name collate human)`, type: 'text' },
  email: text(sql`p.email_key`),
  city: text(sql`p.city`),
  country: text(sql`p.country`),
  accountManager: text(userName(sql`p.account_manager_id`)),
  createdAt: { by: sql`p.created_at`, type: 'timestamptz' },
};

/** Which companies the search and the filters leave. */
export const companiesWhere = (input: PartyFilters & { search?: string | undefined }) =>
  sql<boolean>`${filtered(input)} and ${searched('company', input.search)}`;

export const pageOfCompanies = async (db: Db, input: PageInput & PartyFilters): Promise<Page<ShownCompany>> => {
  const paging = keyset(input, SORTS, { sort: 'name', id: sql`p.id` });
  const where = companiesWhere(input);
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<ShownCompany & { pageKey: string }>`select ${COMPANY_COLUMNS}, ${paging.key} as page_key from ${COMPANY_TABLES}
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${COMPANY_TABLES} where ${where}`.execute(db),
  ]);
  return paging.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. */
export const showCompany = async (db: Db, id: string): Promise<ShownCompany> => {
  const { rows } =
    await sql<ShownCompany>`select ${COMPANY_COLUMNS} from ${COMPANY_TABLES} where p.id = coalesce((select company_id from company_alias where old_id = ${id}), ${id})`.execute(
      db,
    );
  if (rows[0] === undefined) throw new NotFound('company');
  return rows[0];
};
