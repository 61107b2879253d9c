import { creditPart, getInvoice, type Invoice, listInvoices, rehearseCredit } from '../../../../contract/invoices.ts';
import { campaignMoney } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { MoneyField } from '../../form/number-field.tsx';
import { TextArea } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts as lineTexts } from '../../sales-lines/texts/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { List, Stack } from '../../ui/layout.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';
import './credit-part.css';

/** Single lines of an invoice are taken back, or a part of what they come to. */
export function CreditPartDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useTexts(texts);
  const products = useTexts(lineTexts)('products');
  const format = useFormat();
  const { id, currency, lines, left, state, creditedMinor } = invoice;
  const credit = useAction(creditPart, {
    invalidate: [listInvoices, getInvoice, rehearseCredit, campaignMoney],
    toast: false,
    onSuccess: ({ number }) => {
      notify.success(t('creditedPart', { number: number ?? '' }));
      onClose();
    },
  });
  const form = useForm({
    schema: creditPart.input.pick({ amounts: true, reason: true }),
    start: { amounts: lines.map((): number | null => null), reason: '' },
    send: (values) => credit.runAsync({ ...values, id, creditedMinor }),
  });
  const { amounts } = form.values;
  const sum = amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
  const all = (at: number) => form.set('amounts', amounts.with(at, left[at] ?? null));
  return (
    <Modal open onClose={onClose} title={t('creditPartTitle', { number: invoice.number ?? '' })}>
      <Form form={form} guard={false}>
        <Stack>
          <Text>{t('creditPartText')}</Text>
          {state === 'paid' ? <Alert tone="warn">{t('creditPartPaid')}</Alert> : null}
          <List label={products}>
            {lines.map(({ name }, at) =>
              (left[at] ?? 0) > 0 ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of what was issued never change, and have no other name
                <li key={at} className="credit-line">
                  <strong>{name}</strong>
                  <span className="text-quiet text-small">
                    {t('leftOf', { amount: format.money(left[at] ?? 0, currency) })}
                  </span>
                  <MoneyField name={`amounts.${at}`} label={name} hideLabel currency={currency} />
                  <Button onClick={() => all(at)}>
                    {t('creditAllOf')}
                    <span className="visually-hidden">: {name}</span>
                  </Button>
                </li>
              ) : null,
            )}
          </List>
          <Text>{t('creditSum', { amount: format.money(sum, currency) })}</Text>
          <TextArea name="reason" label={t('creditWhy')} hint={t('creditWhyHint')} rows={2} required />
          <FormFoot action={t('doCreditPart')} onCancel={onClose} />
        </Stack>
      </Form>
    </Modal>
  );
}
