import type { SegmentId } from '../../../contract/ids.ts';
import type { Rule } from '../../../contract/rule.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';
import { newCondition, newRelated } from './tree.ts';
import { fieldsIn, type RuleTerms, relationsIn } from './use-rule-terms.ts';

interface AddConditionProps {
  terms: RuleTerms;
  without: string | undefined;
  onAdd: (rule: Rule) => void;
}

const SEGMENT = 'segment:';
const RELATED = 'related:';

/** Every field, what can be counted, then every segment; choosing one adds the condition. */
export function AddCondition({ terms, without, onAdd }: AddConditionProps) {
  const t = useTexts(texts);
  const choices = [
    ...fieldsIn(terms).map((field) => ({ value: field.name, label: terms.labelOf(field) })),
    ...relationsIn(terms).map((relation) => ({
      value: `${RELATED}${relation.name}`,
      label: t('hasRelated', { label: relation.label[terms.language] }),
    })),
    ...terms.segments
      .filter(({ id }) => id !== without)
      .map(({ id, name }) => ({ value: `${SEGMENT}${id}`, label: t('inSegment', { name }) })),
  ];
  const add = (value: string | null) => {
    const field = value === null ? undefined : terms.fields.get(value);
    const relation = value?.startsWith(RELATED) ? terms.relations.get(value.slice(RELATED.length)) : undefined;
    if (field !== undefined) onAdd(newCondition(field));
    else if (relation !== undefined) onAdd(newRelated(relation));
    else if (value?.startsWith(SEGMENT))
      onAdd({ kind: 'segment', segmentId: value.slice(SEGMENT.length) as SegmentId, negate: false });
  };
  return (
    <SelectField
      label={t('addCondition')}
      hideLabel
      nothing={t('addConditionHint')}
      choices={choices}
      value={null}
      onChange={add}
    />
  );
}
