import { campaignMoney } from '../../../../contract/money.ts';
import { closeOpportunity, getOpportunity, listOpportunities, type Opportunity } from '../../../../contract/sales.ts';
import { useAction } from '../../api/use-action.ts';
import { DateField } from '../../form/date-field.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { texts } from './texts/texts.ts';

interface CloseDialogProps {
  opportunity: Opportunity;
  state: 'won' | 'lost';
  onClose: () => void;
}

/** Won, or lost and why. */
export function CloseDialog({ opportunity, state, onClose }: CloseDialogProps) {
  const t = useTexts(texts);
  const close = useAction(closeOpportunity, {
    invalidate: [listOpportunities, getOpportunity, campaignMoney],
    toast: false,
    onSuccess: onClose,
  });
  const form = useForm({
    schema: closeOpportunity.input.omit({ id: true, state: true }),
    start: { closedOn: '', lostReason: '' },
    send: (values) => close.runAsync({ ...values, id: opportunity.id, state }),
  });
  return (
    <Modal open onClose={onClose} title={t(`${state}Title`)} size="small">
      <Form form={form} guard={false}>
        <DateField name="closedOn" label={t('onDay')} hint={t('onDayHint')} />
        {state === 'lost' ? <TextArea name="lostReason" label={t('lostReason')} rows={2} required /> : null}
        <FormFoot action={t(state === 'won' ? 'markWon' : 'markLost')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
