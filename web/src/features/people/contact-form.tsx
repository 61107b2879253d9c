import {
  type Contact,
  createContact,
  getContact,
  getContactTimeline,
  listContacts,
  updateContact,
} from '../../../../contract/crm.ts';
import { useAction } from '../../api/use-action.ts';
import { CompanyField } from '../../crm-fields/company-field.tsx';
import { CustomInputs } from '../../crm-fields/custom-inputs.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { DateField } from '../../form/date-field.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { FurtherInputs } from './further-inputs.tsx';
import { PlaceInputs } from './place-inputs.tsx';
import { texts } from './texts/texts.ts';

interface ContactFormProps {
  /** Null for a new one. */
  contact: Contact | null;
  company?: { id: string; name: string } | null | undefined;
  onSaved: (contact: Contact) => void;
  onCancel: () => void;
}

const startOf = (contact: Contact | null, companyId: string | null) => ({
  firstName: contact?.firstName ?? '',
  lastName: contact?.lastName ?? '',
  title: contact?.title ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  companyId,
  main: contact?.main ?? false,
  street: contact?.street ?? '',
  postalCode: contact?.postalCode ?? '',
  city: contact?.city ?? '',
  country: contact?.country ?? null,
  language: contact?.language ?? null,
  timeZone: contact?.timeZone ?? null,
  further: contact?.further ?? [],
  birthday: contact?.birthday ?? '',
  accountManagerId: contact?.accountManager?.id ?? null,
  tags: contact?.tags ?? [],
  custom: contact?.custom ?? {},
});

/** Everything about a person that can be typed. */
export function ContactForm({ contact, company, onSaved, onCancel }: ContactFormProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const label = useFieldLabel();
  const invalidate = [listContacts, getContact, getContactTimeline];
  const create = useAction(createContact, { invalidate, toast: false, onSuccess: onSaved });
  const update = useAction(updateContact, { invalidate, toast: false, done: common('saved'), onSuccess: onSaved });
  const present = contact?.company ?? company ?? null;
  const form = useForm({
    schema: createContact.input,
    start: startOf(contact, present?.id ?? null),
    send: (values) => (contact ? update.runAsync({ ...values, id: contact.id }) : create.runAsync(values)),
  });
  return (
    <Form form={form}>
      <FieldGroup title={t('personalData')}>
        <FieldRow>
          <TextField name="firstName" label={label('contact', 'first_name')} autoFocus={!contact} />
          <TextField name="lastName" label={label('contact', 'last_name')} />
        </FieldRow>
        <FieldRow>
          <TextField name="title" label={label('contact', 'title')} />
          <DateField name="birthday" label={label('contact', 'birthday')} />
        </FieldRow>
        <FieldRow>
          <CompanyField name="companyId" label={t('company')} present={present} />
          {form.values.companyId ? <Switch name="main" label={t('isMain')} /> : null}
        </FieldRow>
      </FieldGroup>
      <FieldGroup title={t('reach')}>
        <FieldRow>
          <TextField name="email" label={label('contact', 'email')} kind="email" />
          <TextField name="phone" label={label('contact', 'phone')} kind="tel" />
        </FieldRow>
        <FurtherInputs />
      </FieldGroup>
      <PlaceInputs entity="contact" timeZone />
      <CustomInputs entity="contact" title={t('moreFields')} />
      <FormFoot action={contact ? common('save') : t('createContact')} onCancel={onCancel} />
    </Form>
  );
}
