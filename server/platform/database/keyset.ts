import { type RawBuilder, sql } from 'kysely';
import type { Page, PageInput } from '../../../contract/paging.ts';
import { Invalid } from '../errors.ts';

/** What a list may be sorted by: an expression that is never null, and the type its text is read back as. */
export interface SortKey {
  by: RawBuilder<unknown>;
  type: 'text' | 'timestamptz' | 'bigint' | 'numeric' | 'date';
}

export interface Keyset {
  /** Beyond the cursor; true on the first page. */
  where: RawBuilder<boolean>;
  /** `order by …` */
  order: RawBuilder<unknown>;
  /** One row more than the page, so that its last row tells whether there is a next. */
  limit: number;
  /** To be selected as `id` where rows have none of their own. */
  id: RawBuilder<unknown>;
  /** To be selected as `page_key`. */
  key: RawBuilder<string>;
  /** Cuts the surplus row off and makes the cursor. */
  page<R extends { id: string; pageKey: string }>(rows: R[], total: number | null): Page<Omit<R, 'pageKey'>>;
}

const read = (after: string, sort: string): { key: string; id: string } => {
  try {
    const [name, key, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown[];
    if (name === sort && typeof key === 'string' && typeof id === 'string') return { key, id };
  } catch {
    // Answered below like any other cursor that is not ours.
  }
  throw new Invalid('after', 'invalid', { reason: 'cursor' });
};

/** Keyset paging over an allow-list of sort keys; `id` (a uuid unless `idType` says otherwise) breaks ties. `input.sort` beyond the list is refused. */
export const keyset = (
  input: Pick<PageInput, 'after' | 'limit' | 'sort' | 'direction'>,
  keys: Record<string, SortKey>,
  options: { sort: string; direction?: 'asc' | 'desc'; id: RawBuilder<unknown>; idType?: 'uuid' | 'numeric' | 'int' },
): Keyset => {
  const sort = input.sort ?? options.sort;
  const direction = input.sort === undefined ? (options.direction ?? input.direction) : input.direction;
  const chosen = Object.hasOwn(keys, sort) ? keys[sort] : undefined;
  if (chosen === undefined) throw new Invalid('sort', 'invalid_choice', { choices: Object.keys(keys).join(', ') });
  const { by, type } = chosen;
  const [beyond, order] = direction === 'asc' ? [sql.raw('>'), sql.raw('asc')] : [sql.raw('<'), sql.raw('desc')];
  const at = input.after === undefined ? null : read(input.after, sort);
  return {
    where: at
      ? sql<boolean>`(${by}, ${options.id}) ${beyond} (${at.key}::${sql.raw(type)}, ${at.id}::${sql.raw(options.idType ?? 'uuid')})`
      : sql<boolean>`true`,
    order: sql`order by ${by} ${order}, ${options.id} ${order}`,
    limit: input.limit + 1,
    id: options.id,
    key: sql<string>`(${by})::text`,
    page: (found, total) => {
      const rows = found.slice(0, input.limit).map(({ pageKey: _, ...row }) => row);
      const last = found.length > input.limit ? found[input.limit - 1] : undefined;
      const next = last ? Buffer.from(JSON.stringify([sort, last.pageKey, last.id])).toString('base64url') : null;
      return { rows, next, total };
    },
  };
};
