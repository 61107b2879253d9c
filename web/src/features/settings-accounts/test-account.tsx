import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import {
  getSendingAccount,
  listSendingAccounts,
  type SendingAccount,
  testSendingAccount,
} from '../../../../contract/accounts.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { useAction } from '../../api/use-action.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { useReason } from './reason-texts/reason-texts.ts';
import { texts } from './texts/texts.ts';
import './settings-accounts.css';

type Result = OutputOf<typeof testSendingAccount>;

/** O15: one real message, and what the server said at each step. */
export function TestAccount({ account }: { account: SendingAccount }) {
  const t = useTexts(texts);
  const { user } = useSession();
  const [result, setResult] = useState<{ to: string; told: Result } | null>(null);
  const test = useAction(testSendingAccount, { invalidate: [getSendingAccount, listSendingAccounts], toast: false });
  const form = useForm({
    schema: testSendingAccount.input.pick({ to: true }),
    start: { to: user?.email ?? '' },
    send: async ({ to }) => {
      setResult(null);
      setResult({ to, told: await test.runAsync({ id: account.id, to }) });
    },
  });
  return (
    <Card title={t('test')}>
      <Stack>
        <Form form={form} guard={false}>
          <Text tone="quiet" size="small">
            {t('testText')}
          </Text>
          <TextField name="to" label={t('testTo')} kind="email" />
          <Button submit busy={test.busy}>
            {t('testButton')}
          </Button>
        </Form>
        <div aria-live="polite">{result ? <Told {...result} /> : null}</div>
      </Stack>
    </Card>
  );
}

function Told({ to, told }: { to: string; told: Result }) {
  const t = useTexts(texts);
  const reason = useReason();
  return (
    <Stack gap="small">
      {told.ok ? (
        <Alert tone="good" title={t('testOk')}>
          {t('testOkText', { to })}
        </Alert>
      ) : (
        <Alert tone="bad" title={t('testFailed')}>
          {told.reason ? reason(told.reason) : null}
        </Alert>
      )}
      <ol className="test-steps">
        {told.steps.map((step) => (
          <Step key={step.step} {...step} />
        ))}
      </ol>
    </Stack>
  );
}

function Step({ step, ok, said }: Result['steps'][number]) {
  const t = useTexts(texts);
  const Icon = ok ? IconCheck : IconX;
  const instead = step === 'secure' ? t('inTheClear') : step === 'sign_in' ? t('noLogin') : '';
  return (
    <li className={ok ? 'test-step' : 'test-step test-step-failed'}>
      <Icon size={16} aria-label={t(ok ? 'stepDone' : 'stepFailed')} />
      <span>
        {t(`step_${step}`)}
        <span className="test-said">{said || (ok ? instead : '')}</span>
      </span>
    </li>
  );
}
