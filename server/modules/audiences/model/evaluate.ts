import type { RulePartyKind } from '../../../../contract/audience.ts';
import type { FieldRule, Operator, Period, RelatedRule, Rule, RuleTree } from '../../../../contract/rule.ts';
import { addDays, daysOf, inYear } from './day.ts';
import { measureHolds } from './measure.ts';
import type { SegmentTerms } from './segment-tree.ts';

/** A field's value of one party; null or an empty list when there is none. */
export type Value = string | number | boolean | readonly string[] | null;

export interface Evaluating {
  value(field: string): Value;
  /** The values of each record that a relation leads to. */
  related?(relation: string): Pick<Evaluating, 'value' | 'related'>[];
  segments: ReadonlyMap<string, SegmentTerms>;
  /** Whether there is a record of this kind beside it: a person may have no firm, an asset no owner. */
  has?(kind: RulePartyKind): boolean;
  today: string;
}

const lower = (value: unknown) => String(value).toLowerCase();
const isEmpty = (value: Value) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

const within = (value: Value, from: string, to: string) => String(value) >= from && String(value) <= to;

const hasAnniversary = (day: string, from: string, to: string) => {
  const years = [from, to].map((end) => Number(end.slice(0, 4)));
  return to >= addDays(from, 366) || years.some((year) => within(inYear(day, year), from, to));
};

const equal = (value: Value, given: unknown) =>
  typeof value === 'string' ? lower(value) === lower(given) : value === given;
const compare = (value: Value, given: unknown) =>
  String(value) < String(given) ? -1 : Number(String(value) > String(given));
const order = (value: Value, given: unknown) =>
  typeof value === 'number' ? value - Number(given) : compare(value, given);

type Test = (value: Exclude<Value, null>, given: never, today: string) => boolean;

const anyOf = (value: Value, given: string[]) =>
  Array.isArray(value) ? given.some((one) => value.includes(one)) : given.some((one) => equal(value, one));

/** Of values that are there; `is_empty` and the denials are told below. */
const TESTS: Partial<Record<Operator, Test>> = {
  is: (value, given) => equal(value, given),
  contains: (value, given) => lower(value).includes(lower(given)),
  starts_with: (value, given) => lower(value).startsWith(lower(given)),
  ends_with: (value, given) => lower(value).endsWith(lower(given)),
  less: (value, given) => order(value, given) < 0,
  more: (value, given) => order(value, given) > 0,
  between: (value, given: [unknown, unknown]) => order(value, given[0]) >= 0 && order(value, given[1]) <= 0,
  in_last_days: (value, given, today) => within(value, addDays(today, -Number(given)), today),
  in_next_days: (value, given, today) => within(value, today, addDays(today, Number(given))),
  more_days_ago: (value, given, today) => String(value) < addDays(today, -Number(given)),
  more_days_ahead: (value, given, today) => String(value) > addDays(today, Number(given)),
  in_period: (value, given: Period, today) => within(value, ...daysOf(given, today)),
  anniversary_in_next_days: (value, given, today) =>
    hasAnniversary(String(value), today, addDays(today, Number(given))),
  anniversary_in_period: (value, given: Period, today) => hasAnniversary(String(value), ...daysOf(given, today)),
  any_of: (value, given) => anyOf(value, given),
  all_of: (value, given: string[]) => Array.isArray(value) && given.every((one) => value.includes(one)),
};

const DENIED: Partial<Record<Operator, Operator>> = { is_not: 'is', contains_not: 'contains', none_of: 'any_of' };

const evaluateLeaf = ({ field, operator, value: given }: FieldRule, context: Evaluating): boolean => {
  const value = context.value(field);
  if (operator === 'is_empty') return isEmpty(value);
  if (operator === 'is_filled') return !isEmpty(value);
  const asked = DENIED[operator] ?? operator;
  const holds = value !== null && (TESTS[asked]?.(value, given as never, context.today) ?? false);
  return asked === operator ? holds : !holds;
};

const evaluateRelated = (rule: RelatedRule, context: Evaluating): boolean => {
  const met = (context.related?.(rule.relation) ?? []).filter((record) =>
    evaluateRule(rule.where, { ...context, ...record }),
  );
  const { sum } = rule;
  const measured = sum === null ? met.length : met.reduce((total, record) => total + Number(record.value(sum) ?? 0), 0);
  return measureHolds(rule, measured);
};

const evaluateNode = (rule: Rule, context: Evaluating): boolean => {
  if (rule.kind === 'group') return evaluateRule(rule, context);
  if (rule.kind === 'field') return evaluateLeaf(rule, context);
  if (rule.kind === 'related') return evaluateRelated(rule, context);
  const segment = context.segments.get(rule.segmentId);
  const asked = segment !== undefined && (context.has?.(segment.partyKind) ?? true);
  return (asked && evaluateRule(segment.rule, context)) !== rule.negate;
};

/** Whether one party meets a rule, said plainly: what the compiled SQL is held against. Consent is beyond it. */
export const evaluateRule = ({ match, rules }: RuleTree, context: Evaluating): boolean => {
  if (rules.length === 0) return true;
  if (match === 'all') return rules.every((rule) => evaluateNode(rule, context));
  const any = rules.some((rule) => evaluateNode(rule, context));
  return match === 'any' ? any : !any;
};
