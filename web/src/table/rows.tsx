import { Checkbox, Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
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
import { RouterLink } from '../ui/router-link.tsx';
import { useGo } from '../url.ts';
import type { Column, TableQuery } from './column.ts';
import { texts } from './texts/texts.ts';
import { useRowKeys } from './use-row-keys.ts';
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

const INTERACTIVE = 'a, button, input, select, textarea, label, [role="menuitem"]';

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

function WaitingRows({ columns }: { columns: number }) {
  const t = useTexts(texts);
  return Array.from({ length: 8 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
    <tr key={row} className="table-row">
      {Array.from({ length: columns }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <td key={cell}>
          <Skeleton height={10} width={`${45 + ((row * 3 + cell * 5) % 5) * 10}%`} />
          {row + cell === 0 ? <span className="visually-hidden">{t('loading')}</span> : null}
        </td>
      ))}
    </tr>
  ));
}

/** The room of the rows out of view. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  );
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
        <colgroup>
          {onPick ? <col style={{ width: '2.75rem' }} /> : null}
          {columns.map((column) => (
            <col key={column.key} style={column.width ? { width: `${column.width}rem` } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {onPick ? (
              <th scope="col" className="table-pick">
                <Checkbox
                  size="xs"
                  aria-label={t('selectAll')}
                  checked={table.getIsAllRowsSelected()}
                  indeterminate={table.getIsSomeRowsSelected()}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
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
              <tr
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                className={`table-row${opens ? ' table-row-opens' : ''}`}
                data-picked={line.getIsSelected() || undefined}
                tabIndex={item.index === keys.active ? 0 : -1}
                onFocus={() => keys.setActive(item.index)}
                onClick={(event) => {
                  if ((event.target as Element).closest(INTERACTIVE)) return;
                  if (window.getSelection()?.toString()) return;
                  open(row, event.ctrlKey || event.metaKey);
                }}
                onKeyDown={(event) => {
                  opener?.onKeyDown(event);
                  moved(event);
                }}
                {...(opener ? { onContextMenu: opener.onContextMenu } : {})}
              >
                {onPick ? (
                  <td className="table-pick">
                    <Checkbox
                      size="xs"
                      aria-label={t('selectRow', { name: rowName(row) })}
                      checked={line.getIsSelected()}
                      onChange={line.getToggleSelectedHandler()}
                    />
                  </td>
                ) : null}
                {columns.map((column, index) => (
                  <td key={column.key} className={`table-${column.align ?? 'start'}`}>
                    {index === 0 && rowHref ? (
                      <RouterLink href={rowHref(row)} className="link link-quiet table-name" tabIndex={-1}>
                        {column.cell(row)}
                      </RouterLink>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
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
