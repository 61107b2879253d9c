import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { PartyId } from '../../../../contract/ids.ts';
import type { undoMerge as endpoint } from '../../../../contract/merges.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { unmergedRow } from '../model/merge-fields.ts';
import { insertRow, storeRow } from './merge.store.ts';
import type { Kind } from './merge.views.ts';
import type { Merging, Tally } from './merge-handler.ts';
import type { MergeNeeds } from './merges.ts';

type Row = Record<string, unknown>;
interface Stored {
  partyKind: Kind;
  keptId: PartyId;
  goneId: PartyId;
  before: {
    kept: Row;
    gone: Row;
    after: Row;
    goneKeys: Merging['goneKeys'];
    lost: string[];
    moved: Record<string, unknown>;
  };
  undoneAt: Date | null;
  /** Another merge stands on this one. */
  builtOn: boolean;
}

/** Throws NotFound, or Conflict when it cannot be undone now. */
const getUndoable = async (tx: Tx, id: string): Promise<Stored> => {
  const { rows } = await sql<Stored>`
    select m.party_kind, m.kept_id, m.gone_id, m.before, m.undone_at, exists (
      select from party_merge later where later.undone_at is null and later.id <> m.id and (later.merged_at, later.id) > (m.merged_at, m.id)
        and (later.gone_id = m.kept_id or later.kept_id = m.kept_id)) as built_on
    from party_merge m where m.id = ${id} for update`.execute(tx);
  const [merge] = rows;
  if (merge === undefined) throw new NotFound('merge');
  if (merge.undoneAt !== null) throw new Conflict('merge_undone_already');
  if (merge.builtOn) throw new Conflict('merge_not_last');
  return merge;
};

/** The record that was kept gives back what nobody changed since. */
const giveBack = async (tx: Tx, { partyKind, keptId, before }: Stored): Promise<Tally[]> => {
  const { rows } = await sql<{
    row: Row;
  }>`select to_jsonb(p) as row from ${sql.table(partyKind)} p where p.id = ${keptId} for update`.execute(tx);
  if (rows[0] === undefined) throw new Conflict('merge_kept_gone');
  const { row, left } = unmergedRow(before.kept, before.after, rows[0].row);
  // The main contact of a firm gives its place back before the other takes it.
  await storeRow(tx, partyKind, row);
  await sql`delete from further_address where id = any(${before.lost}::uuid[]) and party_id = ${keptId}`.execute(tx);
  return left.length > 0 ? [{ what: 'fields', count: left.length }] : [];
};

/** Two records again. What was sent meanwhile, and what was changed by hand since, stays with the one that was kept. */
export const undoMerge = async (
  { db, clock, mergeHandlers }: MergeNeeds,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'crm.edit');
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const merge = await getUndoable(tx, id);
    const { partyKind: kind, keptId, goneId, before } = merge;
    const left = await giveBack(tx, merge);
    await sql`delete from ${sql.table(`${kind}_alias`)} where old_id = ${goneId}`.execute(tx);
    await insertRow(tx, kind, before.gone);
    const merging: Merging = { mergeId: id, kind, keptId, goneId, goneKeys: before.goneKeys, by: actor.userId, at };
    for (const handler of mergeHandlers) left.push(...(await handler.undo(tx, merging, before.moved[handler.name])));
    await sql`update party_merge set undone_at = ${at}, undone_by = ${actor.userId} where id = ${id}`.execute(tx);
    return { goneId, left };
  });
};
