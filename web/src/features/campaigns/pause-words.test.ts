import { expect, test } from 'vitest';
import { pauseWords } from './pause-words.ts';

const says = {
  reason: (code: string) => `in words: ${code}`,
  t: ((text: string, values: object) => `${text} ${JSON.stringify(values)}`) as never,
};

test.each([
  [{ reply: '', reason: 'tls_not_offered' }, 'in words: tls_not_offered'],
  [{ reply: '535 wrong', reason: 'login_refused' }, 'in words: login_refused · pausedServerSaid {"reply":"535 wrong"}'],
  [{ count: 5, reply: '550 5.7.1 spam' }, 'pausedRefused {"count":5} · pausedServerSaid {"reply":"550 5.7.1 spam"}'],
  [{ count: 20, field: 'contact.title' }, 'pausedUnfilled {"count":20,"field":"contact.title"}'],
  [{ count: 0, field: 'no such font' }, 'no such font'],
  [{}, ''],
])('of %j a pause says %j', (params, words) => {
  expect(pauseWords({ params }, says)).toBe(words);
});
