import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { PartyId } from '../../../../contract/ids.ts';
import type * as api from '../../../../contract/merges.ts';
import type { Clock } from '../../../platform/clock.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise, userName } from '../../access/index.ts';
import { lostAddresses, mergedRow, mergeFields } from '../model/merge-fields.ts';
import { storeRow } from './merge.store.ts';
import { type Kind, presentId, readRecord, type StoredRecord } from './merge.views.ts';
import type { MergeHandler, Merging } from './merge-handler.ts';

export interface MergeNeeds {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** What each module does with its own rows, in this order; crm's own come first. */
  mergeHandlers: readonly MergeHandler[];
}
type Pair = Pick<InputOf<typeof api.mergeParties>, 'kind' | 'keptId' | 'goneId'>;

/** Both as they are now, whatever they were merged into before. Throws Invalid or Conflict when they are one. */
const readPair = async (
  db: Db | Tx,
  { kind, keptId, goneId }: Pair,
): Promise<{ kept: StoredRecord; gone: StoredRecord }> => {
  const [kept, gone] = [await readRecord(db, kind, keptId), await readRecord(db, kind, goneId)];
  if (kept.shown.id !== gone.shown.id) return { kept, gone };
  if (keptId === goneId) throw new Invalid('goneId', 'merge_with_itself');
  throw new Conflict('merged_meanwhile');
};

const words = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
};

const labels = async (db: Db, kind: Kind): Promise<Map<string, string>> => {
  const rows = await db.selectFrom('customField').select(['key', 'label']).where('entity', '=', kind).execute();
  return new Map(rows.map(({ key, label }) => [`custom.${key}`, label]));
};

export const previewMerge = async (
  { db, mergeHandlers }: Pick<MergeNeeds, 'db' | 'mergeHandlers'>,
  actor: Actor,
  pair: InputOf<typeof api.previewMerge>,
): Promise<OutputOf<typeof api.previewMerge>> => {
  authorise(actor, 'crm.see');
  const { kept, gone } = await readPair(db, pair);
  const named = await labels(db, pair.kind);
  const text = ({ row, names }: StoredRecord, field: string, value: unknown) =>
    words(field in names ? names[field as keyof typeof names] : (value ?? row[field]));
  const ids = { kind: pair.kind, keptId: kept.shown.id, goneId: gone.shown.id };
  const moves = (await Promise.all(mergeHandlers.map((handler) => handler.count(db, ids)))).flat();
  return {
    kept: kept.shown,
    gone: gone.shown,
    fields: mergeFields(pair.kind, kept.row, gone.row).map(({ field, take, ...values }) => ({
      field,
      label: named.get(field) ?? null,
      kept: text(kept, field, values.kept),
      gone: text(gone, field, values.gone),
      take,
    })),
    moves: moves.filter(({ count }) => count > 0),
  };
};

/** Two who merge at once go one after the other; the second finds what the first did. */
const lockPair = async (tx: Tx, { kind, keptId, goneId }: Pair): Promise<void> => {
  const wanted = [keptId, goneId].map((id) => presentId(kind, id));
  await sql`select id from ${sql.table(kind)} where id in (${sql.join(wanted)}) order by id for update`.execute(tx);
};

const keepLost = async (
  tx: Tx,
  ids: Ids,
  merging: Merging,
  rows: { merged: object; both: object[] },
): Promise<string[]> => {
  const lost = lostAddresses(rows.merged as never, rows.both as never);
  if (lost.length === 0) return [];
  const values = lost.map(({ kind, address, key }, place) => ({
    id: ids.next(),
    partyKind: merging.kind,
    partyId: merging.keptId,
    kind,
    address,
    addressKey: key,
    position: 1000 + place,
  }));
  await tx.insertInto('furtherAddress').values(values).execute();
  return values.map(({ id }) => id);
};

export const mergeParties = async (
  { db, clock, ids, mergeHandlers }: MergeNeeds,
  actor: Actor,
  { take, ...pair }: InputOf<typeof api.mergeParties>,
): Promise<OutputOf<typeof api.mergeParties>> => {
  authorise(actor, 'crm.edit');
  const mergeId = ids.next() as api.MergeId;
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    await lockPair(tx, pair);
    const { kept, gone } = await readPair(tx, pair);
    const [keptId, goneId] = [kept.shown.id, gone.shown.id];
    const goneKeys = { email: words(gone.row['email_key']), phone: words(gone.row['phone_key']) };
    const merging: Merging = { mergeId, kind: pair.kind, keptId, goneId, goneKeys, by: actor.userId, at };
    const merged = { ...mergedRow(pair.kind, kept.row, gone.row, take), updated_at: at };
    const moved: Record<string, unknown> = {};
    for (const handler of mergeHandlers) moved[handler.name] = await handler.merge(tx, merging);
    const lost = await keepLost(tx, ids, merging, { merged, both: [kept.row, gone.row] });
    await sql`delete from ${sql.table(pair.kind)} where id = ${goneId}`.execute(tx);
    await storeRow(tx, pair.kind, merged);
    await sql`insert into ${sql.table(`${pair.kind}_alias`)} (old_id, ${sql.ref(`${pair.kind}_id`)}) values (${goneId}, ${keptId})`.execute(
      tx,
    );
    const before = { kept: kept.row, gone: gone.row, after: merged, goneName: gone.shown.name, goneKeys, lost, moved };
    await tx
      .insertInto('partyMerge')
      .values({
        id: mergeId,
        partyKind: pair.kind,
        keptId,
        goneId,
        before: json(before as never),
        mergedBy: actor.userId,
        mergedAt: at,
      })
      .execute();
    return { id: mergeId, keptId };
  });
};

export const listMerges = async (
  { db }: Pick<MergeNeeds, 'db'>,
  actor: Actor,
  { kind }: InputOf<typeof api.listMerges>,
) => {
  authorise(actor, 'crm.see');
  const name = sql`coalesce((select nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), '') from contact where id = m.kept_id),
    (select name from company where id = m.kept_id), (select nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), '') from lead where id = m.kept_id))`;
  const { rows } = await sql<{
    id: api.MergeId;
    kind: Kind;
    keptId: PartyId;
    kept: string | null;
    gone: string;
    by: string | null;
    at: Date;
    undoneAt: Date | null;
  }>`
    select m.id, m.party_kind as kind, m.kept_id, ${name} as kept, m.before ->> 'goneName' as gone, ${userName(sql`m.merged_by`)} as by, m.merged_at as at,
      m.undone_at from party_merge m where ${kind ?? null}::text is null or m.party_kind = ${kind ?? null}
    order by m.merged_at desc, m.id limit 100`.execute(db);
  return { merges: rows };
};
