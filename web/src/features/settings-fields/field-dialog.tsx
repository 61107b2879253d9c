import { CUSTOM_FIELD_TYPES, listCrmFields } from '../../../../contract/crm-fields.ts';
import {
  type CustomField,
  createCustomField,
  listCustomFields,
  updateCustomField,
} from '../../../../contract/custom-fields.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CurrencyField } from '../../locale-fields/currency-field.tsx';
import { useSession } from '../../session/session.ts';
import { Modal } from '../../ui/modal.tsx';
import { ChoicesField } from './choices-field.tsx';
import type { FieldSubject } from './field-subject.ts';
import { texts } from './texts/texts.ts';

const CHANGED = [listCustomFields, listCrmFields];
const chooses = (type: CustomField['type']) => type === 'one_of' || type === 'many_of';

function NewField({ of, onDone }: { of: FieldSubject; onDone: () => void }) {
  const t = useTexts(texts);
  const { installation } = useSession();
  const create = useAction(createCustomField, { invalidate: CHANGED, toast: false, onSuccess: onDone });
  const form = useForm({
    schema: createCustomField.input,
    start: {
      ...of,
      label: '',
      key: '',
      type: 'text' as CustomField['type'],
      options: [],
      currency: installation?.currency ?? 'EUR',
    },
    send: create.runAsync,
  });
  const { type } = form.values;
  return (
    <Form form={form} guard={false}>
      <TextField name="label" label={t('label')} autoFocus />
      <SelectField
        name="type"
        label={t('type')}
        hint={t('typeHint')}
        choices={CUSTOM_FIELD_TYPES.map((value) => ({ value, label: t(`type_${value}`) }))}
      />
      {chooses(type) ? <ChoicesField /> : null}
      {type === 'money' ? <CurrencyField name="currency" label={t('currency')} /> : null}
      <TextField name="key" label={t('key')} hint={t('keyHint')} example={t('keyExample')} />
      <FormFoot action={t('create')} onCancel={onDone} />
    </Form>
  );
}

function ChangeField({ field, onDone }: { field: CustomField; onDone: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const update = useAction(updateCustomField, {
    invalidate: CHANGED,
    toast: false,
    done: common('saved'),
    onSuccess: onDone,
  });
  const form = useForm({
    schema: updateCustomField.input.pick({ label: true, options: true }),
    start: { label: field.label, options: field.options },
    send: ({ label, options }) =>
      update.runAsync({
        id: field.id,
        ...(label !== undefined && { label }),
        ...(chooses(field.type) && options && { options }),
      }),
  });
  return (
    <Form form={form} guard={false}>
      <TextField name="label" label={t('label')} autoFocus required />
      {chooses(field.type) ? <ChoicesField /> : null}
      <FormFoot action={common('save')} onCancel={onDone} />
    </Form>
  );
}

interface FieldDialogProps {
  /** A field to change, what to make one for, or nothing. */
  subject: CustomField | FieldSubject | null;
  onClose: () => void;
}

/** Makes a custom field, or changes its name and choices. */
export function FieldDialog({ subject, onClose }: FieldDialogProps) {
  const t = useTexts(texts);
  const field = subject !== null && 'id' in subject ? subject : null;
  const title = field ? t('edit', { name: field.label }) : t('newField');
  return (
    <Modal open={subject !== null} onClose={onClose} title={title}>
      {subject !== null && field === null ? <NewField of={subject} onDone={onClose} /> : null}
      {field ? <ChangeField field={field} onDone={onClose} /> : null}
    </Modal>
  );
}
