import { type RawBuilder, sql } from 'kysely';
import type { ContactFilters, Contact as Shown } from '../../../contract/crm.ts';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { userName } from '../access/index.ts';
import { CONTACT_COLUMNS, CONTACT_TABLES, filtered, searched } from './party.views.ts';

export type ShownContact = Omit<Shown, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

const text = (by: RawBuilder<unknown>): SortKey => ({ by: sql`coalesce(${by}, '') collate human`, type: 'text' });

const SORTS: Record<string, SortKey> = {
  name: { by: sql`((p.last_name || ' ' || p.first_name) collate human)`, type: 'text' },
  email: text(sql`p.email_key`),
  company: text(sql`firm.name`),
  city: text(sql`p.city`),
  country: text(sql`p.country`),
  accountManager: text(userName(sql`p.account_manager_id`)),
  createdAt: { by: sql`p.created_at`, type: 'timestamptz' },
};

/** Which contacts the search and the filters leave; over the tables of a contact. */
export const contactsWhere = (input: ContactFilters & { search?: string | undefined }) =>
  sql<boolean>`${filtered(input)} and ${searched('contact', input.search)}`;

export const pageOfContacts = async (db: Db, input: PageInput & ContactFilters): Promise<Page<ShownContact>> => {
  const paging = keyset(input, SORTS, { sort: 'name', id: sql`p.id` });
  const where = contactsWhere(input);
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<ShownContact & { pageKey: string }>`select ${CONTACT_COLUMNS}, ${paging.key} as page_key from ${CONTACT_TABLES}
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${CONTACT_TABLES} where ${where}`.execute(db),
  ]);
  return paging.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. The old id of a merged contact finds what it became. */
export const showContact = async (db: Db, id: string): Promise<ShownContact> => {
  const { rows } = await sql<ShownContact>`select ${CONTACT_COLUMNS} from ${CONTACT_TABLES}
    where p.id = coalesce((select contact_id from contact_alias where old_id = ${id}), ${id})`.execute(db);
  if (rows[0] === undefined) throw new NotFound('contact');
  return rows[0];
};
