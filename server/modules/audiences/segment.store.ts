import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { namedSegments, type SegmentTerms } from './model/segment-tree.ts';

/** The segments named, and those they name, to the last; archived ones are not found. */
export const findSegmentTerms = async (db: Db | Tx, ids: readonly string[]): Promise<Map<string, SegmentTerms>> => {
  const found = new Map<string, SegmentTerms>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const { rows } = await sql<SegmentTerms>`
      select id, name, party_kind, rule from segment where id = any(${wanted}::uuid[]) and archived_at is null`.execute(
      db,
    );
    for (const row of rows) found.set(row.id, row);
    wanted = [...new Set(rows.flatMap(({ rule }) => namedSegments(rule)))].filter((id) => !found.has(id));
  }
  return found;
};
