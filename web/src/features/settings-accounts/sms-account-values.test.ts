import { expect, test } from 'vitest';
import { NEW_HTTP, NEW_SMS_ACCOUNT, relevantOf } from './sms-account-values.ts';

const TYPED = {
  ...NEW_SMS_ACCOUNT,
  host: 'foo bar!',
  port: Number.NaN,
  connections: 4,
  http: { ...NEW_HTTP, fields: [{ name: '', value: 'x' }] },
};

test('nothing of HTTP is sent for SMPP', () => {
  expect(relevantOf({ ...TYPED, protocol: 'smpp' })).toEqual({ ...TYPED, http: null });
});

test('for HTTP what is wrong with SMPP stands as at first, and a body of JSON has no fields without a name', () => {
  const sent = relevantOf({ ...TYPED, protocol: 'http' });
  expect([sent.host, sent.port, sent.connections, sent.http?.fields]).toEqual(['', 2775, 4, []]);
});

test('a form’s fields are sent as they stand, so that a missing name is told', () => {
  const http = { ...TYPED.http, body: 'form' } as const;
  expect(relevantOf({ ...TYPED, protocol: 'http', http }).http?.fields).toEqual([{ name: '', value: 'x' }]);
});
