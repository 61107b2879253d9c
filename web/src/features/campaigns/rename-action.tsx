import { type Action, campaignHistory, getCampaign, updateAction } from '../../../../contract/campaigns.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { actionTexts } from './action-texts/texts.ts';

export function RenameAction({ action, onClose }: { action: Action; onClose: () => void }) {
  const t = useTexts(actionTexts);
  const common = useTexts(shared);
  const rename = useAction(updateAction, { invalidate: [getCampaign, campaignHistory], toast: false });
  const form = useForm({
    schema: updateAction.input.pick({ name: true }),
    start: { name: action.name },
    send: async ({ name }) => {
      await rename.runAsync({ id: action.id, updatedAt: action.updatedAt, name });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t('renameTitle')} size="small">
      <Form form={form}>
        <TextField name="name" label={t('actionName')} hint={t('actionNameHint')} autoFocus />
        <FormFoot action={common('save')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
