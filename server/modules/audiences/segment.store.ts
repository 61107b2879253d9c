import { type Insertable, sql, type Updateable } from 'kysely';
import type { SegmentUse } from '../../../contract/segments.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Segment } from '../../platform/database/tables.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
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

/** Throws NotFound, for archived ones too; locked against other changes until the transaction ends. */
export const getSegmentForUpdate = async (tx: Tx, id: string): Promise<SegmentTerms> => {
  const { rows } = await sql<SegmentTerms>`
    select id, name, party_kind, rule from segment where id = ${id} and archived_at is null for update`.execute(tx);
  if (rows[0] === undefined) throw new NotFound('segment');
  return rows[0];
};

type Change = Pick<Updateable<Segment>, 'name' | 'description' | 'partyKind' | 'updatedAt' | 'archivedAt'> & {
  rule?: unknown;
};

const UNIQUE_VIOLATION = '23505';

const nameFree = async <T>(change: () => Promise<T>): Promise<T> => {
  try {
    return await change();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === UNIQUE_VIOLATION && constraint === 'segment_name') throw new Invalid('name', 'taken');
    throw error;
  }
};

/** Throws Invalid when another segment has the name. */
export const insertSegment = async (
  tx: Tx,
  { rule, ...segment }: Omit<Insertable<Segment>, 'rule'> & { rule: unknown },
): Promise<void> => {
  await nameFree(() =>
    tx
      .insertInto('segment')
      .values({ ...segment, rule: json(rule) as never })
      .execute(),
  );
};

/** Throws Invalid when another segment has the name. */
export const changeSegment = async (tx: Tx, id: string, { rule, ...change }: Change): Promise<void> => {
  const set = rule === undefined ? change : { ...change, rule: json(rule) as never };
  await nameFree(() => tx.updateTable('segment').set(set).where('id', '=', id).execute());
};

/** The segments whose rule names this one. */
export const segmentsNaming = async (db: Db | Tx, id: string): Promise<SegmentUse[]> => {
  const { rows } = await sql<SegmentUse>`
    select 'segment' as kind, id, name from segment
    where archived_at is null and jsonb_path_exists(rule, '$.** ? (@.segmentId == $id)', jsonb_build_object('id', ${id}::text))
    order by name collate human`.execute(db);
  return rows;
};
