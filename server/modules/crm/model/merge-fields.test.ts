import { expect, test } from 'vitest';
import { lostAddresses, mergedRow, mergeFields, unmergedRow } from './merge-fields.ts';

const kept = {
  id: 'k',
  first_name: 'Kari',
  last_name: '',
  email: 'k@a.no',
  email_key: 'k@a.no',
  phone: null,
  phone_key: null,
  city: 'Oslo',
  company_id: 'c1',
  main: false,
  tags: ['VIP'],
  custom: { boat: 7 },
};
const gone = {
  id: 'g',
  first_name: 'Karin',
  last_name: 'Nordmann',
  email: 'K@B.no',
  email_key: 'k@b.no',
  phone: '1',
  phone_key: '+471',
  city: 'Oslo',
  company_id: 'c1',
  main: true,
  tags: ['vip', 'new'],
  custom: { boat: 9, hull: 'red' },
};

test('the one that stays keeps its values and fills what it lacks', () => {
  expect(mergeFields('contact', kept, gone).map(({ field, take }) => `${field} ${take}`)).toEqual([
    'first_name kept',
    'last_name gone',
    'company_id kept',
    'email kept',
    'phone gone',
    'city kept',
    'custom.boat kept',
    'custom.hull gone',
  ]);
  expect(mergedRow('contact', kept, gone, {})).toMatchObject({
    id: 'k',
    first_name: 'Kari',
    last_name: 'Nordmann',
    email_key: 'k@a.no',
    phone_key: '+471',
    main: true,
    tags: ['vip', 'new'],
    custom: { boat: 7, hull: 'red' },
  });
});

test.each([
  [{ email: 'gone' }, { email: 'K@B.no', email_key: 'k@b.no' }],
  [
    { 'custom.boat': 'gone', last_name: 'kept' },
    { last_name: '', custom: { boat: 9, hull: 'red' } },
  ],
  [
    { company_id: 'gone', nonsense: 'gone' },
    { company_id: 'c1', main: true },
  ],
] as const)('a choice of %j gives %j', (take, expected) => {
  expect(mergedRow('contact', kept, gone, take)).toMatchObject(expected);
});

test('an address that lost stands beside the one that is written to; the same one does not', () => {
  const merged = mergedRow('contact', kept, gone, {});
  expect(lostAddresses(merged, [kept, gone])).toEqual([{ kind: 'email', address: 'K@B.no', key: 'k@b.no' }]);
  expect(lostAddresses(kept, [kept, { email: 'K@A.NO', email_key: 'k@a.no' }])).toEqual([]);
});

test('undoing gives back what nobody changed since, and names what somebody did', () => {
  const after = mergedRow('contact', kept, gone, {});
  const { row, left } = unmergedRow(kept, after, { ...after, last_name: 'Hansen' });
  expect(row).toMatchObject({ last_name: 'Hansen', phone: null, tags: ['VIP'], custom: { boat: 7 } });
  expect(left).toEqual(['last_name']);
});
