import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import type { Column, TableQuery } from './column.ts';
import { texts } from './texts/texts.ts';

function SortHeader<Row>({
  column,
  query,
  sortBy,
}: {
  column: Column<Row>;
  query: TableQuery;
  sortBy: (key: string) => void;
}) {
  const t = useTexts(texts);
  const sorted = query.sort === column.key ? query.direction : undefined;
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className="table-sort"
      onClick={() => sortBy(column.key)}
      title={t('sortBy', { column: column.header })}
    >
      {column.header}
      <Arrow size={14} stroke={2} aria-hidden="true" className={sorted ? 'table-sort-on' : 'table-sort-off'} />
    </button>
  );
}

function ariaSort(column: { key: string; sort?: boolean | undefined }, query: TableQuery) {
  if (!column.sort) return {};
  const directions = { asc: 'ascending', desc: 'descending' } as const;
  return { 'aria-sort': query.sort === column.key ? directions[query.direction ?? 'asc'] : ('none' as const) };
}

interface HeadProps<Row> {
  columns: readonly Column<Row>[];
  query: TableQuery;
  sortBy: ((key: string) => void) | undefined;
  /** The checkbox of the whole list, where rows can be selected. */
  pickAll: ReactNode;
}

/** Widths and names of the columns. */
export function Head<Row>({ columns, query, sortBy, pickAll }: HeadProps<Row>) {
  return (
    <>
      <colgroup>
        {pickAll ? <col style={{ width: '2.75rem' }} /> : null}
        {columns.map((column) => (
          <col key={column.key} style={column.width ? { width: `${column.width}rem` } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {pickAll ? (
            <th scope="col" className="table-pick">
              {pickAll}
            </th>
          ) : null}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`table-${column.align ?? 'start'}`}
              {...ariaSort(column, query)}
            >
              {column.sort && sortBy ? <SortHeader column={column} query={query} sortBy={sortBy} /> : column.header}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface PickProps {
  label: string;
  checked: boolean;
  some?: boolean | undefined;
  onChange: (event: unknown) => void;
}

export function Pick({ label, checked, some, onChange }: PickProps) {
  return <Checkbox size="xs" aria-label={label} checked={checked} indeterminate={some ?? false} onChange={onChange} />;
}
