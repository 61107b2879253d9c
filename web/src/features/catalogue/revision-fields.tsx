import { PRODUCT_KINDS } from '../../../../contract/catalogue.ts';
import { PRICE_CHANGES, type RevisionInput, ROUNDING_DIRECTIONS } from '../../../../contract/catalogue-revisions.ts';
import { MultiSelect, RadioField, SelectField } from '../../form/choice-fields.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldGroup, FieldRow } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Form } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/layout.tsx';
import { useGroupChoices, usePriceLists, useTagChoices } from './product-parts.tsx';
import { roundingKey, useRoundingChoices } from './rule-words.ts';
import { texts } from './texts/texts.ts';

export type RevisionForm = Form<RevisionInput>;

/** Which products: the marked ones, or filters that all must be met. */
export function SelectionFields({ form }: { form: RevisionForm }) {
  const t = useTexts(texts);
  const kinds = PRODUCT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }));
  const [groups, tags] = [useGroupChoices(), useTagChoices()];
  const marked = form.values.selection.productIds.length;
  return (
    <FieldGroup title={t('whichProducts')}>
      {marked > 0 ? (
        <Row>
          <span>{t('marked', { count: marked })}</span>
          <Button size="small" look="quiet" onClick={() => form.store.set('selection.productIds', [])}>
            {t('chooseByFilter')}
          </Button>
        </Row>
      ) : (
        <>
          <FieldRow>
            <MultiSelect
              name="selection.groupIds"
              label={t('productGroups')}
              nothing={t('anyGroup')}
              choices={groups}
            />
            <MultiSelect name="selection.tags" label={t('tags')} nothing={t('anyTag')} choices={tags} />
          </FieldRow>
          <FieldRow>
            <SelectField name="selection.kind" label={t('kind')} clearable nothing={t('anyKind')} choices={kinds} />
            <TextField name="selection.search" label={t('wordsInName')} />
          </FieldRow>
        </>
      )}
    </FieldGroup>
  );
}

const SCALE = { percent: 100, amount: 1, factor: 1000 } as const;
const FIRST = { percent: 500, amount: 0, factor: 1300 } as const;

/** By how much, kept in whole numbers whatever is typed. */
function ByField({ form, currency }: { form: RevisionForm; currency: string }) {
  const t = useTexts(texts);
  const { kind, by } = form.values.rule.change;
  const set = (value: number | null) =>
    form.store.set('rule.change.by', value === null ? null : Math.round(value * SCALE[kind]));
  const error = form.store.state.errors['rule.change.by']?.message;
  if (kind === 'amount')
    return <MoneyField name="rule.change.by" label={t('by_amount')} hint={t('byHint_amount')} currency={currency} />;
  const value = (by as number | null) === null ? null : by / SCALE[kind];
  const unit = kind === 'percent' ? { unit: '%', digits: 2 } : { digits: 3 };
  return (
    <NumberField
      label={t(`by_${kind}`)}
      hint={t(`byHint_${kind}`)}
      value={value}
      onChange={set}
      error={error}
      required
      {...unit}
    />
  );
}

function RoundingFields({ form, currency }: { form: RevisionForm; currency: string }) {
  const t = useTexts(texts);
  const { rounding } = form.values.rule;
  const choices = useRoundingChoices(currency, rounding);
  const choose = (key: string | null) => {
    const [step = 1, ending = 0] = (key ?? '1:0').split(':').map(Number);
    form.store.set('rule.rounding', { ...rounding, step, ending });
  };
  const directions = ROUNDING_DIRECTIONS.map((value) => ({ value, label: t(`round_${value}`) }));
  return (
    <FieldRow>
      <SelectField label={t('rounding')} choices={choices} value={roundingKey(rounding)} onChange={choose} />
      {rounding.step > 1 ? (
        <SelectField name="rule.rounding.direction" label={t('direction')} choices={directions} />
      ) : null}
    </FieldRow>
  );
}

/** What happens to each price. */
export function RuleFields({ form, currency }: { form: RevisionForm; currency: string }) {
  const t = useTexts(texts);
  const { rule } = form.values;
  const kinds = PRICE_CHANGES.map((value) => ({ value, label: t(`change_${value}`) }));
  return (
    <FieldGroup title={t('rule')}>
      <RadioField
        label={t('changeBy')}
        choices={kinds}
        value={rule.change.kind}
        onChange={(kind) => form.store.set('rule.change', { kind, by: FIRST[kind] })}
      />
      <FieldRow>
        <ByField form={form} currency={currency} />
        <NumberField
          label={t('minMargin')}
          hint={t('minMarginHint')}
          unit="%"
          digits={2}
          value={rule.minMargin === null ? null : rule.minMargin / 100}
          onChange={(value) => form.store.set('rule.minMargin', value === null ? null : Math.round(value * 100))}
          error={form.store.state.errors['rule.minMargin']?.message}
        />
      </FieldRow>
      <RoundingFields form={form} currency={currency} />
    </FieldGroup>
  );
}

export function WhereFields() {
  const t = useTexts(texts);
  const { choices } = usePriceLists();
  return (
    <FieldGroup title={t('what')}>
      <TextField name="name" label={t('name')} />
      <FieldRow>
        <SelectField name="listId" label={t('priceList')} choices={choices} />
        <DateField name="effectiveOn" label={t('holdsFrom')} hint={t('holdsFromHint')} />
      </FieldRow>
    </FieldGroup>
  );
}
