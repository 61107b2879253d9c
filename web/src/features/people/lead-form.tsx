import { createLead, getLead, getLeadTimeline, type Lead, listLeads, updateLead } from '../../../../contract/leads.ts';
import { useAction } from '../../api/use-action.ts';
import { CustomInputs } from '../../crm-fields/custom-inputs.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { FurtherInputs } from './further-inputs.tsx';
import { leadTexts } from './lead-texts/texts.ts';
import { PlaceInputs } from './place-inputs.tsx';
import { texts } from './texts/texts.ts';

interface LeadFormProps {
  /** Null for a new one. */
  lead: Lead | null;
  onSaved: (lead: Lead) => void;
  onCancel: () => void;
}

const startOf = (lead: Lead | null) => ({
  firstName: lead?.firstName ?? '',
  lastName: lead?.lastName ?? '',
  title: lead?.title ?? '',
  companyName: lead?.companyName ?? '',
  companyEmail: lead?.companyEmail ?? '',
  companyPhone: lead?.companyPhone ?? '',
  source: lead?.source ?? '',
  email: lead?.email ?? '',
  phone: lead?.phone ?? '',
  further: lead?.further ?? [],
  street: lead?.street ?? '',
  postalCode: lead?.postalCode ?? '',
  city: lead?.city ?? '',
  country: lead?.country ?? null,
  language: lead?.language ?? null,
  timeZone: lead?.timeZone ?? null,
  accountManagerId: lead?.accountManager?.id ?? null,
  tags: lead?.tags ?? [],
  custom: lead?.custom ?? {},
});

/** Everything about a lead that can be typed. */
export function LeadForm({ lead, onSaved, onCancel }: LeadFormProps) {
  const t = useTexts(texts);
  const words = useTexts(leadTexts);
  const common = useTexts(shared);
  const label = useFieldLabel();
  const invalidate = [listLeads, getLead, getLeadTimeline];
  const create = useAction(createLead, { invalidate, toast: false, onSuccess: onSaved });
  const update = useAction(updateLead, { invalidate, toast: false, done: common('saved'), onSuccess: onSaved });
  const form = useForm({
    schema: createLead.input,
    start: startOf(lead),
    send: (values) => (lead ? update.runAsync({ ...values, id: lead.id }) : create.runAsync(values)),
  });
  return (
    <Form form={form}>
      <FieldGroup title={t('personalData')}>
        <FieldRow>
          <TextField name="firstName" label={label('lead', 'first_name')} autoFocus={!lead} />
          <TextField name="lastName" label={label('lead', 'last_name')} />
        </FieldRow>
        <FieldRow>
          <TextField name="title" label={label('lead', 'title')} />
          <TextField name="source" label={label('lead', 'source')} hint={words('sourceHint')} />
        </FieldRow>
        <FieldRow>
          <TextField name="email" label={label('lead', 'email')} kind="email" />
          <TextField name="phone" label={label('lead', 'phone')} kind="tel" />
        </FieldRow>
        <FurtherInputs />
      </FieldGroup>
      <FieldGroup title={t('company')}>
        <TextField name="companyName" label={label('lead', 'company_name')} />
        <FieldRow>
          <TextField name="companyEmail" label={label('lead', 'company_email')} kind="email" />
          <TextField name="companyPhone" label={label('lead', 'company_phone')} kind="tel" />
        </FieldRow>
      </FieldGroup>
      <PlaceInputs entity="lead" timeZone />
      <CustomInputs entity="lead" title={t('moreFields')} />
      <FormFoot action={lead ? common('save') : words('createLead')} onCancel={onCancel} />
    </Form>
  );
}
