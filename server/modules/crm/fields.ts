import { sql } from 'kysely';
import type { listCrmFields as endpoint, FieldOption } from '../../../contract/crm-fields.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { builtInFields, type CrmField, type CustomFieldRow, customField } from './field.ts';

const findTypes = async (db: Db | Tx): Promise<FieldOption[]> =>
  (
    await sql<FieldOption>`select key as value, name as label from asset_type order by position, name collate human`.execute(
      db,
    )
  ).rows;

/** Every field of contacts, companies, leads and assets by name, custom ones included; archived ones too, for rules made before. */
export const loadFields = async (db: Db | Tx): Promise<Map<string, CrmField>> => {
  const { rows } = await sql<CustomFieldRow>`
    select f.entity, f.key, f.label, f.type, f.options, f.currency, f.asset_type_id, t.key as asset_type_key,
      coalesce(f.archived_at, t.archived_at) as archived_at
    from custom_field f left join asset_type t on t.id = f.asset_type_id
    where f.entity <> 'interaction' order by f.entity, t.position nulls first, t.name collate human, f.position, f.label collate human`.execute(
    db,
  );
  const fields = new Map([...builtInFields, ...rows.map(customField)].map((field) => [field.name, field]));
  const type = fields.get('asset.type');
  if (type) fields.set(type.name, { ...type, options: await findTypes(db) });
  return fields;
};

/** Whose fields a message may name. */
type MergedEntity = 'contact' | 'company' | 'asset';
const isMerged = (field: CrmField): field is CrmField & { entity: MergedEntity } =>
  field.entity !== 'lead' && field.type !== 'id';

/** A field for merged text: `sql(alias)` is the value as text, null when there is none. `alias` names the field's own table. */
export interface MergeFragment {
  name: string;
  entity: MergedEntity;
  type: CrmField['type'];
  label: CrmField['label'];
  currency: string | null;
  archived: boolean;
  sql: CrmField['asText'];
}

/** Every field that may be merged into a message: `contact.first_name`, `company.custom.fleet_size`, … */
export const mergeFieldFragments = async (db: Db | Tx): Promise<Map<string, MergeFragment>> => {
  const fields = [...(await loadFields(db)).values()];
  return new Map(
    fields
      .filter(isMerged)
      .map(({ name, entity, type, label, currency, archived, asText }) => [
        name,
        { name, entity, type, label, currency, archived, sql: asText },
      ]),
  );
};

export const listCrmFields = async (needs: { db: Db }, actor: Actor): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'crm.see');
  const fields = [...(await loadFields(needs.db)).values()].filter((field) => !field.archived);
  return { fields: fields.map(({ sql: _sql, asText: _asText, ...info }) => info) };
};
