import { listSendingAccounts, pauseSendingAccount } from '../../../../contract/accounts.ts';
import {
  createSmsAccount,
  getSmsAccount,
  type SmsAccount,
  updateSmsAccount,
} from '../../../../contract/sms-accounts.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useGo, useParam } from '../../url.ts';
import { AccountState } from './accounts-screen.tsx';
import { PaceCard } from './pace-card.tsx';
import { PausedNotice } from './paused-notice.tsx';
import { usePutAway } from './put-away.tsx';
import { SmsAccountForm } from './sms-account-form.tsx';
import { NEW_SMS_ACCOUNT } from './sms-account-values.ts';
import { smsTexts } from './sms-texts/texts.ts';
import { TestSms } from './test-sms.tsx';
import { texts } from './texts/texts.ts';
import { useShownVersion } from './use-shown-version.ts';

const useCrumbs = () => [{ label: useTexts(smsTexts)('accounts'), href: paths.smsAccounts() }];

export function NewSmsAccountScreen() {
  const t = useTexts(smsTexts);
  const c = useTexts(texts);
  const go = useGo();
  const create = useAction(createSmsAccount, {
    invalidate: [listSendingAccounts],
    done: c('saved'),
    toast: false,
    onSuccess: ({ id }) => go(paths.smsAccount(id)),
  });
  return (
    <Page title={t('newAccount')} crumbs={useCrumbs()} width="reading">
      <SmsAccountForm start={NEW_SMS_ACCOUNT} hasPassword={false} hasHookKey={false} send={create.runAsync} />
    </Page>
  );
}

/** One account: its settings, its state, its addresses, and a test. */
export function SmsAccountScreen() {
  const c = useTexts(texts);
  const id = useParam('id');
  const crumbs = useCrumbs();
  const { data: account, problem } = useEndpoint(getSmsAccount, { id: id as never });
  if (account) return <Shown account={account} />;
  return (
    <Page title={c('account')} crumbs={crumbs}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
    </Page>
  );
}

function Shown({ account }: { account: SmsAccount }) {
  const c = useTexts(texts);
  const { id, name } = account;
  const changes = { invalidate: [listSendingAccounts, getSmsAccount] };
  const version = useShownVersion(account.updatedAt);
  const save = useAction(updateSmsAccount, {
    ...changes,
    done: c('saved'),
    toast: false,
    onSuccess: (saved) => version.shows(saved.updatedAt),
  });
  const pause = useAction(pauseSendingAccount, changes);
  const putAway = usePutAway(account, paths.smsAccounts());
  return (
    <Page
      title={name}
      mark={<AccountState account={{ ...account, direction: 'sending' }} />}
      crumbs={useCrumbs()}
      actions={
        <>
          <Button onClick={() => void putAway()}>{c('archive')}</Button>
          {account.paused ? null : (
            <Button busy={pause.busy} onClick={() => pause.run({ id })}>
              {c('pause')}
            </Button>
          )}
        </>
      }
    >
      {account.paused ? <PausedNotice account={account} paused={account.paused} /> : null}
      <Columns
        asideLabel={c('test')}
        aside={
          <Stack gap="large">
            <TestSms account={account} />
            <PaceCard account={account} />
            {account.protocol === 'http' ? <HookAddresses account={account} /> : null}
          </Stack>
        }
      >
        <SmsAccountForm
          start={{ ...account, password: '', hookKey: '' }}
          hasPassword={account.hasPassword}
          hasHookKey={account.hasHookKey}
          send={({ password, hookKey, ...settings }) =>
            save.runAsync({
              ...settings,
              id,
              updatedAt: version.read(),
              ...(password ? { password } : {}),
              ...(hookKey ? { hookKey } : {}),
            })
          }
        />
      </Columns>
    </Page>
  );
}

function HookAddresses({ account: { reportUrl, incomingUrl } }: { account: SmsAccount }) {
  const t = useTexts(smsTexts);
  return (
    <Card title={t('hooks')}>
      <Stack gap="small">
        <Text size="small" tone="quiet">
          {t('hooksText')}
        </Text>
        <Text size="small">{t('reports')}</Text>
        <code className="copy-text">{reportUrl}</code>
        <Text size="small">{t('incoming')}</Text>
        <code className="copy-text">{incomingUrl}</code>
      </Stack>
    </Card>
  );
}
