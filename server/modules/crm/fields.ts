import { sql } from 'kysely';
import type { listCrmFields as endpoint } from '../../../contract/crm-fields.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type CrmField, type CustomFieldRow, companyFields, contactFields, customField } from './field.ts';

/** Every field of contacts and companies by name, custom ones included; archived ones too, for rules made before. */
export const loadFields = async (db: Db | Tx): Promise<Map<string, CrmField>> => {
  const { rows } = await sql<CustomFieldRow>`
    select entity, key, label, type, options, currency, archived_at from custom_field
    where entity in ('contact', 'company') order by entity, position, label collate human`.execute(db);
  return new Map([...contactFields, ...companyFields, ...rows.map(customField)].map((field) => [field.name, field]));
};

/** A field for merged text: `sql(alias)` is the value as text, null when there is none. `alias` names the field's own table. */
export interface MergeFragment {
  name: string;
  entity: CrmField['entity'];
  type: CrmField['type'];
  label: CrmField['label'];
  currency: string | null;
  archived: boolean;
  sql: CrmField['asText'];
}

/** Every field that may be merged into a message: `contact.first_name`, `company.custom.fleet_size`, … */
export const mergeFieldFragments = async (db: Db | Tx): Promise<Map<string, MergeFragment>> => {
  const fields = [...(await loadFields(db)).values()].filter((field) => field.type !== 'id');
  return new Map(
    fields.map(({ name, entity, type, label, currency, archived, asText }) => [
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
