import type { RelatedRule } from '../../../../contract/rule.ts';

/** Whether that many related records, or that much of them in all, is what the rule asks for. */
export const measureHolds = ({ count, value }: Pick<RelatedRule, 'count' | 'value'>, measured: number): boolean => {
  if (count === 'none') return measured === 0;
  if (count === 'exactly') return measured === value;
  if (count === 'more_than') return measured > value;
  return count === 'at_least' ? measured >= value : measured <= value;
};
