import { Menu, TextInput } from '@mantine/core';
import { IconColumns, IconDots, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { type MenuItems, Menu as OurMenu } from '../ui/menu.tsx';
import type { Column } from './column.ts';
import { texts } from './texts/texts.ts';
import type { TableState } from './use-table-state.ts';
import { ViewMenu } from './view-menu.tsx';

function SearchBox({ state, hint }: { state: TableState; hint: string | undefined }) {
  const t = useTexts(texts);
  const inAddress = state.query.search ?? '';
  const [words, setWords] = useState(inAddress);
  const { find } = state;
  useEffect(() => setWords(inAddress), [inAddress]);
  useEffect(() => {
    if (words === inAddress) return;
    const timer = setTimeout(() => find(words), 200);
    return () => clearTimeout(timer);
  }, [words, inAddress, find]);
  return (
    <TextInput
      type="search"
      size="sm"
      className="table-search"
      aria-label={hint ?? t('search')}
      placeholder={hint ?? t('search')}
      leftSection={<IconSearch size={16} stroke={1.75} />}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
    />
  );
}

interface ToolbarProps<Row> {
  state: TableState;
  columns: readonly Column<Row>[];
  searchable: boolean;
  searchHint: string | undefined;
  views: string | undefined;
  filters: ReactNode;
  menu: MenuItems;
  count: ReactNode;
}

/** Above a table: search, filters, how many there are, which columns. */
export function Toolbar<Row>({
  state,
  columns,
  searchable,
  searchHint,
  views,
  filters,
  menu,
  count,
}: ToolbarProps<Row>) {
  const t = useTexts(texts);
  return (
    <div className="table-toolbar">
      {searchable ? <SearchBox state={state} hint={searchHint} /> : null}
      {filters}
      {views ? <ViewMenu list={views} /> : null}
      <div className="table-tools">
        <span className="table-count" role="status">
          {count}
        </span>
        <Menu position="bottom-end" shadow="md" closeOnItemClick={false}>
          <Menu.Target>
            <IconButton label={t('columns')} icon={<IconColumns size={18} stroke={1.75} />} />
          </Menu.Target>
          <Menu.Dropdown aria-label={t('columns')}>
            {columns.map((column) => (
              <Menu.CheckboxItem
                key={column.key}
                checked={state.shown[column.key] ?? false}
                disabled={column.always ?? false}
                onChange={(yes) => state.show(column.key, yes)}
              >
                {column.header}
              </Menu.CheckboxItem>
            ))}
          </Menu.Dropdown>
        </Menu>
        {menu.some(Boolean) ? (
          <OurMenu
            target={<IconButton label={t('more')} icon={<IconDots size={18} stroke={1.75} />} />}
            items={menu}
            label={t('more')}
          />
        ) : null}
      </div>
    </div>
  );
}
