import { addAction } from '../../../../contract/actions.ts';
import { campaignHistory, getCampaign, listCampaigns } from '../../../../contract/campaigns.ts';
import { DISPATCH_CHOICES, DispatchChoice, dispatchedBy } from '../../../../contract/dispatch-choices.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop } from '../../paths.ts';
import { Modal } from '../../ui/modal.tsx';
import { useGo } from '../../url.ts';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { texts } from './texts/texts.ts';
import { useActionName } from './words.tsx';

/** Another action: what it is called, how it reaches people, and whether it goes on with a group that is there (A07). */
export function AddAction({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(actionTexts);
  return (
    <Modal open={open} onClose={onClose} title={t('addAction')}>
      <AddForm onClose={onClose} />
    </Modal>
  );
}

function AddForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(actionTexts);
  const c = useTexts(texts);
  const go = useGo();
  const nameOf = useActionName();
  const { campaign } = useHere();
  const add = useAction(addAction, { invalidate: [getCampaign, listCampaigns, campaignHistory], toast: false });
  const form = useForm({
    schema: addAction.input.omit({ id: true, report: true }).extend({ channel: DispatchChoice }),
    start: { name: '', channel: 'email', sameGroupAs: null },
    send: async (values) => {
      const { actions } = await add.runAsync({ id: campaign.id, ...values, ...dispatchedBy(values.channel) });
      onClose();
      const added = actions.at(-1);
      if (added) go(campaignStop(campaign.id, 'who', { action: added.id }));
    },
  });
  return (
    <Form form={form}>
      <TextField name="name" label={t('actionName')} hint={t('actionNameHint')} autoFocus />
      <SelectField
        name="channel"
        label={c('dispatchType')}
        choices={DISPATCH_CHOICES.map((channel) => ({ value: channel, label: c(`channel_${channel}`) }))}
      />
      <SelectField
        name="sameGroupAs"
        label={t('forWhom')}
        hint={t('forWhomHint')}
        clearable
        nothing={t('newAudience')}
        choices={campaign.actions.map((action) => ({
          value: action.id,
          label: t('sameGroup', { name: nameOf(action) }),
        }))}
      />
      <FormFoot action={t('addAction')} onCancel={onClose} />
    </Form>
  );
}
