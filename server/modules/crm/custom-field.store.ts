import { sql } from 'kysely';
import type { CrmEntity, CustomFieldType, FieldOption } from '../../../contract/crm-fields.ts';
import type { CustomFieldId } from '../../../contract/custom-fields.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

export interface StoredCustomField {
  id: CustomFieldId;
  entity: CrmEntity;
  key: string;
  label: string;
  type: CustomFieldType;
  options: FieldOption[];
  currency: string | null;
  position: number;
  archived: boolean;
  filled: number;
}

const SHOWN = sql`f.id, f.entity, f.key, f.label, f.type, f.options, f.currency, f.position, f.archived_at is not null as archived,
  case f.entity when 'contact' then (select count(*)::int from contact where custom ? f.key)
    when 'company' then (select count(*)::int from company where custom ? f.key)
    when 'lead' then (select count(*)::int from lead where custom ? f.key)
    else (select count(*)::int from asset where custom ? f.key) end as filled`;

export const findCustomFields = async (db: Db | Tx): Promise<StoredCustomField[]> => {
  const { rows } =
    await sql<StoredCustomField>`select ${SHOWN} from custom_field f where entity <> 'interaction' and asset_type_id is null
    order by entity desc, position, label collate human`.execute(db);
  return rows;
};

/** Throws NotFound. */
export const getCustomField = async (db: Db | Tx, id: string): Promise<StoredCustomField> => {
  const { rows } = await sql<StoredCustomField>`select ${SHOWN} from custom_field f where f.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('custom field');
  return rows[0];
};

/** How many records have this choice. */
export const countChoice = async (db: Db | Tx, field: StoredCustomField, value: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(field.entity)}
    where custom -> ${field.key}::text = to_jsonb(${value}::text) or custom -> ${field.key}::text ? ${value}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
};
