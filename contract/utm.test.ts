import { expect, test } from 'vitest';
import { Utm, utmFor, withUtm } from './utm.ts';

const utm = { source: 'fanfare', medium: 'email', campaign: 'våren & 1' };
const ALL = 'utm_source=fanfare&utm_medium=email&utm_campaign=v%C3%A5ren%20%26%201';

test.each([
  ['a bare address', 'https://a.example', `https://a.example?${ALL}`],
  ['a query', 'https://a.example/x?b=2', `https://a.example/x?b=2&${ALL}`],
  ['an empty query', 'https://a.example/x?', `https://a.example/x?${ALL}`],
  ['a place in the page', 'https://a.example/x?b=2#part?y=1', `https://a.example/x?b=2&${ALL}#part?y=1`],
  ['signs that stay as written', 'https://a.example/%7Ea?q=a+b%2F', `https://a.example/%7Ea?q=a+b%2F&${ALL}`],
  [
    'parameters of its own, which win',
    'https://a.example/?utm_campaign=mine&UTM_source=us',
    'https://a.example/?utm_campaign=mine&UTM_source=us&utm_medium=email',
  ],
])('%s', (_, url, said) => expect(withUtm(url, utm)).toBe(said));

test('nothing is added where nothing is wanted', () =>
  expect(withUtm('https://a.example', null)).toBe('https://a.example'));

test('what is left empty comes from the campaign', () =>
  expect(utmFor(Utm.parse({ source: ' spring ' }), { channel: 'sms', code: 'C-2026-7' })).toEqual({
    source: 'spring',
    medium: 'sms',
    campaign: 'c-2026-7',
  }));
