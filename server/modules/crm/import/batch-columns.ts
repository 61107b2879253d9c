import { type RawBuilder, sql } from 'kysely';
import type { ImportEntity, ImportOptions } from '../../../../contract/import.ts';

interface Column {
  name: string;
  type: 'text' | 'date' | 'uuid';
  /** Columns that are written together go by the first of them: an address and its key. */
  by?: string;
}

const text = (name: string, by?: string): Column => ({ name, type: 'text', ...(by && { by }) });
const PLACE = [
  text('email'),
  text('email_key', 'email'),
  text('phone'),
  text('phone_key', 'phone'),
  text('street'),
  text('postal_code'),
  text('city'),
  text('country'),
  text('language'),
  { name: 'account_manager_id', type: 'uuid' } as const,
];

/** What an import may write, of a fixed list: names from a file never become identifiers. */
export const COLUMNS: Record<ImportEntity, readonly Column[]> = {
  contact: [
    text('first_name'),
    text('last_name'),
    text('title'),
    text('time_zone'),
    { name: 'birthday', type: 'date' },
    ...PLACE,
  ],
  company: [text('name'), text('organisation_number'), text('vat_id'), text('website'), ...PLACE],
};

const at = (alias: string, column: string) => sql.ref(`${alias}.${column}`);

/**
 * The value of a column after the import: over `p` (the record that is there) and `s` (the row). Empty cells never empty a field. A person found by
 * e-mail keeps the address as it was written.
 */
const merged = (column: Column, onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
  const by = column.by ?? column.name;
  const [old, read] = [at('p', column.name), at('s', column.name)];
  const same = by === 'email' ? sql` and p.email_key is distinct from s.email_key` : sql``;
  if (onMatch === 'skip') return old;
  const takes =
    onMatch === 'overwrite'
      ? sql`${at('s', by)} is not null${same}`
      : sql`coalesce(${at('p', by)}::text, '') = '' and ${at('s', by)} is not null`;
  return sql`case when ${takes} then ${read} else ${old} end`;
};

/** Tags are only ever added; those of the row not when everything else of it is skipped. */
const mergedTags = (options: ImportOptions): RawBuilder<unknown> => {
  const read = options.onMatch === 'skip' ? sql`'{}'::text[]` : sql`s.tags`;
  return sql`array(select tag from unnest(p.tags || ${read} || ${options.tags}::text[]) with ordinality as one (tag, place) group by tag order by min(place))`;
};

const mergedCustom = (onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
  if (onMatch === 'skip') return sql`p.custom`;
  return onMatch === 'overwrite' ? sql`p.custom || s.custom` : sql`s.custom || p.custom`;
};

/** The company a contact has after the import; `p.company_id` stays unless the row names one. */
const mergedCompany = (onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
  if (onMatch === 'skip') return sql`p.company_id`;
  return onMatch === 'overwrite'
    ? sql`coalesce(s.company_id, p.company_id)`
    : sql`coalesce(p.company_id, s.company_id)`;
};

/** Column → its value after the import, for every column an import may change. */
export const mergedValues = (
  entity: ImportEntity,
  options: ImportOptions,
): [column: string, value: RawBuilder<unknown>][] => [
  ...COLUMNS[entity].map((column): [string, RawBuilder<unknown>] => [column.name, merged(column, options.onMatch)]),
  ['tags', mergedTags(options)],
  ['custom', mergedCustom(options.onMatch)],
  ...(entity === 'contact' ? [['company_id', mergedCompany(options.onMatch)] as [string, RawBuilder<unknown>]] : []),
];

/** Column → its value for a new record, over `s`. */
export const newValues = (
  entity: ImportEntity,
  options: ImportOptions,
): [column: string, value: RawBuilder<unknown>][] => [
  ...COLUMNS[entity].map(({ name }): [string, RawBuilder<unknown>] => {
    const read = at('s', name);
    if (name === 'country') return [name, sql`coalesce(${read}, ${options.country}::text)`];
    if (name === 'language') return [name, sql`coalesce(${read}, ${options.language}::text)`];
    return [name, name === 'first_name' || name === 'last_name' ? sql`coalesce(${read}, '')` : read];
  }),
  [
    'tags',
    sql`array(select tag from unnest(s.tags || ${options.tags}::text[]) with ordinality as one (tag, place) group by tag order by min(place))`,
  ],
  ['custom', sql`s.custom`],
  ...(entity === 'contact' ? [['company_id', sql`s.company_id`] as [string, RawBuilder<unknown>]] : []),
];

/** `create temp table import_stage`: one row per staged row of the batch. */
export const stageTable = (entity: ImportEntity): RawBuilder<unknown> => {
  const own = COLUMNS[entity].map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  return sql`create temp table import_stage (
    no int primary key, line int not null, match_key text not null, id uuid not null, new_company_id uuid, tags text[] not null, custom jsonb not null,
    party_id uuid, verdict text, reason text, first_line int,
    company_name text, company_number text, company_key text, company_id uuid, ${sql.join(own)}) on commit drop`;
};
