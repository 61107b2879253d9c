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

/** How values are gathered in any statement that has the alias `line` (party_kind, party_id, company_id): a jsonb array, and the joins it needs. */
export interface Merge {
  values: RawBuilder<MergeValues>;
  joins: RawBuilder<unknown>;
}

/**
 * Only the columns asked for, in the order of the fields, null where there is none; what the fields are is looked up once. A contact or a
 * company that was merged into another gives the other's data.
 */
export const createMerge = async (db: Db | Tx, fields: readonly string[]): Promise<Merge> => {
  if (fields.length === 0) return { values: sql`'[]'::jsonb`, joins: sql`` };
  const fragments = await mergeFieldFragments(db);
  const columns = fields.map((name): RawBuilder<unknown> => {
    const fragment = fragments.get(name);
    return fragment ? fragment.sql(fragment.entity === 'contact' ? 'person' : 'firm') : sql`null::text`;
  });
  const firm = sql`(case line.party_kind when 'company' then line.party_id else coalesce(line.company_id, person.company_id) end)`;
  return {
    values: sql`jsonb_build_array(${sql.join(columns)})`,
    joins: sql`
      left join contact as person on line.party_kind = 'contact' and person.id = ${presentId('contact', sql`line.party_id`)}
      left join company as firm on firm.id = ${presentId('company', firm)}`,
  };
};

/** One list for every line, in the order of the lines. */
export const gatherValues = async (
  db: Db | Tx,
  lines: readonly LineParty[],
  fields: readonly string[],
): Promise<MergeValues[]> => {
  const { values, joins } = await createMerge(db, fields);
  const { rows } = await sql<{ no: number; merged: MergeValues }>`
    select line.no, ${values} as merged
    from unnest(${lines.map((line) => line.no)}::int[], ${lines.map((line) => line.partyKind)}::text[],
      ${lines.map((line) => line.partyId)}::uuid[], ${lines.map((line) => line.companyId)}::uuid[])
      as line (no, party_kind, party_id, company_id) ${joins}`.execute(db);
  const found = new Map(rows.map(({ no, merged }) => [no, merged]));
  return lines.map(({ no }) => found.get(no) ?? fields.map(() => null));
};
