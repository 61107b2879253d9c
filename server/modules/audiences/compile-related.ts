import { type RawBuilder, sql } from 'kysely';
import type { RelatedRule } from '../../../contract/rule.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Compiling, Scope } from './compiling.ts';
import type { RelationFragment } from './field-registry.ts';
import { measureHolds } from './model/measure.ts';

type Condition = RawBuilder<boolean>;

const COMPARE = { at_least: sql`>=`, more_than: sql`>`, at_most: sql`<=`, exactly: sql`=`, none: sql`=` };
const OPPOSITE = { at_least: sql`<`, more_than: sql`<=`, at_most: sql`>`, exactly: sql`<>`, none: sql`<>` };

interface Related {
  rule: RelatedRule;
  relation: RelationFragment;
  /** The rows that count, without saying whose. */
  rows: RawBuilder<unknown>;
  key: RawBuilder<unknown>;
  of: RawBuilder<unknown>;
  /** What is added up of each row; null where rows are counted. */
  added: RawBuilder<unknown> | null;
}

const wanted = ({ count, value }: RelatedRule) => sql`${count === 'none' ? 0 : value}::numeric`;

const measureOf = (added: RawBuilder<unknown> | null) =>
  added === null ? sql`count(*)` : sql`coalesce(sum(${added}), 0)`;

/** Of one record: its rows by their key. */
const ofOne = ({ rule, rows, key, of, added }: Related): Condition =>
  sql`(select ${measureOf(added)} from ${rows} and ${key} = ${of}) ${COMPARE[rule.count]} ${wanted(rule)}`;

/**
 * Of everybody: the keys of those with enough (or, where nothing would do too, without those who have the wrong number). Sorted first: to add up in
 * the order of the keys takes half of what a hash of several hundred thousand keys does, and who is asked may come in that order, too.
 */
const ofMany = ({ rule, rows, key, of, added }: Related): Condition => {
  const sorted = sql`select ${key} as key, ${added ?? sql`null`} as added from ${rows} and ${key} is not null order by 1`;
  const measure = measureOf(added && sql`one.added`);
  const having = (compare: RawBuilder<unknown>) => sql`${of} in (
    select one.key from (${sorted}) as one group by 1 having ${measure} ${compare} ${wanted(rule)})`;
  return measureHolds(rule, 0)
    ? sql`(${having(OPPOSITE[rule.count])}) is not true`
    : sql`(${having(COMPARE[rule.count])})`;
};

type Conditions = (inner: Scope) => Condition;

const relatedOf = (
  rule: RelatedRule,
  { relations, fields }: Compiling,
  scope: Scope,
  conditions: Conditions,
): Related => {
  const relation = relations.get(rule.relation);
  const outer = relation && scope.alias[relation.from];
  if (outer === undefined) throw new Invalid('rule', 'rule_unknown_relation', { name: rule.relation });
  const depth = scope.depth + 1;
  const alias = `related${depth}`;
  const { rows, key, of, to, only } = relation!;
  const where = conditions({ alias: { [to]: alias }, depth });
  const sum = rule.sum === null ? undefined : fields.get(rule.sum);
  return {
    rule,
    relation: relation!,
    rows: sql`${rows(alias)} where ${only?.(alias) ?? sql`true`} and ${where}`,
    key: key(alias),
    of: of(outer),
    added: sum === undefined ? null : sum.sql(alias),
  };
};

/** Whether enough related records meet the conditions together; `conditions` compiles them for the scope of a row. */
export const compileRelated = (
  rule: RelatedRule,
  context: Compiling,
  scope: Scope,
  conditions: Conditions,
): Condition => {
  const related = relatedOf(rule, context, scope, conditions);
  const some = rule.sum === null && rule.count === 'at_least' && rule.value === 1;
  if (some || rule.count === 'none') {
    const exists = sql<boolean>`exists (select from ${related.rows} and ${related.key} = ${related.of})`;
    return some ? exists : sql`not ${exists}`;
  }
  return context.single ? ofOne(related) : ofMany(related);
};

/** How many there are, or how much of them in all, of one record, as text. */
export const measureRelated = (
  rule: RelatedRule,
  context: Compiling,
  scope: Scope,
  conditions: Conditions,
): RawBuilder<string> => {
  const { added, rows, key, of } = relatedOf(rule, context, scope, conditions);
  return sql`(select ${measureOf(added)} from ${rows} and ${key} = ${of})::text`;
};
