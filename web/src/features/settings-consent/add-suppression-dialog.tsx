import { addSuppression, listSuppressions, SUPPRESSION_CHANNELS } from '../../../../contract/consent.ts';
import { useAction } from '../../api/use-action.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { texts } from './texts/texts.ts';

interface DialogProps {
  open: boolean;
  onClose: () => void;
}

export function AddSuppressionDialog({ open, onClose }: DialogProps) {
  const t = useTexts(texts);
  return (
    <Modal open={open} onClose={onClose} title={t('add')}>
      <AddForm onClose={onClose} />
    </Modal>
  );
}

function AddForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const add = useAction(addSuppression, { toast: false, invalidate: [listSuppressions], done: t('added') });
  const form = useForm({
    schema: addSuppression.input,
    start: { value: '', channel: 'all', purposeClass: 'marketing', note: '' },
    send: add.runAsync,
  });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <TextField name="value" label={t('value')} hint={t('valueHint')} autoFocus />
      <ScopeFields />
      <TextField name="note" label={t('note')} hint={t('noteHint')} />
      <FormFoot action={t('addAction')} onCancel={onClose} />
    </Form>
  );
}

/** On which channels, and for marketing only or for everything. */
export function ScopeFields() {
  const t = useTexts(texts);
  return (
    <>
      <SelectField
        name="channel"
        label={t('channel')}
        choices={SUPPRESSION_CHANNELS.map((value) => ({ value, label: t(value) }))}
      />
      <RadioField
        name="purposeClass"
        label={t('forWhat')}
        choices={[
          { value: 'marketing', label: t('marketing'), hint: t('marketingHint') },
          { value: 'all', label: t('everything'), hint: t('everythingHint') },
        ]}
      />
    </>
  );
}
