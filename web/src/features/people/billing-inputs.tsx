import { CountryField } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { FieldGroup, FieldRow } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** How a company is billed, where that differs from its own name and address. */
export function BillingInputs() {
  const t = useTexts(texts);
  const label = useFieldLabel();
  return (
    <FieldGroup title={t('billing')}>
      <Text size="small" tone="quiet">
        {t('billingHint')}
      </Text>
      <FieldRow>
        <TextField name="billing.name" label={t('billingName')} />
        <TextField name="billing.email" label={t('billingEmail')} kind="email" />
        <NumberField name="billing.paymentDays" label={t('paymentDays')} unit={t('days')} min={0} max={365} />
      </FieldRow>
      <TextField name="billing.street" label={label('company', 'street')} />
      <FieldRow>
        <TextField name="billing.postalCode" label={label('company', 'postal_code')} />
        <TextField name="billing.city" label={label('company', 'city')} />
        <CountryField name="billing.country" label={label('company', 'country')} />
      </FieldRow>
    </FieldGroup>
  );
}
