import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { mergeFieldFragments, presentId } from '../crm/index.ts';
import type { FieldKind } from './model/liquid/names.ts';

export interface LineParty {
  no: number;
  partyKind: string;
  partyId: string;
  companyId: string | null;
}

export type MergeValues = (string | null)[];

/** The fields that a recipient brings, with their types. */
export const recipientFields = async (db: Db | Tx): Promise<Map<string, FieldKind>> => {
  const fragments = await mergeFieldFragments(db);
  return new Map([...fragments.values()].map(({ name, type, currency }) => [name, { type, currency }]));
};

/** One list for every line, in the order of the lines, its values in the order of the fields, null where there is none. */
export type Gather = (lines: readonly LineParty[]) => Promise<MergeValues[]>;

/**
 * Gathers the merge values of many lines in one statement, only the columns asked for; what the fields are is looked up once. A contact
 * or a company that was merged into another gives the other's data.
 */
export const createGather = async (db: Db | Tx, fields: readonly string[]): Promise<Gather> => {
  if (fields.length === 0) return async (lines) => lines.map(() => []);
  const fragments = await mergeFieldFragments(db);
  const columns = fields.map((name): RawBuilder<unknown> => {
    const fragment = fragments.get(name);
    return fragment ? fragment.sql(fragment.entity === 'contact' ? 'person' : 'firm') : sql`null::text`;
  });
  return (lines) => gathered(db, lines, columns);
};

export const gatherValues = async (
  db: Db | Tx,
  lines: readonly LineParty[],
  fields: readonly string[],
): Promise<MergeValues[]> => (await createGather(db, fields))(lines);

const gathered = async (
  db: Db | Tx,
  lines: readonly LineParty[],
  columns: readonly RawBuilder<unknown>[],
): Promise<MergeValues[]> => {
  const firm = sql`(case line.party_kind when 'company' then line.party_id else coalesce(line.company_id, person.company_id) end)`;
  const { rows } = await sql<{ no: number; merged: MergeValues }>`
    select line.no, json_build_array(${sql.join(columns)}) as merged
    from unnest(${lines.map((line) => line.no)}::int[], ${lines.map((line) => line.partyKind)}::text[],
      ${lines.map((line) => line.partyId)}::uuid[], ${lines.map((line) => line.companyId)}::uuid[])
      as line (no, party_kind, party_id, company_id)
    left join contact as person on line.party_kind = 'contact' and person.id = ${presentId('contact', sql`line.party_id`)}
    left join company as firm on firm.id = ${presentId('company', firm)}`.execute(db);
  const found = new Map(rows.map(({ no, merged }) => [no, merged]));
  return lines.map(({ no }) => found.get(no) ?? columns.map(() => null));
};
