import { Day } from './moment.ts';
import {
  type FieldRule,
  type Operator,
  PERIODS,
  type RelatedRule,
  RULE_LIMITS,
  type Rule,
  type RuleTree,
  type RuleValue,
} from './rule.ts';
import { OPERATORS_OF, type RuleField, type RuleFieldType, type RuleRelation } from './rule-fields.ts';

export interface RuleProblem {
  /** Where the leaf stands in the input: `rule.rules.0.rules.2`. */
  field: string;
  code:
    | 'rule_unknown_field'
    | 'rule_other_kind'
    | 'rule_wrong_operator'
    | 'rule_wants_text'
    | 'rule_wants_number'
    | 'rule_wants_whole_number'
    | 'rule_wants_date'
    | 'rule_wants_days'
    | 'rule_wants_yes_no'
    | 'rule_wants_two'
    | 'rule_wants_choice'
    | 'rule_wants_topic'
    | 'rule_wants_period'
    | 'rule_wants_count'
    | 'rule_wants_sum'
    | 'rule_unknown_relation'
    | 'rule_segment_in_related';
  params: Record<string, string | number>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
/** PostgreSQL knows no year 0. */
const isDay = (value: unknown) => Day.safeParse(value).success && !String(value).startsWith('0000');
const isId = (value: unknown) => typeof value === 'string' && UUID.test(value);

type Wants = Extract<RuleProblem['code'], `rule_wants_${string}`>;

const ONE: Partial<Record<RuleFieldType, { holds: (value: unknown) => boolean; wants: Wants }>> = {
  text: { holds: isText, wants: 'rule_wants_text' },
  number: { holds: Number.isFinite, wants: 'rule_wants_number' },
  money: { holds: Number.isSafeInteger, wants: 'rule_wants_whole_number' },
  date: { holds: isDay, wants: 'rule_wants_date' },
  yes_no: { holds: (value) => typeof value === 'boolean', wants: 'rule_wants_yes_no' },
};

const wantsOf = ({ type }: RuleField, operator: Operator, value: RuleValue): Wants | null => {
  const list = Array.isArray(value) ? value : [];
  const one = ONE[type];
  switch (operator) {
    case 'is_empty':
    case 'is_filled':
      return null;
    case 'given':
    case 'withdrawn':
    case 'not_given':
      return list.length === 2 && isId(list[0]) && isText(list[1]) ? null : 'rule_wants_topic';
    case 'in_last_days':
    case 'in_next_days':
    case 'more_days_ago':
    case 'more_days_ahead':
    case 'anniversary_in_next_days':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= RULE_LIMITS.days
        ? null
        : 'rule_wants_days';
    case 'in_period':
    case 'anniversary_in_period':
      return (PERIODS as readonly unknown[]).includes(value) ? null : 'rule_wants_period';
    case 'any_of':
    case 'all_of':
    case 'none_of':
      if (list.length === 0 || !list.every(isText)) return 'rule_wants_choice';
      return (type === 'user' || type === 'id') && !list.every(isId) ? 'rule_wants_choice' : null;
    case 'between':
      if (list.length !== 2) return 'rule_wants_two';
      return list.every((end) => one?.holds(end)) ? null : (one?.wants ?? 'rule_wants_two');
    default:
      return one?.holds(value) ? null : (one?.wants ?? 'rule_wants_text');
  }
};

export interface RuleTerms {
  /** Whose fields may be named here (`SCOPE_OF`): a rule over firms cannot ask about one person. */
  scope: readonly string[];
  fields: ReadonlyMap<string, RuleField>;
  relations: ReadonlyMap<string, RuleRelation>;
  /** Inside the conditions of related records, which are not in segments. */
  related?: boolean;
}

type Problem = Omit<RuleProblem, 'field'>;
const problem = (code: RuleProblem['code'], params: RuleProblem['params'] = {}): Problem => ({ code, params });

const problemOfLeaf = (leaf: FieldRule, { scope, fields }: RuleTerms): Problem | null => {
  const field = fields.get(leaf.field);
  if (field === undefined) return problem('rule_unknown_field', { name: leaf.field });
  if (!scope.includes(field.entity)) return problem('rule_other_kind', { name: leaf.field });
  if (!OPERATORS_OF[field.type].includes(leaf.operator))
    return problem('rule_wrong_operator', { operator: leaf.operator, name: leaf.field });
  const wants = wantsOf(field, leaf.operator, leaf.value);
  return wants === null ? null : problem(wants, wants === 'rule_wants_days' ? { max: RULE_LIMITS.days } : {});
};

const MOST = 1_000_000;

const problemOfRelated = (rule: RelatedRule, { scope, fields, relations }: RuleTerms): Problem | null => {
  const relation = relations.get(rule.relation);
  if (relation === undefined) return problem('rule_unknown_relation', { name: rule.relation });
  if (!scope.includes(relation.from)) return problem('rule_other_kind', { name: rule.relation });
  if (rule.sum === null) {
    const counts = Number.isInteger(rule.value) && rule.value >= 0 && rule.value <= MOST;
    return counts || rule.count === 'none' ? null : problem('rule_wants_count', { max: MOST });
  }
  const field = fields.get(rule.sum);
  const adds = field?.entity === relation.to && (field.type === 'money' || field.type === 'number');
  if (!adds || rule.count === 'none') return problem('rule_wants_sum');
  return Number.isFinite(rule.value) && (field.type === 'number' || Number.isSafeInteger(rule.value))
    ? null
    : problem('rule_wants_number');
};

const below = (at: string, step: string) => (at === '' ? step : `${at}.${step}`);

const checkNode = (rule: Rule, terms: RuleTerms, here: string): RuleProblem[] => {
  if (rule.kind === 'group') return checkRule(rule, terms, here);
  if (rule.kind === 'segment') return terms.related ? [{ field: here, ...problem('rule_segment_in_related') }] : [];
  const found = rule.kind === 'related' ? problemOfRelated(rule, terms) : null;
  if (rule.kind === 'related' && found === null) {
    const scope = [terms.relations.get(rule.relation)!.to];
    return checkRule(rule.where, { ...terms, scope, related: true }, below(here, 'where'));
  }
  const wrong = rule.kind === 'field' ? problemOfLeaf(rule, terms) : found;
  return wrong === null ? [] : [{ field: here, ...wrong }];
};

/** What is wrong with the fields, relations, operators and values of a tree, leaf by leaf; `at` is where the tree stands in the input. */
export const checkRule = (tree: RuleTree, terms: RuleTerms, at: string): RuleProblem[] =>
  tree.rules.flatMap((rule, index) => checkNode(rule, terms, below(at, `rules.${index}`)));
