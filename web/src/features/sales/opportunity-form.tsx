import {
  createOpportunity,
  getOpportunity,
  listOpportunities,
  listSalesStages,
  type Opportunity,
  updateOpportunity,
} from '../../../../contract/sales.ts';
import type { SalesLineInput } from '../../../../contract/sales-plan.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldGroup, FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { MoneyField } from '../../form/number-field.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CurrencyField } from '../../locale-fields/currency-field.tsx';
import { LineEditor } from '../../sales-lines/line-editor.tsx';
import { texts as lineTexts } from '../../sales-lines/texts/texts.ts';
import { useSession } from '../../session/session.ts';
import { type PartyChosen, PartyFields } from './party-fields.tsx';
import { texts } from './texts/texts.ts';

interface OpportunityFormProps {
  /** Null for a new one. */
  opportunity: Opportunity | null;
  party: PartyChosen | null;
  onSaved: (opportunity: Opportunity) => void;
  onCancel: () => void;
}

const linesOf = (opportunity: Opportunity | null): SalesLineInput[] =>
  (opportunity?.lines ?? []).map(({ productId, quantity, priceMinor }) => ({ productId, quantity, priceMinor }));

function useOpportunityForm({ opportunity, party, onSaved }: OpportunityFormProps) {
  const common = useTexts(shared);
  const { user, installation } = useSession();
  const options = { invalidate: [listOpportunities, getOpportunity], toast: false, onSuccess: onSaved };
  const create = useAction(createOpportunity, options);
  const update = useAction(updateOpportunity, { ...options, done: common('saved') });
  return useForm({
    schema: opportunity
      ? updateOpportunity.input.omit({ id: true }).required({ title: true })
      : createOpportunity.input,
    start: {
      title: opportunity?.title ?? '',
      note: opportunity?.note ?? '',
      stageId: opportunity?.stage.id ?? '',
      ownerId: opportunity?.owner.id ?? user?.id ?? '',
      closesOn: opportunity?.closesOn ?? '',
      ownValueMinor: opportunity?.ownValueMinor ?? null,
      lines: linesOf(opportunity),
      ...(opportunity ? {} : { party, currency: installation?.currency ?? 'EUR' }),
    },
    send: async (values) => {
      if (opportunity) await update.runAsync({ ...values, id: opportunity.id });
      else await create.runAsync(values as never);
    },
  });
}

/** Everything about a deal that can be typed. */
export function OpportunityForm(props: OpportunityFormProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const lines = useTexts(lineTexts);
  const form = useOpportunityForm(props);
  const stages = useEndpoint(listSalesStages, {}).data?.stages ?? [];
  const { opportunity, onCancel } = props;
  const currency = opportunity?.currency ?? (form.values as { currency?: string }).currency ?? 'EUR';
  const set = form.set as (name: string, value: unknown) => void;
  return (
    <Form form={form}>
      <FieldGroup title={t('details')}>
        <TextField name="title" label={t('title')} autoFocus={!opportunity} />
        {opportunity ? null : <PartyFields party={props.party} onChange={(party) => set('party', party)} />}
        <FieldRow>
          <SelectField
            name="stageId"
            label={t('stage')}
            nothing={stages[0]?.name}
            choices={stages.map(({ id, name }) => ({ value: id as string, label: name }))}
          />
          <UserField name="ownerId" label={t('owner')} />
          <DateField name="closesOn" label={t('closesOn')} />
        </FieldRow>
        <FieldRow>
          <MoneyField name="ownValueMinor" label={t('ownValue')} hint={t('ownValueHint')} currency={currency} />
          {opportunity ? null : <CurrencyField name="currency" label={t('currency')} />}
        </FieldRow>
        <TextArea name="note" label={t('note')} rows={3} />
      </FieldGroup>
      <FieldGroup title={lines('products')}>
        <LineEditor lines={form.values.lines} onChange={(next) => set('lines', next)} currency={currency} />
      </FieldGroup>
      <FormFoot action={opportunity ? common('save') : t('createOpportunity')} onCancel={onCancel} />
    </Form>
  );
}
