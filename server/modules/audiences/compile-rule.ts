import { type RawBuilder, sql } from 'kysely';
import type { RulePartyKind } from '../../../contract/audience.ts';
import type { Rule, RuleGroup, SegmentRule } from '../../../contract/rule.ts';
import { Invalid } from '../../platform/errors.ts';
import { compileLeaf } from './compile-leaf.ts';
import type { RuleFieldFragment } from './field-registry.ts';
import type { SegmentTerms } from './model/segment-tree.ts';

/** What the names in a rule stand for. */
export interface LoadedRules {
  fields: ReadonlyMap<string, RuleFieldFragment>;
  segments: ReadonlyMap<string, SegmentTerms>;
}

export interface Compiling extends LoadedRules {
  /** The present day in the installation's time zone, for relative dates. */
  today: string;
}

/** The tables a rule is asked over: `person` is a contact and `firm` its company, which may be absent; a rule over companies knows only `firm`. */
export const ALIAS = { contact: 'person', company: 'firm' } as const;

const TRUE = sql<boolean>`true`;

/**
 * The tree as ONE parameterised condition over `person` and `firm`. Null counts as false throughout: `and` and `or` keep that,
 * and every negation is written `is not true`.
 */
export const compileRule = (tree: RuleGroup, partyKind: RulePartyKind, context: Compiling): RawBuilder<boolean> => {
  if (tree.rules.length === 0) return TRUE;
  const conditions = tree.rules.map((rule) => sql`(${compileNode(rule, partyKind, context)})`);
  if (tree.match === 'all') return sql`(${sql.join(conditions, sql` and `)})`;
  const any = sql<boolean>`(${sql.join(conditions, sql` or `)})`;
  return tree.match === 'any' ? any : sql`${any} is not true`;
};

export const compileNode = (rule: Rule, partyKind: RulePartyKind, context: Compiling): RawBuilder<boolean> => {
  if (rule.kind === 'group') return compileRule(rule, partyKind, context);
  if (rule.kind === 'segment') return compileSegment(rule, partyKind, context);
  const field = context.fields.get(rule.field);
  if (field === undefined) throw new Invalid('rule', 'rule_unknown_field', { name: rule.field });
  return compileLeaf(rule, field, ALIAS[field.entity], context.today);
};

const compileSegment = ({ segmentId, negate }: SegmentRule, partyKind: RulePartyKind, context: Compiling) => {
  const inside = inSegment(segmentId, partyKind, context);
  return negate ? sql<boolean>`(${inside}) is not true` : inside;
};

/** Whether the person or firm is in the segment; a person is in a segment of companies with his firm. */
export const inSegment = (segmentId: string, partyKind: RulePartyKind, context: Compiling): RawBuilder<boolean> => {
  const segment = context.segments.get(segmentId);
  if (segment === undefined) throw new Invalid('rule', 'rule_unknown_segment');
  const condition = compileRule(segment.rule, segment.partyKind, context);
  return segment.partyKind === partyKind ? condition : sql`(firm.id is not null and ${condition})`;
};
