import { type RawBuilder, sql } from 'kysely';
import type { FieldRule, Operator, Period, RuleValue } from '../../../contract/rule.ts';
import type { RuleFieldType } from '../../../contract/rule-fields.ts';
import type { RuleFieldFragment } from './field-registry.ts';
import { addDays, daysOf } from './model/day.ts';
import { type DayRange, dayRange } from './model/day-range.ts';

type Condition = RawBuilder<boolean>;

/** ICU's root rules, the same on every server whatever its locale, and the same as JavaScript's. */
const lower = (text: RawBuilder<unknown>) => sql<string>`lower(${text} collate human)`;
const not = (condition: Condition) => sql<boolean>`(${condition}) is not true`;

const SQL_TYPE: Partial<Record<RuleFieldType, RawBuilder<unknown>>> = {
  number: sql`numeric`,
  money: sql`bigint`,
  date: sql`date`,
  yes_no: sql`boolean`,
  user: sql`uuid`,
  id: sql`uuid`,
};
const typed = (type: RuleFieldType, value: unknown) =>
  sql`${typeof value === 'number' ? plainNumber(value) : value}::${SQL_TYPE[type] ?? sql`text`}`;
/** Days we computed ourselves are written out: a statement has room for 65,535 parameters, and they belong to the values of a rule. */
const day = (text: string) => sql<string>`${sql.lit(text)}::date`;
const plainNumber = (value: number) => (Number.isInteger(value) ? BigInt(value).toString() : String(value));

const listed = (field: RuleFieldFragment, x: RawBuilder<unknown>, value: RuleValue): Condition => {
  const values = value as string[];
  if (field.type === 'text')
    return sql`${lower(x)} in (select ${lower(sql`given`)} from unnest(${values}::text[]) as given)`;
  if (field.type === 'many_of' || field.type === 'tags') return sql`${x} && ${values}::text[]`;
  return sql`${x} = any(${values}::${SQL_TYPE[field.type] ?? sql`text`}[])`;
};

const empty = ({ type }: RuleFieldFragment, x: RawBuilder<unknown>): Condition => {
  if (type === 'many_of' || type === 'tags') return sql`coalesce(cardinality(${x}), 0) = 0`;
  return SQL_TYPE[type] === undefined ? sql`coalesce(${x}, '') = ''` : sql`${x} is null`;
};

/** Its day falls between two days, in whatever year. */
const anniversary = (x: RawBuilder<unknown>, from: string, to: string): Condition => {
  if (to >= addDays(from, 366)) return sql`${x} is not null`;
  const falls = (year: number): Condition =>
    sql`(${x} + make_interval(years => ${sql.lit(year)} - extract(year from ${x})::int))::date between ${day(from)} and ${day(to)}`;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return first === last ? falls(first) : sql`(${falls(first)} or ${falls(last)})`;
};
/** A range of days over a moment, so that an index over the moment serves it. */
export const atMoment = (x: RawBuilder<unknown>, [from, to]: DayRange): Condition => {
  const start = (text: string) => sql`${text}::date::timestamp at time zone 'UTC'`;
  return sql.join(
    [
      ...(from === null ? [sql`true`] : [sql`${x} >= ${start(from)}`]),
      ...(to === null ? [sql`true`] : [sql`${x} < ${start(addDays(to, 1))}`]),
    ],
    sql` and `,
  );
};
const onDay = (x: RawBuilder<unknown>, [from, to]: DayRange): Condition =>
  sql.join(
    [
      ...(from === null ? [sql`true`] : [sql`${x} >= ${day(from)}`]),
      ...(to === null ? [sql`true`] : [sql`${x} <= ${day(to)}`]),
    ],
    sql` and `,
  );

type Compare = (field: RuleFieldFragment, x: RawBuilder<unknown>, value: RuleValue, today: string) => Condition;

const textual =
  (pattern: (x: RawBuilder<unknown>, value: RawBuilder<unknown>) => Condition): Compare =>
  (_, x, value) =>
    pattern(lower(x), lower(sql`${value}::text`));

const COMPARE: Partial<Record<Operator, Compare>> = {
  is: (field, x, value) =>
    field.type === 'text' ? sql`${lower(x)} = ${lower(sql`${value}::text`)}` : sql`${x} = ${typed(field.type, value)}`,
  // Not by LIKE: % and _ of a person's text have no meaning here.
  contains: textual((x, value) => sql`strpos(${x}, ${value}) > 0`),
  starts_with: textual((x, value) => sql`starts_with(${x}, ${value})`),
  ends_with: textual((x, value) => sql`right(${x}, length(${value})) = ${value}`),
  less: (field, x, value) => sql`${x} < ${typed(field.type, value)}`,
  more: (field, x, value) => sql`${x} > ${typed(field.type, value)}`,
  between: (field, x, value) => {
    const [from, to] = value as [unknown, unknown];
    return sql`${x} between ${typed(field.type, from)} and ${typed(field.type, to)}`;
  },
  anniversary_in_next_days: (_, x, value, today) => anniversary(x, today, addDays(today, Number(value))),
  anniversary_in_period: (_, x, value, today) => anniversary(x, ...daysOf(value as Period, today)),
  any_of: listed,
  all_of: (_, x, value) => sql`${x} @> ${value}::text[]`,
  is_empty: empty,
};

const NEGATION: Partial<Record<Operator, Operator>> = {
  is_not: 'is',
  contains_not: 'contains',
  none_of: 'any_of',
  is_filled: 'is_empty',
};

/**
 * One leaf as a condition over `alias`. It may be null where the person has no value, which everywhere counts as false; what is
 * denied (`is_not`, `none_of`) is then true: a person without a country is not from Norway.
 */
export const compileLeaf = (leaf: FieldRule, field: RuleFieldFragment, alias: string, today: string): Condition => {
  if (field.condition !== undefined) return field.condition(alias, leaf.operator, leaf.value, today);
  const positive = NEGATION[leaf.operator] ?? leaf.operator;
  const range = field.type === 'date' ? dayRange({ operator: positive, value: leaf.value }, today) : null;
  if (range !== null) {
    const condition = sql<boolean>`(${field.moment ? atMoment(field.moment(alias), range) : onDay(field.sql(alias), range)})`;
    return positive === leaf.operator ? condition : not(condition);
  }
  const compare = COMPARE[positive];
  if (compare === undefined) throw new Error(`No SQL for the operator ${leaf.operator}`);
  const condition = compare(field, field.sql(alias), leaf.value, today);
  return positive === leaf.operator ? condition : not(condition);
};
