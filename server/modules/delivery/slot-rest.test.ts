import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SlotRest } from './slot-rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('who found nothing rests, and so do the others', () => {
  const rest = new SlotRest(125);
  expect(rest.lasts).toBe(false);
  rest.begin(rest.woken);
  expect(rest.lasts).toBe(true);
  vi.advanceTimersByTime(125);
  expect(rest.lasts).toBe(false);
});

test('who is woken looks at once', () => {
  const rest = new SlotRest(125);
  const { woken } = rest;
  rest.begin(woken);
  rest.wake();
  expect([rest.lasts, woken.aborted, rest.woken.aborted]).toEqual([false, true, false]);
});

test('who is woken while he finds nothing looks again', () => {
  const rest = new SlotRest(125);
  const { woken } = rest;
  rest.wake();
  rest.begin(woken);
  expect(rest.lasts).toBe(false);
});
