import { expect, test } from 'vitest';
import { pauseWords } from './pause-words.ts';

const reason = (code: string) => `in words: ${code}`;

test.each([
  [{ reply: '', reason: 'tls_not_offered' }, 'in words: tls_not_offered'],
  [{ reply: '535 wrong', reason: 'login_refused' }, 'in words: login_refused · 535 wrong'],
  [{ count: 5, reply: '550 5.7.1 spam' }, '5 · 550 5.7.1 spam'],
  [{ count: 0, field: 'no such font' }, 'no such font'],
  [{}, ''],
])('of %j a pause says %j', (params, words) => {
  expect(pauseWords(params, reason)).toBe(words);
});
