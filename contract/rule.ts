import { z } from 'zod';
import { SegmentId } from './ids.ts';

export const RULE_LIMITS = { levels: 50, leaves: 10_000, choices: 10_000, textLength: 1000, days: 36_500 } as const;

export const MATCHES = ['all', 'any', 'none'] as const;
export type Match = (typeof MATCHES)[number];

export const OPERATORS = [
  'is',
  'is_not',
  'contains',
  'contains_not',
  'starts_with',
  'ends_with',
  'less',
  'more',
  'between',
  'in_last_days',
  'in_next_days',
  'more_days_ago',
  'more_days_ahead',
  'in_period',
  'anniversary_in_next_days',
  'anniversary_in_period',
  'any_of',
  'all_of',
  'none_of',
  'is_empty',
  'is_filled',
  'given',
  'withdrawn',
  'not_given',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Spans of the calendar around the present day; a week begins on Monday. */
export const PERIODS = [
  'today',
  'this_week',
  'next_week',
  'last_week',
  'this_month',
  'next_month',
  'last_month',
  'this_year',
  'next_year',
  'last_year',
] as const;
export type Period = (typeof PERIODS)[number];

/** How many related records, or how much of one of their fields in all, there must be. */
export const COUNTS = ['at_least', 'more_than', 'at_most', 'exactly', 'none'] as const;
export type Count = (typeof COUNTS)[number];

const Scalar = z.union([z.string().max(RULE_LIMITS.textLength), z.number(), z.boolean()]);
const RuleValue = z.union([
  Scalar,
  z.array(z.union([z.string().max(RULE_LIMITS.textLength), z.number()])).max(RULE_LIMITS.choices),
]);
/** One value, a list (choices, or the two ends of a range), or null where the operator needs none. Money is minor units, a date `YYYY-MM-DD`. */
export type RuleValue = z.output<typeof RuleValue> | null;

/** Compares one field of the person or company, named as the registry of fields names it: `contact.country`, `company.custom.fleet_size`. */
export const FieldRule = z.object({
  kind: z.literal('field'),
  field: z.string().min(1).max(200),
  operator: z.enum(OPERATORS),
  value: RuleValue.nullable().default(null),
});
export type FieldRule = z.output<typeof FieldRule>;

/** Whoever is in another segment, or with `negate` whoever is not. */
export const SegmentRule = z.object({
  kind: z.literal('segment'),
  segmentId: SegmentId,
  negate: z.boolean().default(false),
});
export type SegmentRule = z.output<typeof SegmentRule>;

/** `none`: not one of the rules holds. A group without rules asks nothing: it holds. */
export interface RuleGroup {
  kind: 'group';
  match: Match;
  rules: Rule[];
}
/**
 * Counts records that belong to the party and meet all of `where` together: “owns at least 2 assets where …”. With `sum` that field of
 * them is added up instead: `value` is then an amount in its unit.
 */
export interface RelatedRule {
  kind: 'related';
  /** Named as the registry names it: `contact.assets`. */
  relation: string;
  count: Count;
  value: number;
  sum: string | null;
  where: RuleGroup;
}
export type Rule = RuleGroup | FieldRule | SegmentRule | RelatedRule;
export type RuleTree = RuleGroup;

const Group = z.object({
  kind: z.literal('group'),
  match: z.enum(MATCHES),
  get rules() {
    return z.array(Node);
  },
});
const Related = z.object({
  kind: z.literal('related'),
  relation: z.string().min(1).max(200),
  count: z.enum(COUNTS).default('at_least'),
  value: z.number().default(1),
  sum: z.string().min(1).max(200).nullable().default(null),
  get where() {
    return Group;
  },
});
const Node: z.ZodType<Rule> = z.lazy(() => z.discriminatedUnion('kind', [FieldRule, SegmentRule, Related, Group]));

/** A rule that asks nothing: everybody. */
export const EVERYBODY: RuleTree = { kind: 'group', match: 'all', rules: [] };

/** PostgreSQL stores neither NUL nor half of a surrogate pair. */
const unstorable = (text: string): boolean => text.includes('\u0000') || !isWellFormed(text);
const isWellFormed = (text: string): boolean =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

const opensLevel = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && (Array.isArray((node as RuleGroup).rules) || 'where' in node);

/** What a tree, looked at without trust or recursion, exceeds: so that a hostile one is refused before anything walks it. */
export const excessOf = (
  tree: unknown,
): { code: 'rule_too_deep' | 'rule_too_many' | 'rule_unstorable_text'; max: number } | null => {
  const waiting: { node: unknown; level: number }[] = [{ node: tree, level: 1 }];
  let leaves = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { rules, where, ...rest } = (typeof next.node === 'object' && next.node !== null ? next.node : {}) as Record<
      string,
      unknown
    >;
    if (next.level > RULE_LIMITS.levels) return { code: 'rule_too_deep', max: RULE_LIMITS.levels };
    const inner = Array.isArray(rules) ? rules : [];
    for (const node of inner) waiting.push({ node, level: opensLevel(node) ? next.level + 1 : next.level });
    if (where !== undefined) waiting.push({ node: where, level: next.level });
    if (!Array.isArray(rules)) leaves += 1;
    if (leaves > RULE_LIMITS.leaves) return { code: 'rule_too_many', max: RULE_LIMITS.leaves };
    const texts = Object.values(rest).flat(1);
    if (texts.some((text) => typeof text === 'string' && unstorable(text)))
      return { code: 'rule_unstorable_text', max: 0 };
  }
  return null;
};

/** The whole tree; over the limits it is refused with the limit named. */
export const RuleTree = z.preprocess((tree, context) => {
  const excess = excessOf(tree);
  if (excess === null) return tree;
  context.addIssue({ code: 'custom', message: excess.code, params: { max: excess.max } });
  return z.NEVER;
}, Group);
