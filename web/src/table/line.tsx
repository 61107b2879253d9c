import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import { RouterLink } from '../ui/router-link.tsx';
import type { Column } from './column.ts';

const INTERACTIVE = 'a, button, input, select, textarea, label, [role="menuitem"]';

interface LineProps<Row> {
  ref: Ref<HTMLTableRowElement>;
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  href: string | undefined;
  /** Undefined where rows lead nowhere. */
  open: ((newTab: boolean) => void) | undefined;
  picked: boolean;
  pick: ReactNode;
  active: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onContextMenu?: ((event: MouseEvent) => void) | undefined;
}

/** One row. A click opens it, unless it was meant for something inside or marked text. */
export function Line<Row>({ ref, row, index, columns, href, open, picked, pick, active, ...heard }: LineProps<Row>) {
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      className={`table-row${open ? ' table-row-opens' : ''}`}
      data-picked={picked || undefined}
      tabIndex={active ? 0 : -1}
      onClick={(event) => {
        if (!open || (event.target as Element).closest(INTERACTIVE)) return;
        if (!window.getSelection()?.toString()) open(event.ctrlKey || event.metaKey);
      }}
      {...heard}
    >
      {pick ? <td className="table-pick">{pick}</td> : null}
      {columns.map((column, place) => (
        <td key={column.key} className={`table-${column.align ?? 'start'}`}>
          {place === 0 && href ? (
            <RouterLink href={href} className="link link-quiet table-name" tabIndex={-1}>
              {column.cell(row)}
            </RouterLink>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
