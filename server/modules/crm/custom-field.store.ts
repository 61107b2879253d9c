import { type RawBuilder, sql } from 'kysely';
import type { CustomFieldType, FieldOption } from '../../../contract/crm-fields.ts';
import type { CustomField, CustomFieldId, FieldOwner } from '../../../contract/custom-fields.ts';
import type { AssetTypeId, InteractionTypeId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

/** Whose fields: every record of an entity, or only assets or interactions of one type. */
export interface FieldSubject {
  entity: FieldOwner;
  assetTypeId: AssetTypeId | null;
  interactionTypeId: InteractionTypeId | null;
}

export interface StoredCustomField extends FieldSubject {
  id: CustomFieldId;
  name: string;
  key: string;
  label: string;
  type: CustomFieldType;
  options: FieldOption[];
  currency: string | null;
  position: number;
  archived: boolean;
  filled: number;
}

const OWNERS: readonly FieldOwner[] = ['contact', 'company', 'lead', 'asset', 'interaction'];

/** Records of the field's entity and type; over `f`. */
const recordsOf = (entity: FieldOwner): RawBuilder<unknown> => {
  const typed = entity === 'asset' || entity === 'interaction';
  const ofType = sql`(${sql.ref(`f.${entity}_type_id`)} is null or r.type_id = ${sql.ref(`f.${entity}_type_id`)})`;
  return sql`${sql.table(entity)} r where r.custom ? f.key${typed ? sql` and ${ofType}` : sql``}`;
};
const filled = sql.join(
  OWNERS.map((entity) => sql`when ${sql.lit(entity)} then (select count(*)::int from ${recordsOf(entity)})`),
  sql` `,
);

const SHOWN = sql`f.id, f.entity, f.asset_type_id, f.interaction_type_id, f.key, f.label, f.type, f.options, f.currency, f.position,
  f.archived_at is not null as archived, f.entity || '.' || coalesce(t.key, 'custom') || '.' || f.key as name, case f.entity ${filled} end as filled`;
const TABLES = sql`custom_field f left join asset_type t on t.id = f.asset_type_id`;

export const findCustomFields = async (db: Db | Tx): Promise<StoredCustomField[]> => {
  const { rows } = await sql<StoredCustomField>`select ${SHOWN} from ${TABLES}
    order by f.entity desc, f.position, f.label collate human`.execute(db);
  return rows;
};

/** The types in use that may have fields of their own. */
export const findTypesWithFields = async (db: Db): Promise<(FieldSubject & { name: string })[]> => {
  const { rows } = await sql<FieldSubject & { name: string }>`
    select entity, asset_type_id, interaction_type_id, name from (
      select 'asset' as entity, id as asset_type_id, null::uuid as interaction_type_id, name, position from asset_type where archived_at is null
      union all
      select 'interaction', null, id, name, position from interaction_type where archived_at is null
    ) as typed order by entity, position, name collate human`.execute(db);
  return rows;
};

/** What may be written into `custom` of a record, by key: the fields of its entity, and those of its type. */
export const findDefinitions = async (
  db: Db | Tx,
  { entity, typeId = null }: { entity: FieldOwner; typeId?: string | null },
): Promise<Map<string, Pick<CustomField, 'type' | 'options'>>> => {
  const { rows } = await sql<Pick<CustomField, 'key' | 'type' | 'options'>>`
    select key, type, options from custom_field where entity = ${entity} and archived_at is null
      and coalesce(asset_type_id, interaction_type_id, ${typeId}) is not distinct from ${typeId}::uuid`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
};

/** One definition at a time: a key is compared with those of other subjects too, which no constraint can. */
export const lockCustomFields = async (tx: Tx): Promise<void> => {
  await sql`lock table custom_field in share row exclusive mode`.execute(tx);
};

/** Whether a field of this key is in the way: one of the whole entity and one of a type would write into the same place. */
export const isKeyTaken = async (db: Tx, key: string, subject: FieldSubject): Promise<boolean> => {
  const typeId = subject.assetTypeId ?? subject.interactionTypeId;
  const { rows } = await sql`select 1 from custom_field where entity = ${subject.entity} and key = ${key}
    and (${typeId}::uuid is null or coalesce(asset_type_id, interaction_type_id, ${typeId}) = ${typeId}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
};

/** Throws NotFound. */
export const getCustomField = async (db: Db | Tx, id: string): Promise<StoredCustomField> => {
  const { rows } = await sql<StoredCustomField>`select ${SHOWN} from ${TABLES} where f.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('custom field');
  return rows[0];
};

/** How many records have this choice. */
export const countChoice = async (db: Db | Tx, field: StoredCustomField, value: string): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.table(field.entity)} r, custom_field f
    where f.id = ${field.id} and (f.asset_type_id is null and f.interaction_type_id is null
        or to_jsonb(r) ->> 'type_id' = coalesce(f.asset_type_id, f.interaction_type_id)::text)
      and (r.custom -> f.key = to_jsonb(${value}::text) or r.custom -> f.key ? ${value})`.execute(db);
  return rows[0]?.count ?? 0;
};
