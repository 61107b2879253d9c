import { expect, test } from 'vitest';
import { scaleOf } from './plan-scale.ts';

test('a time line holds all of its moments, in their order, with room on both sides', () => {
  const { placeOf, marks } = scaleOf(['2026-05-01T08:00:00Z', '2026-05-31T08:00:00Z', '2026-05-16T08:00:00Z'])!;
  const places = ['2026-05-01T08:00:00Z', '2026-05-16T08:00:00Z', '2026-05-31T08:00:00Z'].map(placeOf);
  expect(places[0]).toBeGreaterThan(3);
  expect(places[1]).toBeCloseTo(50, 5);
  expect(places[2]).toBeLessThan(97);
  expect(marks.length).toBeGreaterThan(2);
  expect(marks.length).toBeLessThanOrEqual(6);
});

test('one moment stands in the middle; without any there is no line; ten years have no more marks than a week', () => {
  expect(scaleOf(['2026-05-01T08:00:00Z'])!.placeOf('2026-05-01T08:00:00Z')).toBeCloseTo(50, 5);
  expect(scaleOf([])).toBeNull();
  expect(scaleOf(['2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z'])!.marks.length).toBeLessThanOrEqual(7);
});
