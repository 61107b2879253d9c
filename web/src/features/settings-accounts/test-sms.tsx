import { useState } from 'react';
import { listSendingAccounts } from '../../../../contract/accounts.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { getSmsAccount, type SmsAccount, testSmsAccount } from '../../../../contract/sms-accounts.ts';
import { useAction } from '../../api/use-action.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { useReason } from './reason-texts/reason-texts.ts';
import { smsTexts } from './sms-texts/texts.ts';
import { texts } from './texts/texts.ts';

/** One real SMS, and what the gateway said. */
export function TestSms({ account: { id } }: { account: SmsAccount }) {
  const t = useTexts(smsTexts);
  const c = useTexts(texts);
  const reason = useReason();
  const [told, setTold] = useState<OutputOf<typeof testSmsAccount> | null>(null);
  const test = useAction(testSmsAccount, { invalidate: [getSmsAccount, listSendingAccounts], toast: false });
  const form = useForm({
    schema: testSmsAccount.input.pick({ to: true }),
    start: { to: '' },
    send: async ({ to }) => {
      setTold(null);
      setTold(await test.runAsync({ id, to }));
    },
  });
  return (
    <Card title={c('test')}>
      <Stack>
        <Form form={form} guard={false}>
          <Text tone="quiet" size="small">
            {t('testText')}
          </Text>
          <TextField name="to" label={t('testTo')} kind="tel" autoComplete="tel" />
          <Button submit busy={test.busy}>
            {t('testButton')}
          </Button>
        </Form>
        <div aria-live="polite">
          {told ? (
            <Alert tone={told.ok ? 'good' : 'bad'} title={t(told.ok ? 'testOk' : 'testFailed')}>
              {told.reason ? <p>{reason(told.reason)}</p> : null}
              {told.reply ? <p>{c('serverSaid', { reply: told.reply })}</p> : null}
            </Alert>
          ) : null}
        </div>
      </Stack>
    </Card>
  );
}
