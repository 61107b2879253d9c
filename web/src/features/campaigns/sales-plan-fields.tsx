import { listSalesStages } from '../../../../contract/sales.ts';
import type { SalesLineInput } from '../../../../contract/sales-plan.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { LineEditor } from '../../sales-lines/line-editor.tsx';
import { salesTexts } from './sales-texts/texts.ts';

interface SalesPlanFieldsProps {
  lines: readonly SalesLineInput[];
  onLines: (lines: SalesLineInput[]) => void;
  currency: string;
  locked?: boolean;
  /** The field of the form that holds the plan; absent where the form is the plan. */
  within?: string;
}

/** The fields of a plan, inside a form of one. */
export function SalesPlanFields({ lines, onLines, currency, locked, within }: SalesPlanFieldsProps) {
  const t = useTexts(salesTexts);
  const at = (field: string) => (within ? `${within}.${field}` : field);
  const stages = useEndpoint(listSalesStages, {}).data?.stages ?? [];
  return (
    <>
      <TextField name={at('title')} label={t('documentTitle')} hint={t('documentTitleHint')} />
      <LineEditor name={at('lines')} lines={lines} onChange={onLines} currency={currency} disabled={locked} />
      <FieldRow>
        <MoneyField name={at('valueMinor')} label={t('value')} hint={t('valueHint')} currency={currency} />
        <SelectField
          name={at('stageId')}
          label={t('stage')}
          clearable
          nothing={t('firstStage')}
          choices={stages.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
        <NumberField name={at('closesInDays')} label={t('closesInDays')} unit={t('days')} min={0} max={3650} />
      </FieldRow>
    </>
  );
}
