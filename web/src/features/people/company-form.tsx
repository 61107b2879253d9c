import { type Company, createCompany, getCompany, listCompanies, updateCompany } from '../../../../contract/crm.ts';
import { useAction } from '../../api/use-action.ts';
import { CustomInputs } from '../../crm-fields/custom-inputs.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { BillingInputs } from './billing-inputs.tsx';
import { FurtherInputs } from './further-inputs.tsx';
import { PlaceInputs } from './place-inputs.tsx';
import { texts } from './texts/texts.ts';

interface CompanyFormProps {
  /** Null for a new one. */
  company: Company | null;
  onSaved: (company: Company) => void;
  onCancel: () => void;
}

const NO_BILLING = {
  name: null,
  street: null,
  postalCode: null,
  city: null,
  country: null,
  email: null,
  paymentDays: null,
};

const startOf = (company: Company | null) => ({
  name: company?.name ?? '',
  organisationNumber: company?.organisationNumber ?? '',
  vatId: company?.vatId ?? '',
  website: company?.website ?? '',
  email: company?.email ?? '',
  phone: company?.phone ?? '',
  street: company?.street ?? '',
  postalCode: company?.postalCode ?? '',
  city: company?.city ?? '',
  country: company?.country ?? null,
  language: company?.language ?? null,
  accountManagerId: company?.accountManager?.id ?? null,
  further: company?.further ?? [],
  billing: company?.billing ?? NO_BILLING,
  tags: company?.tags ?? [],
  custom: company?.custom ?? {},
});

/** Everything about a company that can be typed. */
export function CompanyForm({ company, onSaved, onCancel }: CompanyFormProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const label = useFieldLabel();
  const invalidate = [listCompanies, getCompany];
  const create = useAction(createCompany, { invalidate, toast: false, onSuccess: onSaved });
  const update = useAction(updateCompany, { invalidate, toast: false, done: common('saved'), onSuccess: onSaved });
  const form = useForm({
    schema: createCompany.input,
    start: startOf(company),
    send: (values) => (company ? update.runAsync({ ...values, id: company.id }) : create.runAsync(values)),
  });
  return (
    <Form form={form}>
      <FieldGroup title={t('company')}>
        <TextField name="name" label={label('company', 'name')} autoFocus={!company} />
        <FieldRow>
          <TextField name="organisationNumber" label={label('company', 'organisation_number')} />
          <TextField name="vatId" label={label('company', 'vat_id')} />
        </FieldRow>
      </FieldGroup>
      <FieldGroup title={t('reach')}>
        <FieldRow>
          <TextField name="email" label={label('company', 'email')} kind="email" />
          <TextField name="phone" label={label('company', 'phone')} kind="tel" />
          <TextField name="website" label={label('company', 'website')} kind="url" />
        </FieldRow>
        <FurtherInputs />
      </FieldGroup>
      <PlaceInputs entity="company" />
      <BillingInputs />
      <CustomInputs entity="company" title={t('moreFields')} />
      <FormFoot action={company ? common('save') : t('createCompany')} onCancel={onCancel} />
    </Form>
  );
}
