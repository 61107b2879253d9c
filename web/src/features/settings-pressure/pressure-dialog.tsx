import { CONSENT_CHANNELS } from '../../../../contract/consent.ts';
import {
  createPressureRule,
  listPressureRules,
  PRESSURE_PURPOSES,
  type PressureRule,
  updatePressureRule,
} from '../../../../contract/pressure.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { texts } from './texts/texts.ts';

interface PressureDialogProps {
  rule: PressureRule | 'new' | null;
  onClose: () => void;
}

export function PressureDialog({ rule, onClose }: PressureDialogProps) {
  const t = useTexts(texts);
  return (
    <Modal open={rule !== null} onClose={onClose} title={t(rule === 'new' ? 'newRule' : 'editRule')}>
      {rule === 'new' ? <NewRule onClose={onClose} /> : null}
      {rule !== null && rule !== 'new' ? <EditRule rule={rule} onClose={onClose} /> : null}
    </Modal>
  );
}

const USUAL = { maxMessages: 4, days: 30, channel: null, purposeClass: 'marketing' } as const;

function NewRule({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const create = useAction(createPressureRule, { toast: false, invalidate: [listPressureRules] });
  const form = useForm({ schema: createPressureRule.input, start: USUAL, send: create.runAsync });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <PressureFields />
      <FormFoot action={t('createRule')} onCancel={onClose} />
    </Form>
  );
}

function EditRule({ rule, onClose }: { rule: PressureRule; onClose: () => void }) {
  const common = useTexts(shared);
  const update = useAction(updatePressureRule, { toast: false, invalidate: [listPressureRules] });
  const { maxMessages, days, channel, purposeClass } = rule;
  const form = useForm({
    schema: updatePressureRule.input.omit({ id: true }),
    start: { maxMessages, days, channel, purposeClass },
    send: (values) => update.runAsync({ ...values, id: rule.id }),
  });
  return (
    <Form form={form} guard={false} onSaved={onClose}>
      <PressureFields />
      <FormFoot action={common('save')} onCancel={onClose} />
    </Form>
  );
}

function PressureFields() {
  const t = useTexts(texts);
  return (
    <>
      <FieldRow>
        <NumberField name="maxMessages" label={t('maxMessages')} min={1} max={1000} />
        <NumberField name="days" label={t('days')} unit={t('daysUnit')} min={1} max={366} />
      </FieldRow>
      <SelectField
        name="channel"
        label={t('channel')}
        nothing={t('allChannels')}
        clearable
        choices={CONSENT_CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
      />
      <SelectField
        name="purposeClass"
        label={t('counts')}
        hint={t('purposeHint')}
        choices={PRESSURE_PURPOSES.map((value) => ({ value, label: t(`purpose_${value}`) }))}
      />
    </>
  );
}
