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
  measure: RawBuilder<unknown>;
}

const wanted = ({ count, value }: RelatedRule) => sql`${count === 'none' ? 0 : value}::numeric`;

/** Of one record: its rows by their key. */
const ofOne = ({ rule, rows, key, of, measure }: Related): Condition =>
  sql`(select ${measure} from ${rows} and ${key} = ${of}) ${COMPARE[rule.count]} ${wanted(rule)}`;

/**
 * Of everybody: the keys of those with enough (or, where nothing would do too, without those who have the wrong number). Materialized, so that
 * they are gathered once and not by each of the parallel workers.
 */
const ofMany = ({ rule, rows, key, of, measure }: Related): Condition => {
  const having = (compare: RawBuilder<unknown>) => sql`${of} in (
    with enough as materialized (select ${key} from ${rows} and ${key} is not null group by 1 having ${measure} ${compare} ${wanted(rule)})
    select * from enough)`;
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
    measure: sum === undefined ? sql`count(*)` : sql`coalesce(sum(${sum.sql(alias)}), 0)`,
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
  const { measure, rows, key, of } = relatedOf(rule, context, scope, conditions);
  return sql`(select ${measure} from ${rows} and ${key} = ${of})::text`;
};
