import { type RawBuilder, sql } from 'kysely';
import type { ImportOptions } from '../../../../contract/import.ts';
import type { ImportColumn, ImportKind } from './import-kind.ts';

const at = (alias: string, column: string) => sql.ref(`${alias}.${column}`);

/**
 * The value of a column after the import: over `p` (the record that is there) and `s` (the row). Empty cells never empty a field. A person found by
 * e-mail keeps the address as it was written.
 */
const merged = (column: ImportColumn, onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
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

const mergedLink = ({ links }: ImportKind, link: string, onMatch: ImportOptions['onMatch']): RawBuilder<unknown> => {
  const [old, read] = [at('p', link), at('s', link)];
  if (onMatch === 'skip') return old;
  const named = sql.join(
    links.map((one) => sql`${at('s', one)} is not null`),
    sql` or `,
  );
  const free = sql.join(
    links.map((one) => sql`${at('p', one)} is null`),
    sql` and `,
  );
  return sql`case when (${named}) ${onMatch === 'overwrite' ? sql`` : sql`and ${free}`} then ${read} else ${old} end`;
};

type Value = [column: string, value: RawBuilder<unknown>];

/** Column → its value after the import, for every column an import may change. */
export const mergedValues = (kind: ImportKind, options: ImportOptions): Value[] => [
  ...kind.columns.map((column): Value => [column.name, merged(column, options.onMatch)]),
  ['tags', mergedTags(options)],
  ...(kind.hasCustom ? [['custom', mergedCustom(options.onMatch)] satisfies Value] : []),
  ...kind.links.map((link): Value => [link, mergedLink(kind, link, options.onMatch)]),
];

/** Column → its value for a new record, over `s`. */
export const newValues = (kind: ImportKind, options: ImportOptions): Value[] => [
  ...kind.columns.map(({ name }): Value => {
    const instead = kind.instead[name];
    return [name, instead ? sql`coalesce(${at('s', name)}, ${instead(options)})` : at('s', name)];
  }),
  [
    'tags',
    sql`case when cardinality(s.tags) = 0 and cardinality(${options.tags}::text[]) = 0 then s.tags else ${union(sql`s.tags`, sql`${options.tags}::text[]`)} end`,
  ],
  ...(kind.hasCustom ? [['custom', sql`s.custom`] satisfies Value] : []),
  ...kind.links.map((link): Value => [link, at('s', link)]),
];

/** Without those that are no columns of the table. */
export const stored = ({ columns }: ImportKind, values: Value[]): Value[] => {
  const beside = new Set(columns.filter((column) => column.beside).map(({ name }) => name));
  return values.filter(([name]) => !beside.has(name));
};
