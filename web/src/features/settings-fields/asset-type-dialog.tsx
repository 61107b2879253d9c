import { type AssetType, createAssetType, listAssetTypes, updateAssetType } from '../../../../contract/assets.ts';
import { listCrmFields } from '../../../../contract/crm-fields.ts';
import { listCustomFields } from '../../../../contract/custom-fields.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { typeTexts } from './type-texts/texts.ts';

interface TypeFormProps {
  type: AssetType | null;
  onDone: () => void;
}

function TypeForm({ type, onDone }: TypeFormProps) {
  const t = useTexts(typeTexts);
  const common = useTexts(shared);
  const options = { invalidate: [listAssetTypes, listCrmFields, listCustomFields], toast: false, onSuccess: onDone };
  const create = useAction(createAssetType, options);
  const update = useAction(updateAssetType, { ...options, done: common('saved') });
  const form = useForm({
    schema: createAssetType.input,
    start: { name: type?.name ?? '', identifierLabel: type?.identifierLabel ?? '', key: type?.key ?? '' },
    send: ({ key, name, identifierLabel }) =>
      type
        ? update.runAsync({ id: type.id, name, ...(identifierLabel !== undefined && { identifierLabel }) })
        : create.runAsync({ name, identifierLabel, key }),
  });
  return (
    <Form form={form} guard={false}>
      <TextField name="name" label={t('name')} autoFocus />
      <TextField name="identifierLabel" label={t('identifier')} hint={t('identifierHint')} />
      {type ? null : <TextField name="key" label={t('key')} hint={t('keyHint')} example={t('keyExample')} />}
      <FormFoot action={type ? common('save') : t('create')} onCancel={onDone} />
    </Form>
  );
}

/** Makes an asset type, or changes its name. */
export function AssetTypeDialog({ subject, onClose }: { subject: AssetType | 'new' | null; onClose: () => void }) {
  const t = useTexts(typeTexts);
  const type = subject === 'new' ? null : subject;
  return (
    <Modal open={subject !== null} onClose={onClose} title={type ? t('edit', { name: type.name }) : t('newType')}>
      {subject === null ? null : <TypeForm type={type} onDone={onClose} />}
    </Modal>
  );
}
