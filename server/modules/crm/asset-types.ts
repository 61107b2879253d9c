import { sql } from 'kysely';
import type * as api from '../../../contract/assets.ts';
import type { AssetType } from '../../../contract/assets.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { keyOf } from './model/custom-field.ts';

const SHOWN = sql`t.id, t.key, t.name, t.identifier_label, t.position, t.archived_at is not null as archived,
  (select count(*)::int from asset where type_id = t.id) as assets,
  (select count(*)::int from custom_field where asset_type_id = t.id and archived_at is null) as fields`;

const getAssetType = async (db: Db | Tx, id: string): Promise<AssetType> => {
  const { rows } = await sql<AssetType>`select ${SHOWN} from asset_type t where t.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('asset type');
  return rows[0];
};

export const listAssetTypes = async ({ db }: { db: Db }, actor: Actor): Promise<{ types: AssetType[] }> => {
  authorise(actor, 'crm.see');
  const { rows } =
    await sql<AssetType>`select ${SHOWN} from asset_type t order by t.position, t.name collate human`.execute(db);
  return { types: rows };
};

/** Stands where the fields of every asset are named: `asset.custom.<key>`. */
const RESERVED = 'custom';

export const createAssetType = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  { name, identifierLabel, key: wanted }: InputOf<typeof api.createAssetType>,
): Promise<AssetType> => {
  authorise(actor, 'settings.edit');
  const id = ids.next();
  const key = wanted ?? keyOf(name);
  const { numAffectedRows } = await sql`insert into asset_type (id, key, name, identifier_label, position, created_at)
    select ${id}::uuid, ${key}, ${name}, ${identifierLabel}, coalesce(max(position) + 1, 0), ${clock.now()}::timestamptz from asset_type
    having ${key}::text <> ${RESERVED} on conflict (key) do nothing`.execute(db);
  if (numAffectedRows === 0n) throw new Invalid(wanted === undefined ? 'name' : 'key', 'type_key_taken', { key });
  return getAssetType(db, id);
};

export const updateAssetType = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, archived, ...input }: InputOf<typeof api.updateAssetType>,
): Promise<AssetType> => {
  authorise(actor, 'settings.edit');
  return db.transaction().execute(async (tx) => {
    const type = await getAssetType(tx, id);
    const changes = {
      ...input,
      ...(archived !== undefined && archived !== type.archived && { archivedAt: archived ? clock.now() : null }),
    };
    if (Object.keys(changes).length > 0) await tx.updateTable('assetType').set(changes).where('id', '=', id).execute();
    return getAssetType(tx, id);
  });
};
