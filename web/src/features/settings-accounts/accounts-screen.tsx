import { IconPlus } from '@tabler/icons-react';
import {
  ACCOUNT_DIRECTIONS,
  type AccountDirection,
  listSendingAccounts,
  type SendingAccountRow,
} from '../../../../contract/accounts.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { AwayFilter, BringBack, useAway } from './put-away.tsx';
import { texts } from './texts/texts.ts';

/** O13: every account with its state. */
export function AccountsScreen() {
  const t = useTexts(texts);
  const { away, archived } = useAway();
  const [search, change] = useSearchState<{ type?: AccountDirection | undefined }>();
  const create = (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newSendingAccount()}>
      {t('newAccount')}
    </Button>
  );
  const columns: Column<SendingAccountRow>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 14 },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => (away ? <BringBack account={row} /> : <AccountState account={row} />),
      width: 9,
    },
    { key: 'type', header: t('type'), cell: (row) => t(`type_${row.direction}`), width: 8 },
    { key: 'from', header: t('from'), cell: (row) => row.fromAddress ?? '–' },
    { key: 'host', header: t('server'), cell: (row) => row.host, sort: true },
    {
      key: 'tested',
      header: t('tested'),
      cell: (row) => (row.testedAt ? <When at={row.testedAt} show="relative" /> : t('neverTested')),
      width: 8,
    },
  ];
  return (
    <Page title={t('accounts')} text={t('accountsText')} actions={create}>
      <DataTable
        label={t('accounts')}
        source={listSendingAccounts}
        input={{ accountDirection: search.type, archived }}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={away ? undefined : (row) => paths.sendingAccount(row.id)}
        columns={columns}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchHint')}
        filters={
          <>
            <SelectField
              label={t('type')}
              hideLabel
              clearable
              nothing={t('anyType')}
              choices={ACCOUNT_DIRECTIONS.map((value) => ({ value, label: t(`type_${value}`) }))}
              value={search.type ?? null}
              onChange={(type) => change({ type: type ?? undefined })}
            />
            <AwayFilter />
          </>
        }
        empty={<EmptyState title={t('noneTitle')} text={t('noneText')} action={create} />}
      />
    </Page>
  );
}

export function AccountState({ account }: { account: Pick<SendingAccountRow, 'paused' | 'testedAt' | 'direction'> }) {
  const t = useTexts(texts);
  if (account.paused) return <Status tone="warn">{t('statePaused')}</Status>;
  if (account.direction === 'sending' && !account.testedAt) return <Status>{t('stateUntested')}</Status>;
  return <Status tone="good">{t('stateReady')}</Status>;
}
