import { expect, test } from 'vitest';
import { numberKind } from './number-kind.ts';

test.each([
  ['+4740000001', 'mobile'],
  ['+4722123456', 'landline'],
  ['+48512345678', 'mobile'],
  ['+48221234567', 'landline'],
  ['+33612345678', 'mobile'],
  ['+33123456789', 'landline'],
  ['+12025550123', 'either'],
  ['+4782000000', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (key, kind) => {
  expect(numberKind(key)).toBe(kind);
});
