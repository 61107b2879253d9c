import { IconTrash } from '@tabler/icons-react';
import type { FieldRule, Operator, RelatedRule, SegmentRule } from '../../../contract/rule.ts';
import { conditionSentence } from '../../../contract/rule-sentence.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { RowProps } from './editor-props.ts';
import { MoveButtons, moveByKey } from './move-buttons.tsx';
import { operatorLabel } from './operator-label.ts';
import { texts } from './texts/texts.ts';
import { newCondition, operatorsOf, withOperator } from './tree.ts';
import { fieldsIn } from './use-rule-terms.ts';
import { ValueEditor } from './value-editor.tsx';

/** One condition, one named segment, or a relation there is no more; Alt with the arrows moves it. */
export function RuleRow({ rule, ...props }: RowProps<FieldRule | SegmentRule | RelatedRule>) {
  const t = useTexts(texts);
  const { onMove, onRemove, terms, path } = props;
  const sentence = conditionSentence(rule, terms.sentence);
  const problem = props.problems.get(path);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row in every browser
    <div className="rule-row" role="group" aria-label={sentence} onKeyDown={(event) => moveByKey(event, onMove)}>
      <div className="rule-parts">
        {rule.kind === 'field' ? <FieldParts {...props} rule={rule} problem={problem} /> : null}
        {rule.kind === 'segment' ? <SegmentParts {...props} rule={rule} problem={problem} /> : null}
        {rule.kind === 'related' ? <p className="text-quiet">{problem ?? sentence}</p> : null}
      </div>
      <div className="rule-moves">
        <MoveButtons onMove={onMove} />
        <IconButton label={t('removeCondition')} icon={<IconTrash size={16} />} onClick={onRemove} />
      </div>
    </div>
  );
}

function FieldParts({ rule, terms, onChange, problem }: RowProps<FieldRule> & { problem: string | undefined }) {
  const t = useTexts(texts);
  const field = terms.fields.get(rule.field);
  const choices = fieldsIn(terms, rule.field).map((one) => ({ value: one.name, label: terms.labelOf(one) }));
  const choose = (name: string | null) => {
    const next = name === null ? undefined : terms.fields.get(name);
    if (next !== undefined && next.name !== rule.field) onChange(newCondition(next));
  };
  return (
    <>
      <div className="rule-field">
        <SelectField
          label={t('field')}
          hideLabel
          choices={field === undefined ? [...choices, { value: rule.field, label: rule.field }] : choices}
          value={rule.field}
          onChange={choose}
          error={field === undefined ? problem : undefined}
        />
      </div>
      {field === undefined ? null : (
        <>
          <div className="rule-operator">
            <SelectField<Operator>
              label={t('comparison')}
              hideLabel
              choices={operatorsOf(field).map((value) => ({ value, label: operatorLabel(t, value, field.type) }))}
              value={rule.operator}
              onChange={(operator) => operator && onChange(withOperator(rule, operator, field))}
            />
          </div>
          <div className="rule-value">
            <ValueEditor rule={rule} field={field} error={problem} onChange={(value) => onChange({ ...rule, value })} />
          </div>
        </>
      )}
    </>
  );
}

function SegmentParts({
  rule,
  terms,
  without,
  onChange,
  problem,
}: RowProps<SegmentRule> & { problem: string | undefined }) {
  const t = useTexts(texts);
  const choices = terms.segments.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="rule-field">
        <SelectField
          label={t('comparison')}
          hideLabel
          choices={[
            { value: 'in', label: t('isInSegment') },
            { value: 'out', label: t('isNotInSegment') },
          ]}
          value={rule.negate ? 'out' : 'in'}
          onChange={(value) => onChange({ ...rule, negate: value === 'out' })}
        />
      </div>
      <div className="rule-value">
        <SelectField
          label={t('segment')}
          hideLabel
          choices={choices}
          value={rule.segmentId}
          onChange={(segmentId) => segmentId && onChange({ ...rule, segmentId })}
          error={problem}
        />
      </div>
    </>
  );
}
