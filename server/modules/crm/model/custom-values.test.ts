import { expect, test } from 'vitest';
import type { CustomFieldType } from '../../../../contract/crm-fields.ts';
import { checkCustomValues } from './custom-values.ts';

const options = [
  { value: 'r', label: 'Red' },
  { value: 'b', label: 'Blue' },
];
const check = (type: CustomFieldType, value: unknown) =>
  checkCustomValues(new Map([['f', { type, options }]]), { f: value as never });

test.each<[CustomFieldType, unknown, unknown]>([
  ['text', 'Hei', 'Hei'],
  ['text', '', null],
  ['number', 41.5, 41.5],
  ['number', 0, 0],
  ['money', -129900, -129900],
  ['date', '2024-02-29', '2024-02-29'],
  ['yes_no', false, false],
  ['one_of', 'r', 'r'],
  ['many_of', ['b', 'r', 'b'], ['b', 'r']],
  ['many_of', [], null],
  ['date', null, null],
])('%s takes %j', (type, value, stored) => {
  expect(check(type, value)).toEqual({ values: { f: stored }, problems: [] });
});

test.each<[CustomFieldType, unknown, string]>([
  ['text', 5, 'invalid'],
  ['text', 'x'.repeat(5001), 'too_long'],
  ['number', '41', 'not_a_number'],
  ['number', Number.POSITIVE_INFINITY, 'not_a_number'],
  ['money', 12.5, 'not_a_number'],
  ['money', 2 ** 60, 'not_a_number'],
  ['date', '2025-02-29', 'not_a_date'],
  ['date', '29.02.2024', 'not_a_date'],
  ['yes_no', 'yes', 'not_yes_or_no'],
  ['one_of', 'Red', 'not_a_choice'],
  ['many_of', 'r', 'invalid'],
  ['many_of', ['r', 'g'], 'not_a_choice'],
])('%s refuses %j: %s', (type, value, code) => {
  expect(check(type, value)).toMatchObject({ values: {}, problems: [{ key: 'f', code }] });
});

test('a field that nobody defined is named', () => {
  expect(checkCustomValues(new Map(), { colour: 'r' }).problems).toEqual([
    { key: 'colour', code: 'unknown_field', params: { name: 'colour' } },
  ]);
});
