import { IconCheck, IconDots, IconReceiptRefund } from '@tabler/icons-react';
import { useState } from 'react';
import { getInvoice, type Invoice, listInvoices, payInvoice } from '../../../../contract/invoices.ts';
import { useAction } from '../../api/use-action.ts';
import { DateField } from '../../form/date-field.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Modal } from '../../ui/modal.tsx';
import { CreditDialog } from './credit-dialog.tsx';
import { CreditPartDialog } from './credit-part-dialog.tsx';
import { texts } from './texts/texts.ts';

const size = { size: 16, stroke: 1.75 };

/** When it was paid, that it was not, or that it is taken back. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const [asked, setAsked] = useState<'paid' | 'credit' | 'part' | null>(null);
  const mayEdit = useMay('sales.edit');
  const pay = useAction(payInvoice, { invalidate: [getInvoice, listInvoices] });
  const { id, state, number } = invoice;
  if (!mayEdit || number === null || state === 'credited' || state === 'credit_note') return null;
  const close = () => setAsked(null);
  return (
    <>
      {state === 'paid' ? (
        <Button busy={pay.busy} onClick={() => pay.run({ id, paidOn: null })}>
          {t('markUnpaid')}
        </Button>
      ) : (
        <Button look="primary" icon={<IconCheck {...size} />} onClick={() => setAsked('paid')}>
          {t('markPaid')}
        </Button>
      )}
      <Menu
        target={<IconButton look="default" label={common('more')} icon={<IconDots size={17} />} />}
        items={[
          { label: t('creditPart'), icon: <IconReceiptRefund {...size} />, onClick: () => setAsked('part') },
          {
            label: t(invoice.creditedMinor > 0 ? 'creditRest' : 'credit'),
            icon: <IconReceiptRefund {...size} />,
            onClick: () => setAsked('credit'),
            danger: true,
          },
        ]}
      />
      {asked === 'paid' ? <PaidDialog invoice={invoice} number={number} onClose={close} /> : null}
      {asked === 'part' ? <CreditPartDialog invoice={invoice} onClose={close} /> : null}
      <CreditDialog choice={asked === 'credit' ? { ids: [id], filters: {} } : null} onClose={close} />
    </>
  );
}

function PaidDialog({ invoice, number, onClose }: { invoice: Invoice; number: string; onClose: () => void }) {
  const t = useTexts(texts);
  const pay = useAction(payInvoice, { invalidate: [getInvoice, listInvoices], toast: false, onSuccess: onClose });
  const form = useForm({
    schema: payInvoice.input.omit({ id: true }),
    start: { paidOn: new Date().toISOString().slice(0, 10) },
    send: (values) => pay.runAsync({ ...values, id: invoice.id }),
  });
  return (
    <Modal open onClose={onClose} title={t('paidTitle', { number })} size="small">
      <Form form={form} guard={false}>
        <DateField name="paidOn" label={t('onDay')} required />
        <FormFoot action={t('markPaid')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
