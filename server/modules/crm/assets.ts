import { sql } from 'kysely';
import type * as api from '../../../contract/assets.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { pageOfAssets, type ShownAsset, showAsset } from './asset.views.ts';
import { identifierKey } from './model/identifier-key.ts';
import { customColumn, sameOrder, withKnownReferences } from './party-input.ts';

type Fields = Omit<InputOf<typeof api.updateAsset>, 'id'>;

export const listAssets = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listAssets>,
): Promise<Page<ShownAsset>> => {
  authorise(actor, 'crm.see');
  return pageOfAssets(db, input);
};

export const getAsset = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getAsset>,
): Promise<ShownAsset> => {
  authorise(actor, 'crm.see');
  return showAsset(db, id);
};

/** The columns to write; without a name of its own an asset goes by its identifier. Throws Invalid. */
const columnsOf = async (
  tx: Tx,
  typeId: string,
  { custom, tags, ...input }: Fields,
  present: { name: string; identifier: string | null; acquiredOn: string | null; disposedOn: string | null },
) => {
  const after = { ...present, ...input };
  const name = after.name || after.identifier;
  if (!name) throw new Invalid('name', 'asset_needs_name');
  if (after.acquiredOn && after.disposedOn && after.disposedOn < after.acquiredOn)
    throw new Invalid('disposedOn', 'disposed_before_acquired');
  const values = custom && (await customColumn(tx, { entity: 'asset', typeId }, custom));
  if (values && values.problems.length > 0) throw Invalid.all(values.problems);
  return {
    ...input,
    name,
    identifierKey: identifierKey(after.identifier ?? null),
    ...(tags && { tags: sameOrder(tags) }),
    ...(values && { custom: values.column }),
  };
};

/** Waits for whoever writes the same identifier, then looks. Throws Invalid with the name of the asset that has it. */
const assertFree = async (tx: Tx, typeId: string, key: string | null, id: string): Promise<void> => {
  if (key === null) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`asset ${typeId} ${key}`}, 0))`.execute(tx);
  const { rows } = await sql<{ name: string }>`select name from asset
    where type_id = ${typeId} and identifier_key = ${key} and id <> ${id}`.execute(tx);
  if (rows[0]) throw new Invalid('identifier', 'identifier_taken', { name: rows[0].name });
};

const NOTHING = { name: '', identifier: null, acquiredOn: null, disposedOn: null };

export const createAsset = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { typeId, ...input }: InputOf<typeof api.createAsset>,
): Promise<ShownAsset> => {
  authorise(actor, 'crm.edit');
  const id = ids.next();
  const now = clock.now();
  await db.transaction().execute(async (tx) => {
    const { custom, ...columns } = await columnsOf(tx, typeId, input, NOTHING);
    await assertFree(tx, typeId, columns.identifierKey, id);
    await withKnownReferences(() =>
      tx
        .insertInto('asset')
        .values({ id, typeId, createdAt: now, updatedAt: now, ...columns })
        .execute(),
    );
    if (custom) await tx.updateTable('asset').set({ custom }).where('id', '=', id).execute();
  });
  return showAsset(db, id);
};

export const updateAsset = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, ...input }: InputOf<typeof api.updateAsset>,
): Promise<ShownAsset> => {
  authorise(actor, 'crm.edit');
  await db.transaction().execute((tx) => changeAsset(tx, id, input, clock.now()));
  return showAsset(db, id);
};

/** Looks before it writes: what does not fit is thrown as Invalid, and the transaction can go on. */
export const changeAsset = async (tx: Tx, id: string, input: Fields, now: Date): Promise<void> => {
  const present = await tx.selectFrom('asset').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (present === undefined) throw new NotFound('asset');
  const columns = await columnsOf(tx, present.typeId, input, present);
  await assertFree(tx, present.typeId, columns.identifierKey, id);
  await withKnownReferences(() =>
    tx
      .updateTable('asset')
      .set({ ...columns, updatedAt: now })
      .where('id', '=', id)
      .execute(),
  );
};

export const removeAssets = async (tx: Tx, assetIds: readonly string[]): Promise<number> => {
  const { numAffectedRows } = await sql`delete from asset where id = any(${assetIds})`.execute(tx);
  return Number(numAffectedRows ?? 0);
};

export const deleteAsset = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.deleteAsset>,
): Promise<{ ok: true }> => {
  authorise(actor, 'crm.edit');
  if ((await db.transaction().execute((tx) => removeAssets(tx, [id]))) === 0) throw new NotFound('asset');
  return { ok: true };
};
