import type { OutputOf } from '../../../../contract/endpoint.ts';
import {
  type lastSmsBill,
  rehearseSmsInvoice,
  SMS_LINES,
  SMS_PRICINGS,
  type SmsBillRow,
} from '../../../../contract/sms-invoices.ts';
import { useAction } from '../../api/use-action.ts';
import { CompanyField } from '../../crm-fields/company-field.tsx';
import { type FieldProps, useBinding } from '../../form/binding.ts';
import { MultiSelect, RadioField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { ProductChoice } from '../../sales-lines/product-choice.tsx';
import { useMay } from '../../session/session.ts';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { billTexts } from './bill-texts/texts.ts';
import type { Bill, Rehearsed } from './sms-bill-rehearsal.tsx';

/** What must be said before anything can be invoiced. */
const IN_SETTINGS: Record<string, string> = {
  company_country_needed: paths.installation(),
  seller_needed: paths.numberSeries(),
};

interface SmsBillFormProps {
  start: Bill;
  last: OutputOf<typeof lastSmsBill>['last'];
  accounts: readonly SmsBillRow['account'][];
  currency: string;
  onRehearsed: (rehearsed: Rehearsed) => void;
  onClose: () => void;
}

/** To whom the SMS are invoiced, as what, and at which price. */
export function SmsBillForm({ start, last, accounts, currency, onRehearsed, onClose }: SmsBillFormProps) {
  const t = useTexts(billTexts);
  const rehearse = useAction(rehearseSmsInvoice, { toast: false });
  const form = useForm({
    schema: rehearseSmsInvoice.input,
    start,
    send: async (bill) => onRehearsed({ bill, invoice: await rehearse.runAsync(bill) }),
  });
  const { companyId, pricing } = form.values;
  const mayEdit = useMay('settings.edit');
  const inSettings = mayEdit ? IN_SETTINGS[rehearse.problem?.code ?? ''] : undefined;
  return (
    <Form form={form} guard={false}>
      <Stack>
        {inSettings ? (
          <Link href={inSettings} newTab>
            {t('openSettings')}
          </Link>
        ) : null}
        <MultiSelect
          name="accountIds"
          label={t('accounts')}
          choices={accounts.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
        <CompanyField
          name="companyId"
          label={t('company')}
          present={last?.company}
          hint={
            companyId ? (
              <Link href={paths.company(companyId)} newTab>
                {t('openCompany')}
              </Link>
            ) : (
              t('companyHint')
            )
          }
        />
        <ProductChoice
          name="productId"
          label={t('product')}
          present={last?.product}
          hint={
            <>
              {t('productHint')}{' '}
              <Link href={paths.newProduct()} newTab>
                {t('newProduct')}
              </Link>
            </>
          }
        />
        <RadioField
          name="pricing"
          label={t('pricing')}
          choices={SMS_PRICINGS.map((value) => ({
            value,
            label: t(`pricing_${value}`),
            hint: t(`pricing_${value}_hint`),
          }))}
        />
        {pricing === 'own' ? (
          <ScaledField name="perPartMillionths" scale={1_000_000} label={t('perPart')} digits={6} unit={currency} />
        ) : (
          <ScaledField name="markup" scale={100} label={t('markup')} digits={2} unit="%" />
        )}
        <RadioField
          name="lines"
          label={t('lines')}
          choices={SMS_LINES.map((value) => ({ value, label: t(value === 'one' ? 'allInOne' : 'perCountry') }))}
        />
      </Stack>
      <FormFoot action={t('seeInvoice')} onCancel={onClose} />
    </Form>
  );
}

interface ScaledFieldProps extends Omit<FieldProps<number | null>, 'value' | 'onChange'> {
  name: string;
  /** How many of what is kept make one of what is written. */
  scale: number;
  digits: number;
  unit: string;
}

function ScaledField({ name, scale, ...look }: ScaledFieldProps) {
  const bound = useBinding<number | null>({ name }, null);
  return (
    <NumberField
      {...look}
      min={0}
      value={bound.value === null ? null : bound.value / scale}
      onChange={(value) => bound.set(value === null ? null : Math.round(value * scale))}
      error={bound.error}
    />
  );
}
