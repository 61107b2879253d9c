import {
  columnVisibilityFeature,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useContextMenu } from '../ui/context-menu.tsx';
import type { MenuItems } from '../ui/menu.tsx';
import { useGo } from '../url.ts';
import type { Column, TableQuery } from './column.ts';
import { Head, Pick } from './head.tsx';
import { Line } from './line.tsx';
import { texts } from './texts/texts.ts';
import { useRowKeys } from './use-row-keys.ts';
import { Gap, WaitingRows } from './waiting.tsx';
import './table.css';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const ROW_HEIGHT = 40;

export interface RowsProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names a row for its checkbox and its link. */
  rowName: (row: Row) => string;
  rowHref?: ((row: Row) => string) | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  menu?: ((row: Row) => MenuItems) | undefined;
  /** A key pressed on a row, such as D for done; true when it did something. */
  onKey?: ((key: string, row: Row) => boolean) | undefined;
  shown?: Record<string, boolean> | undefined;
  query?: TableQuery | undefined;
  sortBy?: ((key: string) => void) | undefined;
  picked?: RowSelectionState | undefined;
  onPick?: ((picked: RowSelectionState) => void) | undefined;
  total?: number | null | undefined;
  loading?: boolean | undefined;
  /** Called when the end comes near. */
  onEnd?: (() => void) | undefined;
  foot?: ReactNode | undefined;
}

/** The table itself: sticky header, only the rows in view, selection, keys and the menu at the pointer. */
export function Rows<Row extends object>(props: RowsProps<Row>) {
  const { rows, rowKey, rowName, rowHref, onOpen, onPick, picked = {}, query = {}, sortBy, menu, onEnd } = props;
  const t = useTexts(texts);
  const go = useGo();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const context = useContextMenu();
  const definitions = useMemo(
    () => props.columns.map((column) => ({ id: column.key, header: column.header })),
    [props.columns],
  );
  const byKey = useMemo(() => new Map(props.columns.map((column) => [column.key, column])), [props.columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowKey,
    state: { columnVisibility: props.shown ?? {}, rowSelection: picked },
    onRowSelectionChange: (next) => onPick?.(typeof next === 'function' ? next(picked) : next),
  });
  const lines = table.getRowModel().rows;
  const columns = table.getVisibleLeafColumns().flatMap((column) => byKey.get(column.id) ?? []);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onEnd && lines.length > 0 && last >= lines.length - 15) onEnd();
  }, [onEnd, last, lines.length]);

  const open = (row: Row, newTab = false) => {
    if (onOpen) return onOpen(row);
    if (!rowHref) return;
    if (newTab) window.open(rowHref(row), '_blank', 'noopener');
    else go(rowHref(row));
  };
  const keys = useRowKeys({
    count: lines.length,
    body,
    scrollTo: (index) => virtual.scrollToIndex(index),
    open: (index) => lines[index] && open(lines[index].original),
    pick: (index) => onPick && lines[index]?.toggleSelected(),
    press: (key, index) => (lines[index] && props.onKey?.(key, lines[index].original)) ?? false,
  });
  const opens = !!(onOpen ?? rowHref);
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = columns.reduce((sum, column) => sum + (column.width ?? 9), onPick ? 2.75 : 0);
  const span = columns.length + (onPick ? 1 : 0);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} className="table-scroll" aria-label={props.label} tabIndex={0}>
      <table
        className="table"
        style={{ minWidth: `${width}rem` }}
        aria-rowcount={props.total === undefined || props.total === null ? -1 : props.total + 1}
        aria-busy={props.loading ?? false}
      >
        <caption className="visually-hidden">{props.label}</caption>
        <Head
          columns={columns}
          query={query}
          sortBy={sortBy}
          pickAll={
            onPick ? (
              <Pick
                label={t('selectAll')}
                checked={table.getIsAllRowsSelected()}
                some={table.getIsSomeRowsSelected()}
                onChange={table.getToggleAllRowsSelectedHandler()}
              />
            ) : null
          }
        />
        <Gap height={above} />
        <tbody ref={body}>
          {props.loading ? <WaitingRows columns={span} /> : null}
          {items.map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const row = line.original;
            const opener = menu ? context.opener(() => menu(row)) : undefined;
            const moved = keys.onKeyDown(item.index);
            return (
              <Line
                key={item.key}
                ref={virtual.measureElement}
                row={row}
                index={item.index}
                columns={columns}
                href={rowHref?.(row)}
                open={opens ? (newTab) => open(row, newTab) : undefined}
                picked={line.getIsSelected()}
                pick={
                  onPick ? (
                    <Pick
                      label={t('selectRow', { name: rowName(row) })}
                      checked={line.getIsSelected()}
                      onChange={line.getToggleSelectedHandler()}
                    />
                  ) : null
                }
                active={item.index === keys.active}
                onFocus={() => keys.setActive(item.index)}
                onKeyDown={(event) => {
                  opener?.onKeyDown(event);
                  moved(event);
                }}
                onContextMenu={opener?.onContextMenu}
              />
            );
          })}
        </tbody>
        <Gap height={below} />
      </table>
      {props.foot}
      {context.menu}
    </section>
  );
}
