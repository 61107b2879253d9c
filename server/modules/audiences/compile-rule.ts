import { type RawBuilder, sql } from 'kysely';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { RelatedRule, Rule, RuleGroup, SegmentRule } from '../../../contract/rule.ts';
import { Invalid } from '../../platform/errors.ts';
import { compileLeaf } from './compile-leaf.ts';
import { compileRelated, measureRelated } from './compile-related.ts';
import { ALIAS, type Compiling, TOP } from './compiling.ts';

const TRUE = sql<boolean>`true`;

/**
 * The tree as ONE parameterised condition over the tables of `ALIAS`. Null counts as false throughout: `and` and `or` keep that,
 * and every negation is written `is not true`.
 */
export const compileRule = (
  tree: RuleGroup,
  partyKind: RulePartyKind,
  context: Compiling,
  scope = TOP,
): RawBuilder<boolean> => {
  if (tree.rules.length === 0) return TRUE;
  const conditions = tree.rules.map((rule) => sql`(${compileNode(rule, partyKind, context, scope)})`);
  if (tree.match === 'all') return sql`(${sql.join(conditions, sql` and `)})`;
  const any = sql<boolean>`(${sql.join(conditions, sql` or `)})`;
  return tree.match === 'any' ? any : sql`${any} is not true`;
};

export const compileNode = (
  rule: Rule,
  partyKind: RulePartyKind,
  context: Compiling,
  scope = TOP,
): RawBuilder<boolean> => {
  if (rule.kind === 'group') return compileRule(rule, partyKind, context, scope);
  if (rule.kind === 'segment') return compileSegment(rule, partyKind, context);
  if (rule.kind === 'related')
    return compileRelated(rule, context, scope, (inner) => compileRule(rule.where, partyKind, context, inner));
  const field = context.fields.get(rule.field);
  const alias = field && scope.alias[field.entity];
  if (alias === undefined) throw new Invalid('rule', 'rule_unknown_field', { name: rule.field });
  return compileLeaf(rule, field!, alias, context.today);
};

/** What a condition on related records counts or adds up, as text. */
export const measureNode = (rule: RelatedRule, partyKind: RulePartyKind, context: Compiling): RawBuilder<string> =>
  measureRelated(rule, context, TOP, (inner) => compileRule(rule.where, partyKind, context, inner));

const compileSegment = ({ segmentId, negate }: SegmentRule, partyKind: RulePartyKind, context: Compiling) => {
  const inside = inSegment(segmentId, partyKind, context);
  return negate ? sql<boolean>`(${inside}) is not true` : inside;
};

/** Whether the record is in the segment; a person is in a segment of companies with his firm, an asset with its owner. */
export const inSegment = (segmentId: string, partyKind: RulePartyKind, context: Compiling): RawBuilder<boolean> => {
  const segment = context.segments.get(segmentId);
  if (segment === undefined) throw new Invalid('rule', 'rule_unknown_segment');
  const condition = compileRule(segment.rule, segment.partyKind, context);
  if (segment.partyKind === partyKind) return condition;
  return sql`(${sql.ref(`${ALIAS[segment.partyKind]}.id`)} is not null and ${condition})`;
};
