import {
  creditInvoices,
  getInvoice,
  type InvoiceChoice,
  listInvoices,
  rehearseCredit,
} from '../../../../contract/invoices.ts';
import { campaignMoney } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

/** Invoices are taken back in one step: how many and for how much is said first. */
export function CreditDialog({ choice, onClose }: { choice: InvoiceChoice | null; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Modal open={choice !== null} onClose={onClose} title={t('creditTitle')} size="small">
      {choice ? <Rehearsal choice={choice} onClose={onClose} /> : null}
    </Modal>
  );
}

function Rehearsal({ choice, onClose }: { choice: InvoiceChoice; onClose: () => void }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { data, problem } = useEndpoint(rehearseCredit, choice);
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={4} />;
  if (data.invoices === 0) return <Alert tone="accent">{t('nothingToCredit')}</Alert>;
  const sums = data.sums.map(({ currency, grossMinor }) => format.money(grossMinor, currency));
  return (
    <Stack>
      <Text>
        <b>{[t('creditCount', { count: data.invoices }), ...sums].join(' · ')}</b>
      </Text>
      <Text>{t('creditText')}</Text>
      {data.paid > 0 ? <Alert tone="warn">{t('creditPaid', { count: data.paid })}</Alert> : null}
      <CreditForm choice={choice} expected={data.invoices} onClose={onClose} />
    </Stack>
  );
}

function CreditForm({ choice, expected, onClose }: { choice: InvoiceChoice; expected: number; onClose: () => void }) {
  const t = useTexts(texts);
  const credit = useAction(creditInvoices, {
    invalidate: [listInvoices, getInvoice, rehearseCredit, campaignMoney],
    toast: false,
    onSuccess: ({ first, last }) => {
      notify.success(t('credited', { first, last }));
      onClose();
    },
  });
  const form = useForm({
    schema: creditInvoices.input.pick({ reason: true }),
    start: { reason: '' },
    send: ({ reason }) => credit.runAsync({ ...choice, reason, expected }),
  });
  return (
    <Form form={form} guard={false}>
      <TextArea name="reason" label={t('creditWhy')} hint={t('creditWhyHint')} rows={2} required />
      <FormFoot action={t('doCredit', { count: expected })} onCancel={onClose} />
    </Form>
  );
}
