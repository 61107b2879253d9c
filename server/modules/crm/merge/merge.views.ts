import { type RawBuilder, sql } from 'kysely';
import type { MergeRecord } from '../../../../contract/merges.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { personName } from '../party-name.ts';

export type Kind = 'contact' | 'company' | 'lead';

const COMPANY: Record<Kind, RawBuilder<unknown>> = {
  contact: sql`(select company.name from company where company.id = p.company_id)`,
  company: sql`null`,
  lead: sql`p.company_name`,
};
const nameOf = (kind: Kind) => (kind === 'company' ? sql`p.name` : personName('p'));

/** The pairs of a JSON object that tells one record from another, over `p`. */
export const RECORD = (
  kind: Kind,
) => sql`'id', p.id, 'name', ${nameOf(kind)}, 'email', p.email, 'phone', p.phone, 'city', p.city,
  'company', ${COMPANY[kind]}, 'createdAt', p.created_at`;

/** The record as it is stored, by the names of its columns; `asText` shows what a person can read where the column holds an id. */
export interface StoredRecord {
  row: Record<string, unknown>;
  shown: MergeRecord;
  names: { account_manager_id: string | null; company_id: string | null };
}

/** The id that the record has now, after whatever merges. */
export const presentId = (kind: Kind, id: string): RawBuilder<string> =>
  sql`coalesce((select ${sql.ref(`${kind}_id`)} from ${sql.table(`${kind}_alias`)} where old_id = ${id}::uuid), ${id}::uuid)`;

/** Throws NotFound. */
export const readRecord = async (db: Db | Tx, kind: Kind, id: string): Promise<StoredRecord> => {
  const company = kind === 'contact' ? COMPANY.contact : sql`null`;
  const { rows } = await sql<StoredRecord>`
    select to_jsonb(p) as row, json_build_object(${RECORD(kind)}) as shown, json_build_object('company_id', ${company},
      'account_manager_id', (select name from app_user where app_user.id = p.account_manager_id)) as names
    from ${sql.table(kind)} p where p.id = ${presentId(kind, id)}`.execute(db);
  if (rows[0] === undefined) throw new NotFound(kind);
  return rows[0];
};
