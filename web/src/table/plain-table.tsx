import type { ReactNode } from 'react';
import { useMay } from '../session/session.ts';
import type { MenuItems } from '../ui/menu.tsx';
import type { Column } from './column.ts';
import { Rows } from './rows.tsx';
import { useFileItems, useTableFile } from './use-table-file.tsx';
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
  /** Its cells are to be filled in: nothing to take out. */
  isForm?: boolean | undefined;
}

/** A short list that is already here: settings, lines of an offer. Taken out as a file on right-click. */
export function PlainTable<Row extends object>({ empty, menu, isForm = false, ...rest }: PlainTableProps<Row>) {
  const { label, columns, rows } = rest;
  const nothing = !rest.loading && rows.length === 0;
  const file = useTableFile(label, columns, async function* () {
    yield rows;
  });
  const items = useFileItems(file.fetchFile);
  const files = useMay('crm.export') && !isForm ? items : [];
  const entries = menu || files.length > 0 ? (row: Row) => [...(menu?.(row) ?? []), ...files] : undefined;
  return (
    <div className="table-frame">
      {nothing && empty ? empty : <Rows {...rest} menu={entries} total={rows.length} />}
      {file.sheet}
    </div>
  );
}
