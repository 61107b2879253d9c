import { expect, test } from 'vitest';
import { waitReasonOf } from './waiting.ts';

test.each([
  ['53100', 'database_full'],
  ['ENOSPC', 'folder_full'],
  ['EDQUOT', 'folder_full'],
  ['57P01', null],
  ['ECONNREFUSED', null],
  [undefined, null],
])('F12, F13: %s means waiting for %s', (code, reason) => {
  expect(waitReasonOf(Object.assign(new Error('refused'), { code }))).toBe(reason);
});
