import fc from 'fast-check';
import {
  COUNTS,
  type FieldRule,
  type Operator,
  PERIODS,
  type RelatedRule,
  type Rule,
  type RuleTree,
} from '../../contract/rule.ts';
import { OPERATORS_OF, type RuleFieldType } from '../../contract/rule-fields.ts';
import type { Value } from '../../server/modules/audiences/model/evaluate.ts';

export const TODAY = '2024-02-20';
export const idFor = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Texts that break what is put together carelessly, and few enough to meet each other. */
const TEXTS = [
  'Oslo',
  'OSLO',
  'oslo%',
  'os_o',
  'Ærlig',
  'ærLIG',
  'Łódź',
  'łÓDŹ',
  "O'Hara",
  '"; drop table contact; --',
  '\\',
  '😀',
  'a😀b',
  'İstanbul',
  'ΟΔΟΣ',
  'Straße',
  '%',
  '_',
  ' x ',
];
export const text = fc.constantFrom(...TEXTS);
const day = fc.constantFrom(
  '2024-02-20',
  '2024-02-29',
  '1980-02-28',
  '2000-02-29',
  '1999-12-31',
  '2024-03-01',
  '2023-02-20',
  '2031-01-01',
  '1971-02-21',
);
const number = fc.constantFrom(-1, 0, 0.5, 1, 2.25, 1e9, 123456789.125);
const minor = fc.constantFrom(-100, 0, 1, 129900, 9007199254740991);
const choice = fc.constantFrom('a', 'b', 'c%', 'æ');
const code = fc.constantFrom('NO', 'SE', 'PL');
const user = fc.constantFrom(idFor(901), idFor(902));
const product = fc.constantFrom(idFor(801), idFor(802), idFor(803));

/** Values of a field, few enough to be met by conditions. */
export const VALUES: Partial<Record<RuleFieldType, fc.Arbitrary<Value>>> = {
  text,
  number,
  money: minor,
  date: day,
  yes_no: fc.boolean(),
  one_of: choice,
  many_of: fc.uniqueArray(choice, { minLength: 1 }),
  tags: fc.uniqueArray(choice, { minLength: 1 }),
  country: code,
  user,
  id: product,
};
const singular = (type: RuleFieldType) => (type === 'tags' || type === 'many_of' ? choice : (VALUES[type] ?? text));
export const given = (operator: Operator, type: RuleFieldType): fc.Arbitrary<unknown> => {
  const one = singular(type);
  if (operator === 'is_empty' || operator === 'is_filled') return fc.constant(null);
  if (operator.endsWith('_period')) return fc.constantFrom(...PERIODS);
  if (operator.endsWith('_days') || operator.startsWith('more_days'))
    return fc.constantFrom(0, 1, 9, 10, 30, 365, 366, 36_500);
  if (operator.endsWith('_of')) return fc.uniqueArray(one, { minLength: 1, maxLength: 4 });
  return operator === 'between' ? fc.tuple(one, one) : one;
};
export const leafOf = (fields: Record<string, RuleFieldType>): fc.Arbitrary<FieldRule> =>
  fc
    .constantFrom(...Object.entries(fields))
    .chain(([field, type]) =>
      fc
        .constantFrom(...OPERATORS_OF[type])
        .chain((operator) =>
          given(operator, type).map((value) => ({ kind: 'field', field, operator, value }) as FieldRule),
        ),
    );
export const groupOf = (node: fc.Arbitrary<Rule>): fc.Arbitrary<RuleTree> =>
  fc.record({
    kind: fc.constant('group' as const),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    rules: fc.array(node, { maxLength: 3 }),
  });
export const counted = (relation: string, where: fc.Arbitrary<RuleTree>): fc.Arbitrary<RelatedRule> =>
  fc.record({
    kind: fc.constant('related' as const),
    relation: fc.constant(relation),
    count: fc.constantFrom(...COUNTS),
    value: fc.constantFrom(0, 1, 1, 2, 3),
    sum: fc.constant(null),
    where,
  });
export const summed = (
  relation: string,
  where: fc.Arbitrary<RuleTree>,
  sum: fc.Arbitrary<string>,
): fc.Arbitrary<RelatedRule> =>
  fc.record({
    kind: fc.constant('related' as const),
    relation: fc.constant(relation),
    count: fc.constantFrom('at_least' as const, 'more_than' as const, 'at_most' as const, 'exactly' as const),
    value: fc.constantFrom(-100, 0, 1, 129900, 259800),
    sum,
    where,
  });
