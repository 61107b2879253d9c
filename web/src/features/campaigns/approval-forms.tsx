import { type Approval, askApproval, askTracksApproval, decideApproval } from '../../../../contract/approvals.ts';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useAction } from '../../api/use-action.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { approvalTexts } from './approval-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { staleApprovals } from './stale-approvals.ts';

/** Asks for an approval, with a word to whoever gives it. */
export function AskApproval({ onClose }: { onClose: () => void }) {
  const t = useTexts(approvalTexts);
  const { campaign, action } = useHere();
  const asking = { invalidate: staleApprovals, toast: false, done: t('asked') };
  const ofAction = useAction(askApproval, asking);
  const ofTracks = useAction(askTracksApproval, asking);
  const form = useForm({
    schema: askApproval.input.omit({ id: true }),
    start: { note: '' },
    send: async (values) => {
      if (isProfiled(campaign.kind)) await ofTracks.runAsync({ ...values, id: campaign.id });
      else await ofAction.runAsync({ ...values, id: action.id });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t('ask')} size="small">
      <Form form={form} guard={false}>
        <TextArea name="note" label={t('note')} />
        <FormFoot action={t('ask')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}

/** Refuses, with the reason that is asked for. */
export function RefuseApproval({ id, onClose }: { id: Approval['id']; onClose: () => void }) {
  const t = useTexts(approvalTexts);
  const decide = useAction(decideApproval, { invalidate: staleApprovals, toast: false });
  const form = useForm({
    schema: decideApproval.input.omit({ id: true, approve: true }),
    start: { reason: '' },
    send: async ({ reason }) => {
      await decide.runAsync({ id, approve: false, reason });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t('refuse')} size="small">
      <Form form={form} guard={false}>
        <TextArea name="reason" label={t('reason')} required />
        <FormFoot action={t('refuse')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
