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
  lead: [
    text('first_name'),
    text('last_name'),
    text('title'),
    text('time_zone'),
    text('company_name'),
    text('company_email'),
    text('company_email_key', 'company_email'),
    text('company_phone'),
    text('company_phone_key', 'company_phone'),
    text('source'),
    ...PLACE,
  ],
  asset: [
    text('name'),
    text('identifier'),
    text('identifier_key', 'identifier'),
    { name: 'type_id', type: 'uuid' },
    { name: 'acquired_on', type: 'date' },
    { name: 'disposed_on', type: 'date' },
  ],
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

/** Columns that point at other records: found, or made, while the rows are judged. */
export const LINKS: Record<ImportEntity, readonly string[]> = {
  contact: ['company_id'],
  company: [],
  lead: [],
  asset: ['contact_id', 'company_id'],
};

const mergedCustom = (onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
  if (onMatch === 'skip') return sql`p.custom`;
  return onMatch === 'overwrite' ? sql`p.custom || s.custom` : sql`s.custom || p.custom`;
};

/** Who a record belongs to after the import; all links of a record change together, and only when the row names somebody. */
const mergedLink = (entity: ImportEntity, link: string, onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
  const [old, read] = [at('p', link), at('s', link)];
  if (onMatch === 'skip') return old;
  const named = sql.join(
    LINKS[entity].map((one) => sql`${at('s', one)} is not null`),
    sql` or `,
  );
  const free = sql.join(
    LINKS[entity].map((one) => sql`${at('p', one)} is null`),
    sql` and `,
  );
  return sql`case when (${named}) ${onMatch === 'overwrite' ? sql`` : sql`and ${free}`} then ${read} else ${old} end`;
};

/** Column → its value after the import, for every column an import may change. */
export const mergedValues = (
  entity: ImportEntity,
  options: ImportOptions,
): [column: string, value: RawBuilder<unknown>][] => [
  ...COLUMNS[entity].map((column): [string, RawBuilder<unknown>] => [column.name, merged(column, options.onMatch)]),
  ['tags', mergedTags(options)],
  ['custom', mergedCustom(options.onMatch)],
  ...LINKS[entity].map((link): [string, RawBuilder<unknown>] => [link, mergedLink(entity, link, options.onMatch)]),
];

/** Where a new record must not be empty. */
const INSTEAD: Record<string, (options: ImportOptions) => RawBuilder<unknown>> = {
  country: ({ country }) => sql`${country}::text`,
  language: ({ language }) => sql`${language}::text`,
  first_name: () => sql`''`,
  last_name: () => sql`''`,
  name: () => sql`s.identifier`,
};

/** Column → its value for a new record, over `s`. */
export const newValues = (
  entity: ImportEntity,
  options: ImportOptions,
): [column: string, value: RawBuilder<unknown>][] => [
  ...COLUMNS[entity].map(({ name }): [string, RawBuilder<unknown>] => {
    const instead = name === 'name' && entity !== 'asset' ? undefined : INSTEAD[name];
    return [name, instead ? sql`coalesce(${at('s', name)}, ${instead(options)})` : at('s', name)];
  }),
  [
    'tags',
    sql`case when cardinality(s.tags) = 0 and cardinality(${options.tags}::text[]) = 0 then s.tags else ${union(sql`s.tags`, sql`${options.tags}::text[]`)} end`,
  ],
  ['custom', sql`s.custom`],
  ...LINKS[entity].map((link): [string, RawBuilder<unknown>] => [link, at('s', link)]),
];
