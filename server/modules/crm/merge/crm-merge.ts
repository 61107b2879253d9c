import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { MergeHandler, Merging } from './merge-handler.ts';

/** A column of ours that names a record, by the kind it names. */
interface Reference {
  what: string;
  table: string;
  column: string;
  /** Where the kind stands in a column beside it. */
  byKind: boolean;
}

const WORK: Reference = { what: 'interactions', table: 'interaction', column: 'party_id', byKind: true };
const FURTHER: Reference = { what: 'addresses', table: 'further_address', column: 'party_id', byKind: true };
const REFERENCES: Record<Merging['kind'], readonly Reference[]> = {
  contact: [
    WORK,
    FURTHER,
    { what: 'assets', table: 'asset', column: 'contact_id', byKind: false },
    { what: 'leads', table: 'lead', column: 'converted_contact_id', byKind: false },
    { what: 'aliases', table: 'contact_alias', column: 'contact_id', byKind: false },
  ],
  company: [
    WORK,
    FURTHER,
    { what: 'contacts', table: 'contact', column: 'company_id', byKind: false },
    { what: 'assets', table: 'asset', column: 'company_id', byKind: false },
    { what: 'leads', table: 'lead', column: 'converted_company_id', byKind: false },
    { what: 'aliases', table: 'company_alias', column: 'company_id', byKind: false },
  ],
  lead: [WORK, FURTHER, { what: 'aliases', table: 'lead_alias', column: 'lead_id', byKind: false }],
};

const whose = ({ column, byKind }: Reference, kind: string, id: string) =>
  byKind ? sql`${sql.ref(column)} = ${id}::uuid and party_kind = ${kind}` : sql`${sql.ref(column)} = ${id}::uuid`;
const keyOf = ({ what }: Reference) => sql.ref(what === 'aliases' ? 'old_id' : 'id');

type Moved = Record<string, string[]> & { mains?: string[] };

/** A company has one main contact: the one it has stays, the other's steps back. */
const stepBack = async (tx: Tx, { kind, keptId, goneId }: Merging): Promise<string[]> => {
  if (kind !== 'company') return [];
  const { rows } = await sql<{ id: string }>`
    update contact set main = false where company_id = ${goneId} and main
      and exists (select from contact where company_id = ${keptId} and main) returning id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** Dossier items, assets, addresses, a firm's people and earlier ids come over. */
export const crmMerge: MergeHandler = {
  name: 'crm',

  count: (db, { kind, goneId }) =>
    Promise.all(
      REFERENCES[kind]
        .filter(({ what }) => what !== 'aliases')
        .map(async (reference) => {
          const { rows } = await sql<{ count: number }>`
            select count(*)::int as count from ${sql.table(reference.table)} where ${whose(reference, kind, goneId)}`.execute(
            db,
          );
          return { what: reference.what, count: rows[0]?.count ?? 0 };
        }),
    ),

  async merge(tx, merging) {
    const moved: Moved = { mains: await stepBack(tx, merging) };
    for (const reference of REFERENCES[merging.kind]) {
      const { rows } = await sql<{ id: string }>`
        update ${sql.table(reference.table)} set ${sql.ref(reference.column)} = ${merging.keptId}::uuid
        where ${whose(reference, merging.kind, merging.goneId)} returning ${keyOf(reference)} as id`.execute(tx);
      moved[reference.what] = rows.map(({ id }) => id);
    }
    return moved;
  },

  async undo(tx, merging, stored) {
    const moved = stored as Moved;
    const left = [];
    for (const reference of REFERENCES[merging.kind]) {
      const ids = moved[reference.what] ?? [];
      const { rows } = await sql<{ id: string }>`
        update ${sql.table(reference.table)} set ${sql.ref(reference.column)} = ${merging.goneId}::uuid
        where ${keyOf(reference)} = any(${ids}::uuid[]) and ${whose(reference, merging.kind, merging.keptId)} returning ${keyOf(reference)} as id`.execute(
        tx,
      );
      if (rows.length < ids.length) left.push({ what: reference.what, count: ids.length - rows.length });
    }
    await sql`update contact set main = true where id = any(${moved.mains ?? []}::uuid[]) and company_id = ${merging.goneId}
      and not exists (select from contact other where other.company_id = ${merging.goneId} and other.main)`.execute(tx);
    return left;
  },
};
