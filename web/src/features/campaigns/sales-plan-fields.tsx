import type { DispatchChannel } from '../../../../contract/campaigns.ts';
import { listSalesStages } from '../../../../contract/sales.ts';
import type { SalesLineInput } from '../../../../contract/sales-plan.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { LineEditor } from '../../sales-lines/line-editor.tsx';
import { salesTexts } from './sales-texts/texts.ts';

interface SalesPlanFieldsProps {
  channel: DispatchChannel;
  lines: readonly SalesLineInput[];
  onLines: (lines: SalesLineInput[]) => void;
  currency: string;
  locked?: boolean;
  /** The field of the form that holds the plan; absent where the form is the plan. */
  within?: string;
}

/** The fields of a plan, inside a form of one. */
export function SalesPlanFields({ channel, lines, onLines, currency, locked, within }: SalesPlanFieldsProps) {
  const t = useTexts(salesTexts);
  const at = (field: string) => (within ? `${within}.${field}` : field);
  return (
    <>
      <TextField name={at('title')} label={t('documentTitle')} hint={t('documentTitleHint')} />
      <LineEditor name={at('lines')} lines={lines} onChange={onLines} currency={currency} disabled={locked} />
      {channel === 'opportunity' ? <DealFields at={at} currency={currency} /> : null}
      {channel === 'offer' ? <OfferFields at={at} /> : null}
      {channel === 'invoice' ? <InvoiceFields at={at} /> : null}
    </>
  );
}

interface PartProps {
  /** The name of a field of the plan in the form. */
  at: (field: string) => string;
}

/** What a deal is worth and when, and whether anybody is told (E19). */
function DealFields({ at, currency }: PartProps & { currency: string }) {
  const t = useTexts(salesTexts);
  const stages = useEndpoint(listSalesStages, {}).data?.stages ?? [];
  return (
    <>
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
      <Switch name={at('mailed')} label={t('dealMailed')} hint={t('dealMailedHint')} />
    </>
  );
}

/** How long an offer holds, on which terms, and whether it is mailed. */
function OfferFields({ at }: PartProps) {
  const t = useTexts(salesTexts);
  return (
    <>
      <FieldRow>
        <NumberField name={at('validDays')} label={t('validDays')} unit={t('days')} min={1} max={365} />
      </FieldRow>
      <TextArea name={at('terms')} label={t('terms')} hint={t('termsHint')} rows={3} />
      <Switch name={at('mailed')} label={t('mailed')} hint={t('mailedHint')} />
    </>
  );
}

/** By when an invoice is to be paid, on which terms, and whether it is mailed (E19). */
function InvoiceFields({ at }: PartProps) {
  const t = useTexts(salesTexts);
  return (
    <>
      <FieldRow>
        <NumberField
          name={at('dueDays')}
          label={t('dueDays')}
          hint={t('dueDaysHint')}
          unit={t('days')}
          min={0}
          max={365}
        />
      </FieldRow>
      <TextArea name={at('terms')} label={t('terms')} hint={t('invoiceTermsHint')} rows={3} />
      <Switch name={at('mailed')} label={t('mailed')} hint={t('mailedHint')} />
    </>
  );
}
