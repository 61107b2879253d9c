import { useMemo } from 'react';
import { useSearchState } from '../url.ts';
import type { Column, TableQuery } from './column.ts';

interface InAddress extends Record<string, string | undefined> {
  search?: string;
  sort?: string;
  direction?: 'asc' | 'desc';
  columns?: string;
}

export interface TableState {
  query: TableQuery;
  shown: Record<string, boolean>;
  find: (words: string) => void;
  sortBy: (key: string) => void;
  show: (key: string, yes: boolean) => void;
}

/** Search, sort and columns of a table, kept in the address so that a view can be sent, bookmarked and gone back to. */
export function useTableState<Row>(columns: readonly Column<Row>[], sorted: TableQuery = {}): TableState {
  const [address, change] = useSearchState<InAddress>();
  const chosen = address.columns === undefined ? undefined : String(address.columns).split('.');
  const sort = address.sort ?? sorted.sort;
  const direction = address.sort ? (address.direction ?? 'asc') : (sorted.direction ?? 'asc');
  const search = address.search === undefined ? undefined : String(address.search);
  const query = useMemo(
    () => ({ ...(search ? { search } : {}), ...(sort ? { sort, direction } : {}) }),
    [search, sort, direction],
  );
  const shown = Object.fromEntries(
    columns.map((column) => [column.key, column.always || (chosen ? chosen.includes(column.key) : !column.hidden)]),
  );
  return {
    query,
    shown,
    find: (words) => change({ search: words || undefined } as Partial<InAddress>),
    sortBy: (key) => change({ sort: key, direction: sort === key && direction === 'asc' ? 'desc' : 'asc' }),
    show: (key, yes) => {
      const next = columns.filter((column) => (column.key === key ? yes : shown[column.key]));
      change({ columns: next.map((column) => column.key).join('.') });
    },
  };
}
