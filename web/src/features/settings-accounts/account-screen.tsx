import {
  createSendingAccount,
  getSendingAccount,
  listSendingAccounts,
  pauseSendingAccount,
  type SendingAccount,
  updateSendingAccount,
} from '../../../../contract/accounts.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGo, useParam } from '../../url.ts';
import { AccountForm, shownSettings } from './account-form.tsx';
import { NEW_ACCOUNT } from './account-values.ts';
import { AccountState } from './accounts-screen.tsx';
import { ChecksCard } from './checks-card.tsx';
import { DkimCard } from './dkim-card.tsx';
import { PaceCard } from './pace-card.tsx';
import { PausedNotice } from './paused-notice.tsx';
import { usePutAway } from './put-away.tsx';
import { TestAccount } from './test-account.tsx';
import { texts } from './texts/texts.ts';
import { useShownVersion } from './use-shown-version.ts';

const useCrumbs = () => [{ label: useTexts(texts)('accounts'), href: paths.sendingAccounts() }];

export function NewAccountScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const create = useAction(createSendingAccount, {
    invalidate: [listSendingAccounts],
    done: t('saved'),
    toast: false,
    onSuccess: ({ id }) => go(paths.sendingAccount(id)),
  });
  return (
    <Page title={t('newAccount')} crumbs={useCrumbs()} width="reading">
      <AccountForm start={NEW_ACCOUNT} hasPassword={false} send={create.runAsync} />
    </Page>
  );
}

/** One account: its settings, its state, and a test. */
export function AccountScreen() {
  const t = useTexts(texts);
  const id = useParam('id');
  const crumbs = useCrumbs();
  const { data: account, problem } = useEndpoint(getSendingAccount, { id: id as never });
  if (account) return <Shown account={account} />;
  return (
    <Page title={t('account')} crumbs={crumbs}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
    </Page>
  );
}

function Shown({ account }: { account: SendingAccount }) {
  const t = useTexts(texts);
  const { id, name } = account;
  const changes = { invalidate: [listSendingAccounts, getSendingAccount] };
  const version = useShownVersion(account.updatedAt, shownSettings(account));
  const save = useAction(updateSendingAccount, {
    ...changes,
    done: t('saved'),
    toast: false,
    onSuccess: (saved) => version.shows(saved.updatedAt, shownSettings(saved)),
  });
  const pause = useAction(pauseSendingAccount, changes);
  const putAway = usePutAway(account, paths.sendingAccounts());
  const sending = account.direction === 'sending';
  return (
    <Page
      title={name}
      mark={<AccountState account={account} />}
      crumbs={useCrumbs()}
      actions={
        <>
          <Button onClick={() => void putAway()}>{t('archive')}</Button>
          {sending && !account.paused ? (
            <Button busy={pause.busy} onClick={() => pause.run({ id })}>
              {t('pause')}
            </Button>
          ) : null}
        </>
      }
    >
      {account.paused ? <PausedNotice account={account} paused={account.paused} /> : null}
      <Columns
        asideLabel={t('test')}
        aside={
          sending ? (
            <Stack gap="large">
              <TestAccount account={account} />
              <PaceCard account={account} />
              <ChecksCard account={account} />
              <DkimCard account={account} />
            </Stack>
          ) : null
        }
      >
        <AccountForm
          start={{ ...account, password: '' }}
          hasPassword={account.hasPassword}
          send={({ password, ...settings }) =>
            save.runAsync({ ...settings, id, updatedAt: version.read(), ...(password ? { password } : {}) })
          }
        />
      </Columns>
    </Page>
  );
}
