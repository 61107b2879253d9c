import type { ReactNode } from 'react';
import type { MenuItems } from '../ui/menu.tsx';
import type { Column } from './column.ts';
import { Rows } from './rows.tsx';
import './table.css';

interface PlainTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  rowHref?: ((row: Row) => string) | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  menu?: ((row: Row) => MenuItems) | undefined;
  loading?: boolean | undefined;
  empty?: ReactNode | undefined;
}

/** A short list that is already here: settings, lines of an offer. */
export function PlainTable<Row extends object>({ empty, ...rest }: PlainTableProps<Row>) {
  const nothing = !rest.loading && rest.rows.length === 0;
  return <div className="table-frame">{nothing && empty ? empty : <Rows {...rest} total={rest.rows.length} />}</div>;
}
