import { expect, test } from 'vitest';
import { addressLines, inPostalOrder, type PostalAddress, trayOf } from './postal-address.ts';

const at = (over: Partial<PostalAddress> = {}): PostalAddress => ({
  name: 'Kari Øverby',
  street: 'Storgata 1',
  postalCode: '0155',
  city: 'Oslo',
  country: 'NO',
  ...over,
});

test.each([
  ['at home', at(), ['Kari Øverby', 'Storgata 1', '0155 Oslo']],
  [
    'abroad',
    at({ postalCode: '00-950', city: 'Warszawa', country: 'PL' }),
    ['Kari Øverby', 'Storgata 1', '00-950 Warszawa', 'POLEN'],
  ],
  ['without a country', at({ country: null }), ['Kari Øverby', 'Storgata 1', '0155 Oslo']],
  ['without a code', at({ postalCode: null }), ['Kari Øverby', 'Storgata 1', 'Oslo']],
  [
    'two lines of street',
    at({ street: 'c/o Nord\nStorgata 1' }),
    ['Kari Øverby', 'c/o Nord', 'Storgata 1', '0155 Oslo'],
  ],
])('%s', (_, address, lines) => {
  expect(addressLines(address, 'NO', 'nb')).toEqual(lines);
});

test('home comes first, then codes as numbers, then streets and names', () => {
  const letters = [
    at({ country: 'PL', postalCode: '00-950' }),
    at({ postalCode: '9008' }),
    at({ postalCode: '0155', street: 'Storgata 10' }),
    at({ postalCode: '0155', street: 'Storgata 2' }),
    at({ country: null, postalCode: '0151' }),
  ].map((address) => ({ address }));
  expect(inPostalOrder(letters, 'NO').map(({ address }) => `${address.postalCode} ${address.street}`)).toEqual([
    '0151 Storgata 1',
    '0155 Storgata 2',
    '0155 Storgata 10',
    '9008 Storgata 1',
    '00-950 Storgata 1',
  ]);
  expect(letters.map(({ address }) => trayOf(address, 'NO'))).toEqual(['PL', '90', '01', '01', '01']);
});
