import {
  EVERYBODY,
  type FieldRule,
  type Operator,
  type RelatedRule,
  type Rule,
  type RuleGroup,
  type RuleTree,
  type RuleValue,
} from '../../../contract/rule.ts';
import { OPERATORS_OF, type RuleField, type RuleRelation } from '../../../contract/rule-fields.ts';

const VALUELESS: readonly Operator[] = ['is_empty', 'is_filled'];
const DAYS: readonly Operator[] = [
  'in_last_days',
  'in_next_days',
  'more_days_ago',
  'more_days_ahead',
  'anniversary_in_next_days',
];
const PERIODIC: readonly Operator[] = ['in_period', 'anniversary_in_period'];
const LISTS: readonly Operator[] = ['any_of', 'all_of', 'none_of'];

export type ValueShape = 'none' | 'days' | 'period' | 'list' | 'two' | 'consent' | 'one';

export const shapeOf = (operator: Operator): ValueShape => {
  if (VALUELESS.includes(operator)) return 'none';
  if (DAYS.includes(operator)) return 'days';
  if (PERIODIC.includes(operator)) return 'period';
  if (LISTS.includes(operator)) return 'list';
  if (operator === 'between') return 'two';
  return operator === 'given' || operator === 'withdrawn' || operator === 'not_given' ? 'consent' : 'one';
};

const DEFAULT_DAYS = 30;

const emptyValue = (operator: Operator, field: RuleField): RuleValue => {
  switch (shapeOf(operator)) {
    case 'days':
      return DEFAULT_DAYS;
    case 'period':
      return 'this_week';
    case 'list':
    case 'two':
      return [];
    case 'consent':
      return field.options.length === 1 ? [field.options[0]?.value ?? '', 'email'] : ['', 'email'];
    case 'one':
      return field.type === 'yes_no' ? true : null;
    default:
      return null;
  }
};

/** What may be asked of a field in the builder: which company a person belongs to is asked by name or by segment. */
export const operatorsOf = ({ type, options }: RuleField): readonly Operator[] =>
  type === 'id' && options.length === 0 ? ['is_filled', 'is_empty'] : OPERATORS_OF[type];

export const newCondition = (field: RuleField): FieldRule => {
  const operator = operatorsOf(field)[0] ?? 'is_filled';
  return { kind: 'field', field: field.name, operator, value: emptyValue(operator, field) };
};

/** Keeps the value where it fits the new comparison too. */
export const withOperator = (rule: FieldRule, operator: Operator, field: RuleField): FieldRule => {
  const keeps = shapeOf(operator) === shapeOf(rule.operator);
  return { ...rule, operator, value: keeps ? rule.value : emptyValue(operator, field) };
};

export const newRelated = ({ name }: RuleRelation): RelatedRule => ({
  kind: 'related',
  relation: name,
  count: 'at_least',
  value: 1,
  sum: null,
  where: EVERYBODY,
});

export const newGroup = (): RuleGroup => ({ kind: 'group', match: 'any', rules: [] });

export const replaced = (group: RuleGroup, index: number, rule: Rule): RuleGroup => ({
  ...group,
  rules: group.rules.map((one, at) => (at === index ? rule : one)),
});

export const removed = (group: RuleGroup, index: number): RuleGroup => ({
  ...group,
  rules: group.rules.filter((_, at) => at !== index),
});

export const moved = (group: RuleGroup, index: number, by: 1 | -1): RuleGroup => {
  const rules = [...group.rules];
  const [rule] = rules.splice(index, 1);
  if (rule !== undefined) rules.splice(index + by, 0, rule);
  return { ...group, rules };
};

/** Without the leaves at these paths (`rules.0.rules.2`), and without groups that this leaves empty. */
export const without = (tree: RuleTree, paths: ReadonlySet<string>, at = ''): RuleTree => ({
  ...tree,
  rules: tree.rules.flatMap((rule, index): Rule[] => {
    const here = `${at}rules.${index}`;
    if (paths.has(here)) return [];
    if (rule.kind === 'related') return [{ ...rule, where: without(rule.where, paths, `${here}.where.`) }];
    if (rule.kind !== 'group') return [rule];
    const inner = without(rule, paths, `${here}.`);
    return inner.rules.length === 0 ? [] : [inner];
  }),
});
