import { IconPlus } from '@tabler/icons-react';
import { listSendingAccounts, type SendingAccountRow } from '../../../../contract/accounts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { AccountState } from './accounts-screen.tsx';
import { AwayFilter, BringBack, useAway } from './put-away.tsx';
import { smsTexts } from './sms-texts/texts.ts';
import { texts } from './texts/texts.ts';

/** Every account that SMS leave by, with its state. */
export function SmsAccountsScreen() {
  const t = useTexts(smsTexts);
  const c = useTexts(texts);
  const { away, archived } = useAway();
  const create = (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newSmsAccount()}>
      {t('newAccount')}
    </Button>
  );
  const columns: Column<SendingAccountRow>[] = [
    { key: 'name', header: c('name'), cell: (row) => row.name, sort: true, always: true, width: 14 },
    {
      key: 'state',
      header: c('state'),
      cell: (row) => (away ? <BringBack account={row} /> : <AccountState account={row} />),
      width: 9,
    },
    { key: 'from', header: t('sender'), cell: (row) => row.fromName },
    { key: 'host', header: c('server'), cell: (row) => row.host, sort: true },
    {
      key: 'tested',
      header: c('tested'),
      cell: (row) => (row.testedAt ? <When at={row.testedAt} show="relative" /> : c('neverTested')),
      width: 8,
    },
  ];
  return (
    <Page title={t('accounts')} text={t('accountsText')} actions={create}>
      <DataTable
        label={t('accounts')}
        source={listSendingAccounts}
        input={{ archived }}
        always={{ channel: 'sms' }}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={away ? undefined : (row) => paths.smsAccount(row.id)}
        columns={columns}
        sorted={{ sort: 'name', direction: 'asc' }}
        filters={<AwayFilter />}
        searchHint={c('searchHint')}
        empty={<EmptyState title={t('noneTitle')} text={t('noneText')} action={create} />}
      />
    </Page>
  );
}
