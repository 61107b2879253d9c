import { expect, test } from 'vitest';
import { secondsUntilRetry } from './retry.ts';

test.each([
  [1, 'greylisted', 300],
  [2, 'greylisted', 600],
  [4, 'greylisted', 2400],
  [5, 'greylisted', 4200],
  [40, 'greylisted', 4200],
  [1, 'connection_lost', 60],
  [3, 'connection_lost', 240],
])('F15: attempt %i after %s waits %i seconds', (attempt, reason, seconds) => {
  expect(secondsUntilRetry(attempt, reason)).toBe(seconds);
});
