import { campaignHistory } from '../../../../contract/campaigns.ts';
import { addRevenueLine, campaignMoney, type RevenueLine, updateRevenueLine } from '../../../../contract/money.ts';
import { wallTimeOf } from '../../../../contract/wall-time.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { useHere } from './campaign-context.ts';
import { moneyTexts } from './money-texts/texts.ts';
import { useActionName } from './words.tsx';

interface RevenueFormProps {
  /** Null: a new one. */
  line: RevenueLine | null;
  currency: string;
  onClose: () => void;
}

const stale = { invalidate: [campaignMoney, campaignHistory], toast: false };

export function RevenueForm({ line, currency, onClose }: RevenueFormProps) {
  const t = useTexts(moneyTexts);
  const common = useTexts(shared);
  const { campaign } = useHere();
  const nameOf = useActionName();
  const { timeZone } = useFormat();
  const add = useAction(addRevenueLine, stale);
  const update = useAction(updateRevenueLine, stale);
  const form = useForm({
    schema: addRevenueLine.input.omit({ id: true }),
    start: {
      label: line?.label ?? '',
      actionId: line?.actionId ?? null,
      amountMinor: line?.amountMinor ?? null,
      won: line?.won ?? 1,
      earnedOn: line?.earnedOn ?? wallTimeOf(new Date().toISOString(), timeZone).slice(0, 10),
    },
    send: async (values) => {
      if (line) await update.runAsync({ ...values, id: line.id });
      else await add.runAsync({ ...values, id: campaign.id });
      onClose();
    },
  });
  return (
    <Modal open onClose={onClose} title={t(line ? 'editRevenue' : 'addRevenue')}>
      <Form form={form}>
        <TextField name="label" label={t('label')} autoFocus />
        <FieldRow>
          <MoneyField name="amountMinor" label={t('amount')} currency={currency} />
          <NumberField name="won" label={t('won')} min={0} />
          <DateField name="earnedOn" label={t('earnedOn')} />
        </FieldRow>
        <SelectField
          name="actionId"
          label={t('belongsTo')}
          clearable
          nothing={t('whole')}
          choices={campaign.actions.map((action) => ({ value: action.id, label: nameOf(action) }))}
        />
        <FormFoot action={common('save')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
