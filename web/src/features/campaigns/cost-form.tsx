import { campaignHistory } from '../../../../contract/campaigns.ts';
import { addCostLine, COST_BASES, type CostLine, campaignMoney, updateCostLine } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Modal } from '../../ui/modal.tsx';
import { useHere } from './campaign-context.ts';
import { moneyTexts } from './money-texts/texts.ts';
import { useActionName } from './words.tsx';

interface CostFormProps {
  /** Null: a new one. */
  line: CostLine | null;
  currency: string;
  onClose: () => void;
}

const stale = { invalidate: [campaignMoney, campaignHistory], toast: false };

export function CostForm({ line, currency, onClose }: CostFormProps) {
  const t = useTexts(moneyTexts);
  const common = useTexts(shared);
  const { campaign } = useHere();
  const nameOf = useActionName();
  const add = useAction(addCostLine, stale);
  const update = useAction(updateCostLine, stale);
  const form = useForm({
    schema: addCostLine.input.omit({ id: true }),
    start: {
      label: line?.label ?? '',
      basis: line?.basis ?? 'fixed',
      actionId: line?.actionId ?? null,
      expectedMinor: line?.expectedMinor ?? null,
      expectedUnits: line?.expectedUnits ?? null,
      actualMinor: line?.actualMinor ?? null,
    },
    send: async (values) => {
      if (line) await update.runAsync({ ...values, id: line.id });
      else await add.runAsync({ ...values, id: campaign.id });
      onClose();
    },
  });
  const perUnit = form.values.basis === 'per_unit';
  return (
    <Modal open onClose={onClose} title={t(line ? 'editCost' : 'addCost')}>
      <Form form={form}>
        <TextField name="label" label={t('label')} autoFocus />
        <RadioField
          name="basis"
          label={t('basis')}
          choices={COST_BASES.map((basis) => ({ value: basis, label: t(`basis_${basis}`) }))}
        />
        <SelectField
          name="actionId"
          label={t('belongsTo')}
          clearable
          nothing={t('whole')}
          choices={campaign.actions.map((action) => ({ value: action.id, label: nameOf(action) }))}
        />
        <FieldRow>
          <MoneyField
            name="expectedMinor"
            label={t(perUnit ? 'expectedPrice' : 'expectedAmount')}
            currency={currency}
          />
          {perUnit ? (
            <NumberField name="expectedUnits" label={t('expectedUnits')} hint={t('expectedUnitsHint')} min={0} />
          ) : null}
          <MoneyField
            name="actualMinor"
            label={t(perUnit ? 'actualPrice' : 'actualAmount')}
            hint={perUnit ? t('actualPriceHint') : undefined}
            currency={currency}
          />
        </FieldRow>
        <FormFoot action={common('save')} onCancel={onClose} />
      </Form>
    </Modal>
  );
}
