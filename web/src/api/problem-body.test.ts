import { expect, test } from 'vitest';
import { paramsOf } from './problem-body.ts';

const field = { field: 'id', code: 'invalid', params: { reason: 'uuid' } };
const whole = { field: null, code: 'too_many_requests', params: { seconds: 60 } };

test.each([
  ['one field', { code: 'invalid', errors: [field] }, { reason: 'uuid' }],
  ['the whole', { code: 'too_many_requests', errors: [whole] }, { seconds: 60 }],
  ['the first of both', { code: 'invalid', errors: [field, whole] }, { reason: 'uuid' }],
  ['nothing told apart', { code: 'http_502' }, {}],
])('the words of a problem about %s are filled in with its own parameters', (_, body, params) => {
  expect(paramsOf(body)).toEqual(params);
});
