import { expect, test } from 'vitest';
import { errorText } from './index.ts';

test('numbers stand in an error as its language writes them, words as they are', () => {
  expect(errorText('nobody_to_send_to', { matched: 100_000 }, 'en')).toContain('100,000 matched');
  expect(errorText('nobody_to_send_to', { matched: 100_000 }, 'nb')).toMatch(/100\s000 passet/);
  expect(errorText('nobody_to_send_to', { matched: '100000' }, 'en')).toContain('100000 matched');
});
