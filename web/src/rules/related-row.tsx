import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { COUNTS, type Count, type RelatedRule } from '../../../contract/rule.ts';
import type { RuleField, RuleRelation } from '../../../contract/rule-fields.ts';
import { conditionSentence } from '../../../contract/rule-sentence.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { MoneyField, NumberField } from '../form/number-field.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { RowProps } from './editor-props.ts';
import { MoveButtons, moveByKey } from './move-buttons.tsx';
import { texts } from './texts/texts.ts';

interface RelatedRowProps extends RowProps<RelatedRule> {
  relation: RuleRelation;
  /** The editor of the conditions that they meet together. */
  children: ReactNode;
}

/** How many related records there must be, and what holds for each of them. */
export function RelatedRow({ rule, relation, children, ...props }: RelatedRowProps) {
  const t = useTexts(texts);
  const { onMove, onRemove, terms } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row in every browser
    <div
      className="rule-related"
      role="group"
      aria-label={conditionSentence(rule, terms.sentence)}
      onKeyDown={(event) => moveByKey(event, onMove)}
    >
      <div className="rule-row">
        <Measure {...props} rule={rule} relation={relation} />
        <div className="rule-moves">
          <MoveButtons onMove={onMove} />
          <IconButton label={t('removeCondition')} icon={<IconTrash size={16} />} onClick={onRemove} />
        </div>
      </div>
      {children}
    </div>
  );
}

const NUMBER = 'number';

function Measure({ rule, relation, terms, onChange }: Omit<RelatedRowProps, 'children'>) {
  const t = useTexts(texts);
  const label = relation.label[terms.language];
  const sums = [...terms.fields.values()].filter(
    ({ entity, type, archived }) => entity === relation.to && (type === 'number' || type === 'money') && !archived,
  );
  const choose = (chosen: string | null) => {
    const sum = chosen === null || chosen === NUMBER ? null : chosen;
    const count = sum !== null && rule.count === 'none' ? 'at_least' : rule.count;
    onChange({ ...rule, sum, count, value: sum === null ? 1 : 0 });
  };
  return (
    <div className="rule-parts">
      <div className="rule-field">
        <SelectField
          label={t('measure')}
          hideLabel
          choices={[
            { value: NUMBER, label: t('numberOf', { label }) },
            ...sums.map((field) => ({
              value: field.name,
              label: t('sumOf', { field: field.label[terms.language], label }),
            })),
          ]}
          value={rule.sum ?? NUMBER}
          onChange={choose}
        />
      </div>
      <div className="rule-operator">
        <SelectField<Count>
          label={t('comparison')}
          hideLabel
          choices={COUNTS.filter((count) => count !== 'none' || rule.sum === null).map((value) => ({
            value,
            label: t(`count_${value}`),
          }))}
          value={rule.count}
          onChange={(count) => count && onChange({ ...rule, count })}
        />
      </div>
      <div className="rule-value">
        <HowMuch rule={rule} field={rule.sum === null ? undefined : terms.fields.get(rule.sum)} onChange={onChange} />
      </div>
    </div>
  );
}

interface HowMuchProps {
  rule: RelatedRule;
  field: RuleField | undefined;
  onChange: (rule: RelatedRule) => void;
}

function HowMuch({ rule, field, onChange }: HowMuchProps) {
  const t = useTexts(texts);
  if (rule.count === 'none') return null;
  const common = { label: t('value'), hideLabel: true, value: rule.value } as const;
  const change = (value: number | null) => onChange({ ...rule, value: value ?? 0 });
  if (field?.type === 'money') return <MoneyField {...common} currency={field.currency ?? 'EUR'} onChange={change} />;
  return field === undefined ? (
    <NumberField {...common} min={0} onChange={change} />
  ) : (
    <NumberField {...common} digits={6} onChange={change} />
  );
}
