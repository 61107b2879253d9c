import { Day } from './moment.ts';
import { type FieldRule, type Operator, RULE_LIMITS, type RuleTree, type RuleValue } from './rule.ts';
import { OPERATORS_OF, type RuleField, type RuleFieldType } from './rule-fields.ts';

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
    | 'rule_wants_topic';
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
    case 'anniversary_in_next_days':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= RULE_LIMITS.days
        ? null
        : 'rule_wants_days';
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
  /** Of the person or of the firm: a rule over firms cannot ask about one person. */
  partyKind: 'contact' | 'company';
  fields: ReadonlyMap<string, RuleField>;
}

const checkLeaf = (leaf: FieldRule, at: string, { partyKind, fields }: RuleTerms): RuleProblem | null => {
  const field = fields.get(leaf.field);
  const problem = (code: RuleProblem['code'], params: RuleProblem['params'] = {}) => ({ field: at, code, params });
  if (field === undefined) return problem('rule_unknown_field', { name: leaf.field });
  if (partyKind === 'company' && field.entity === 'contact') return problem('rule_other_kind', { name: leaf.field });
  if (!OPERATORS_OF[field.type].includes(leaf.operator))
    return problem('rule_wrong_operator', { operator: leaf.operator, name: leaf.field });
  const wants = wantsOf(field, leaf.operator, leaf.value);
  return wants === null ? null : problem(wants, wants === 'rule_wants_days' ? { max: RULE_LIMITS.days } : {});
};

/** What is wrong with the fields, operators and values of a tree, leaf by leaf; `at` is where the tree stands in the input. */
export const checkRule = (tree: RuleTree, terms: RuleTerms, at: string): RuleProblem[] =>
  tree.rules.flatMap((rule, index) => {
    const here = at === '' ? `rules.${index}` : `${at}.rules.${index}`;
    if (rule.kind === 'group') return checkRule(rule, terms, here);
    const problem = rule.kind === 'field' ? checkLeaf(rule, here, terms) : null;
    return problem === null ? [] : [problem];
  });
