import { type ReactNode, useState } from 'react';
import { type Endpoint, pathParameters, type SentTo } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import { call } from '../api/call.ts';
import { addressOf } from '../api/request.ts';
import { type RowOf, usePages } from '../api/use-endpoint.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { MenuItems } from '../ui/menu.tsx';
import type { Column, Picked, TableQuery } from './column.ts';
import { Rows } from './rows.tsx';
import { texts } from './texts/texts.ts';
import { Toolbar } from './toolbar.tsx';
import { useFileItems, useTableFile } from './use-table-file.tsx';
import { type TableState, useTableState } from './use-table-state.ts';
import './table.css';

type Filters<E extends Endpoint> = Omit<SentTo<E>, 'after' | 'limit' | 'search' | 'sort' | 'direction'>;

interface DataTableProps<E extends Endpoint, Row = RowOf<E>> {
  /** Names the list: "Contacts". */
  label: string;
  /** An endpoint with `PageInput` in and `pageOf(row)` out. */
  source: E;
  /** The filters in force, and path parameters. */
  input: Filters<E>;
  /** What this list is always of: nobody chose it, so it is no filter that could be loosened. */
  always?: Partial<Filters<E>> | undefined;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  /** Where a row leads; its first cell is the link. Or `onOpen`, for a drawer. */
  rowHref?: ((row: Row) => string) | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  /** How it's sorted until someone sorts. */
  sorted?: TableQuery | undefined;
  /** What the views of this list are kept under, such as `campaigns`; without it there are none. */
  views?: string | undefined;
  /** Filter fields, beside the search box. */
  filters?: ReactNode | undefined;
  searchable?: boolean | undefined;
  /** What the search looks into: "Search name, e-mail or phone". */
  searchHint?: string | undefined;
  /** Buttons for what is selected; makes rows selectable. */
  bulk?: ((picked: Picked) => ReactNode) | undefined;
  /** On right-click on a row (or Shift+F10), before the list's own. */
  rowMenu?: ((row: Row) => MenuItems) | undefined;
  /** A key pressed on a row, such as D for done; true when it did something. */
  onKey?: ((key: string, row: Row) => boolean) | undefined;
  /** The list's own. In the corner and on right-click. */
  menu?: ((query: TableQuery) => MenuItems) | undefined;
  /**
   * Where the server makes a file of the whole list, asked as the list is. Without it the file is made of what is shown; `false` where nothing may be taken out.
   */
  exportAt?: `/api/${string}` | false | undefined;
  /** What stands there when there is nothing at all. */
  empty: ReactNode;
  /** Ask again every so many milliseconds. */
  every?: number | undefined;
}

/** A long list from the server: paged by key, searched and sorted there, its state in the address. */
export function DataTable<E extends Endpoint>(props: DataTableProps<E>) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const state = useTableState(props.columns, props.sorted);
  const [picked, setPicked] = useState<Record<string, true>>({});
  const asked = { ...props.always, ...props.input, ...state.query, limit: 100 } as unknown as SentTo<E>;
  const pages = usePages(props.source, asked, { every: props.every });
  const { rows } = pages;
  const keys = Object.keys(picked).filter((key) => picked[key]);
  const file = useListFile(props, state);
  const listMenu = [...(props.menu?.(state.query) ?? []), ...file.items];
  const { rowMenu } = props;
  const narrowed =
    !!state.query.search ||
    Object.entries(props.input).some(
      ([name, value]) =>
        !pathParameters(props.source.path).includes(name) &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    );

  if (pages.problem && rows.length === 0) {
    return (
      <Alert
        tone="bad"
        action={
          <Button size="small" onClick={pages.again}>
            {common('tryAgain')}
          </Button>
        }
      >
        {pages.problem.message}
      </Alert>
    );
  }
  const nothing = !pages.loading && rows.length === 0;
  const count =
    pages.total === null
      ? pages.loading
        ? ''
        : t('count', { count: rows.length })
      : t('count', { count: pages.total });
  return (
    <div className="table-frame">
      {keys.length > 0 && props.bulk ? (
        <div className="table-bulk" role="status">
          <strong>{t('selected', { count: keys.length })}</strong>
          {props.bulk({ keys, clear: () => setPicked({}) })}
          <Button size="small" look="quiet" onClick={() => setPicked({})}>
            {t('clearSelection')}
          </Button>
        </div>
      ) : (
        <Toolbar
          state={state}
          columns={props.columns}
          searchable={props.searchable ?? true}
          searchHint={props.searchHint}
          views={props.views}
          filters={props.filters}
          menu={listMenu}
          count={count}
        />
      )}
      {nothing ? (
        narrowed ? (
          <NothingMatches clear={state.query.search ? () => state.find('') : undefined} />
        ) : (
          props.empty
        )
      ) : (
        <Rows
          label={props.label}
          columns={props.columns}
          rows={rows}
          rowKey={props.rowKey}
          rowName={props.rowName}
          rowHref={props.rowHref}
          onOpen={props.onOpen}
          onKey={props.onKey}
          menu={rowMenu || listMenu.length > 0 ? (row) => [...(rowMenu?.(row) ?? []), ...listMenu] : undefined}
          shown={state.shown}
          query={state.query}
          sortBy={state.sortBy}
          picked={picked}
          onPick={props.bulk ? setPicked : undefined}
          total={pages.total}
          loading={pages.loading}
          onEnd={pages.more && !pages.loadingMore ? pages.more : undefined}
          foot={
            pages.more ? (
              <div className="table-foot">
                <Button size="small" look="quiet" busy={pages.loadingMore} onClick={pages.more}>
                  {t('loadMore')}
                </Button>
              </div>
            ) : null
          }
        />
      )}
      {file.sheet}
    </div>
  );
}

/** The file of the list: from the server where it makes one, else page by page as it is shown. */
function useListFile<E extends Endpoint>(props: DataTableProps<E>, state: TableState) {
  const { source, exportAt } = props;
  const may = useMay('crm.export') || typeof exportAt === 'string';
  const words = useFormat().language;
  const asked = { ...props.always, ...props.input, ...state.query };
  const columns = props.columns.filter(({ key }) => state.shown[key]);
  const shown = useTableFile(props.label, columns, () => eachPage(source, asked as SentTo<E>));
  const items = useFileItems((format) => {
    if (!exportAt) return shown.fetchFile(format);
    window.location.assign(addressOf({ method: 'GET', path: exportAt }, { ...asked, format, words }));
  });
  return { items: may && exportAt !== false ? items : [], sheet: shown.sheet };
}

async function* eachPage<E extends Endpoint>(source: E, asked: SentTo<E>): AsyncGenerator<readonly RowOf<E>[]> {
  let after: string | null = null;
  do {
    const page: Page<RowOf<E>> = (await call(source, { ...asked, limit: 500, ...(after ? { after } : {}) })) as never;
    yield page.rows;
    after = page.next;
  } while (after !== null);
}

function NothingMatches({ clear }: { clear: (() => void) | undefined }) {
  const t = useTexts(texts);
  return (
    <EmptyState
      title={t('nothingTitle')}
      text={t('nothingText')}
      action={clear ? <Button onClick={clear}>{t('clearSearch')}</Button> : null}
    />
  );
}
