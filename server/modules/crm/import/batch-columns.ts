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

/** Both lists as one, in their order, each tag once. */
const union = (...lists: RawBuilder<unknown>[]) =>
  sql`array(select tag from unnest(${sql.join(lists, sql` || `)}) with ordinality as one (tag, place) group by tag order by min(place))`;

/** Tags are only ever added; those of the row not when everything else of it is skipped. Most rows add none: they are looked at first. */
const mergedTags = ({ onMatch, tags }: ImportOptions): RawBuilder<unknown> => {
  const added =
    onMatch === 'skip' ? sql`${tags}::text[]` : tags.length === 0 ? sql`s.tags` : sql`(s.tags || ${tags}::text[])`;
  return sql`case when p.tags @> ${added} then p.tags else ${union(sql`p.tags`, added)} end`;
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
    sql`case when cardinality(s.tags) = 0 and cardinality(${options.tags}::text[]) = 0 then s.tags else ${union(sql`s.tags`, sql`${options.tags}::text[]`)} end`,
  ],
  ['custom', sql`s.custom`],
  ...(entity === 'contact' ? [['company_id', sql`s.company_id`] as [string, RawBuilder<unknown>]] : []),
];
