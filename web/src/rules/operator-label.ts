import type { Operator } from '../../../contract/rule.ts';
import type { RuleFieldType } from '../../../contract/rule-fields.ts';
import type { Translate } from '../i18n/use-texts.ts';
import type { en } from './texts/en.ts';

/** A comparison in the builder: numbers are less, dates are before; a field with many values has some or all of them. */
export const operatorLabel = (t: Translate<typeof en>, operator: Operator, type: RuleFieldType): string => {
  if (type === 'date' && operator === 'less') return t('op_before');
  if (type === 'date' && operator === 'more') return t('op_after');
  const many = type === 'many_of' || type === 'tags';
  if (many && operator === 'any_of') return t('op_has_any');
  if (many && operator === 'none_of') return t('op_has_none');
  return t(`op_${operator}`);
};
