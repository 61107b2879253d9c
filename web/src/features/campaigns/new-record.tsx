import { createCompany, createContact, listCompanies, listContacts } from '../../../../contract/crm.ts';
import type { PartyId } from '../../../../contract/ids.ts';
import { createLead, listLeads } from '../../../../contract/leads.ts';
import type { Party } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Text } from '../../ui/text.tsx';
import { addresseeTexts } from './addressee-texts/texts.ts';

export interface Made {
  party: Party;
  name: string;
}

interface NewRecordProps {
  kind: Party['kind'];
  onMade: (made: Made) => void;
  onCancel: () => void;
}

/** What is needed to write to somebody; the rest is filled in on the record’s own page. */
export function NewRecord({ kind, ...rest }: NewRecordProps) {
  const t = useTexts(addresseeTexts);
  const Fields = FORMS[kind];
  return (
    <>
      <Text tone="quiet">{t('createsNote')}</Text>
      <Fields {...rest} />
    </>
  );
}

type FormProps = Omit<NewRecordProps, 'kind'>;

const FORMS = { contact: NewContact, company: NewCompany, lead: NewLead };

const madeOf = (kind: Party['kind'], id: string, ...names: string[]): Made => ({
  party: { kind, id: id as PartyId },
  name: names.filter(Boolean).join(' '),
});

function NewContact({ onMade, onCancel }: FormProps) {
  const t = useTexts(addresseeTexts);
  const label = useFieldLabel();
  const create = useAction(createContact, {
    invalidate: [listContacts],
    toast: false,
    onSuccess: (made) => onMade(madeOf('contact', made.id, made.firstName, made.lastName)),
  });
  const start = { firstName: '', lastName: '', email: '', phone: '' };
  const form = useForm({ schema: createContact.input, start, send: create.runAsync });
  return (
    <Form form={form} guard={false}>
      <FieldRow>
        <TextField name="firstName" label={label('contact', 'first_name')} autoFocus />
        <TextField name="lastName" label={label('contact', 'last_name')} />
      </FieldRow>
      <FieldRow>
        <TextField name="email" label={label('contact', 'email')} kind="email" />
        <TextField name="phone" label={label('contact', 'phone')} kind="tel" />
      </FieldRow>
      <FormFoot action={t('createInDatabase')} onCancel={onCancel} />
    </Form>
  );
}

function NewCompany({ onMade, onCancel }: FormProps) {
  const t = useTexts(addresseeTexts);
  const label = useFieldLabel();
  const create = useAction(createCompany, {
    invalidate: [listCompanies],
    toast: false,
    onSuccess: (made) => onMade(madeOf('company', made.id, made.name)),
  });
  const start = { name: '', email: '', phone: '' };
  const form = useForm({ schema: createCompany.input, start, send: create.runAsync });
  return (
    <Form form={form} guard={false}>
      <TextField name="name" label={label('company', 'name')} autoFocus />
      <FieldRow>
        <TextField name="email" label={label('company', 'email')} kind="email" />
        <TextField name="phone" label={label('company', 'phone')} kind="tel" />
      </FieldRow>
      <FormFoot action={t('createInDatabase')} onCancel={onCancel} />
    </Form>
  );
}

function NewLead({ onMade, onCancel }: FormProps) {
  const t = useTexts(addresseeTexts);
  const label = useFieldLabel();
  const create = useAction(createLead, {
    invalidate: [listLeads],
    toast: false,
    onSuccess: (made) => onMade(madeOf('lead', made.id, made.firstName, made.lastName || (made.companyName ?? ''))),
  });
  const start = { firstName: '', lastName: '', companyName: '', email: '', phone: '' };
  const form = useForm({ schema: createLead.input, start, send: create.runAsync });
  return (
    <Form form={form} guard={false}>
      <FieldRow>
        <TextField name="firstName" label={label('lead', 'first_name')} autoFocus />
        <TextField name="lastName" label={label('lead', 'last_name')} />
      </FieldRow>
      <TextField name="companyName" label={label('lead', 'company_name')} />
      <FieldRow>
        <TextField name="email" label={label('lead', 'email')} kind="email" />
        <TextField name="phone" label={label('lead', 'phone')} kind="tel" />
      </FieldRow>
      <FormFoot action={t('createInDatabase')} onCancel={onCancel} />
    </Form>
  );
}
