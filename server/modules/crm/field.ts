import { type RawBuilder, sql } from 'kysely';
import {
  BUILT_IN_FIELDS,
  type BuiltIn,
  CRM_ENTITIES,
  type CrmEntity,
  type CrmFieldInfo,
  type CustomFieldType,
  type FieldOption,
  labelInAll,
} from '../../../contract/crm-fields.ts';
import type { AssetTypeId } from '../../../contract/ids.ts';
import { userName } from '../access/index.ts';
import { personName } from './party-name.ts';

/**
 * A field with its SQL. `alias` names the field's own table (`contact`, `company`, `lead` or `asset`, as `entity` says) in the
 * statement that uses it. The expression has the type: text for text, country, language; numeric for number; bigint (minor units)
 * for money; date for date; boolean for yes_no; text for one_of; text[] (never null) for many_of and tags; uuid for user and id.
 */
export interface CrmField extends CrmFieldInfo {
  sql(alias: string): RawBuilder<unknown>;
  /** The value as text for a merged message: empty is null, a choice is its label, a day is `YYYY-MM-DD`, a list is joined by commas. */
  asText(alias: string): RawBuilder<string | null>;
}

export interface CustomFieldRow {
  entity: CrmEntity;
  key: string;
  label: string;
  type: CustomFieldType;
  options: FieldOption[];
  currency: string | null;
  /** Of a field that only the assets of one type have. */
  assetTypeId: AssetTypeId | null;
  assetTypeKey: string | null;
  archivedAt: Date | null;
}

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
const filled = (expression: RawBuilder<unknown>) => sql<string | null>`nullif((${expression})::text, '')`;

const COLUMN: Partial<Record<string, (alias: string) => RawBuilder<unknown>>> = {
  account_manager: (alias) => column(alias, 'account_manager_id'),
  created_at: (alias) => sql`(${column(alias, 'created_at')} at time zone 'UTC')::date`,
  type: (alias) => sql`(select t.key from asset_type t where t.id = ${column(alias, 'type_id')})`,
  owner: (alias) => sql`coalesce((select ${personName('o')} from contact o where o.id = ${column(alias, 'contact_id')}),
    (select o.name from company o where o.id = ${column(alias, 'company_id')}))`,
};
const TEXT: Partial<Record<string, (alias: string) => RawBuilder<string | null>>> = {
  account_manager: (alias) => userName(column(alias, 'account_manager_id')),
  tags: (alias) => sql`nullif(array_to_string(${column(alias, 'tags')}, ', '), '')`,
  type: (alias) => sql`(select t.name from asset_type t where t.id = ${column(alias, 'type_id')})`,
};

const FIELDS: Record<CrmEntity, Record<string, BuiltIn>> = BUILT_IN_FIELDS;

const builtIn = (entity: CrmEntity): CrmField[] =>
  Object.entries(FIELDS[entity]).map(([name, { type, label, choices = {} }]) => {
    const value = COLUMN[name] ?? ((alias: string) => column(alias, name));
    return {
      name: `${entity}.${name}`,
      entity,
      type,
      label: { ...label },
      options: Object.entries(choices).map(([choice, labels]) => ({ value: choice, label: labels.en, labels })),
      currency: null,
      custom: false,
      assetTypeId: null,
      archived: false,
      sql: value,
      asText: TEXT[name] ?? ((alias) => filled(value(alias))),
    };
  });

/** The built-in fields, with their SQL. Custom fields need the database: `loadFields`. */
export const builtInFields: readonly CrmField[] = CRM_ENTITIES.flatMap(builtIn);

const item = (alias: string, key: string) => sql`(${column(alias, 'custom')} ->> ${key}::text)`;
const list = (alias: string, key: string) =>
  sql`array(select jsonb_array_elements_text(coalesce(${column(alias, 'custom')} -> ${key}::text, '[]'::jsonb)))`;

const CUSTOM_VALUE: Record<CustomFieldType, (alias: string, key: string) => RawBuilder<unknown>> = {
  text: item,
  number: (alias, key) => sql`${item(alias, key)}::numeric`,
  money: (alias, key) => sql`${item(alias, key)}::bigint`,
  date: (alias, key) => sql`${item(alias, key)}::date`,
  yes_no: (alias, key) => sql`${item(alias, key)}::boolean`,
  one_of: item,
  many_of: list,
};

const labels = (options: FieldOption[]) =>
  JSON.stringify(Object.fromEntries(options.map(({ value, label }) => [value, label])));

const customText = ({ key, type, options }: CustomFieldRow, alias: string): RawBuilder<string | null> => {
  if (type === 'one_of') return sql`coalesce(${labels(options)}::jsonb ->> ${item(alias, key)}, ${item(alias, key)})`;
  if (type !== 'many_of') return filled(item(alias, key));
  return sql`(select string_agg(coalesce(${labels(options)}::jsonb ->> chosen, chosen), ', ' order by place)
    from unnest(${list(alias, key)}) with ordinality as one (chosen, place))`;
};

export const customField = (row: CustomFieldRow): CrmField => ({
  name: `${row.entity}.${row.assetTypeKey ?? 'custom'}.${row.key}`,
  entity: row.entity,
  type: row.type,
  label: labelInAll(row.label),
  options: row.options,
  currency: row.currency,
  custom: true,
  assetTypeId: row.assetTypeId,
  archived: row.archivedAt !== null,
  sql: (alias) => CUSTOM_VALUE[row.type](alias, row.key),
  asText: (alias) => customText(row, alias),
});
