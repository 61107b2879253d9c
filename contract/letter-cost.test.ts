import { expect, test } from 'vitest';
import { letterCost } from './letter-cost.ts';
import { LetterPlan } from './letters.ts';

const plan = LetterPlan.parse({
  enclosures: [{ name: 'Leaflet', grams: 8, costMinor: 30 }],
  pageMinor: 12,
  envelopeMinor: 9,
  postage: [
    { upToGrams: 50, costMinor: 4000 },
    { upToGrams: 20, costMinor: 2300 },
  ],
});

test.each([
  // Envelope 7 g and leaflet 8 g, 5 g a page.
  [1, 20, 12 + 9 + 30 + 2300],
  [2, 25, 24 + 9 + 30 + 4000],
  [7, 50, 84 + 9 + 30 + 4000],
  [20, 115, 240 + 9 + 30 + 4000],
])('%i pages weigh %i g and cost %i', (pages, grams, costMinor) => {
  expect(letterCost(plan, pages)).toEqual({ grams, costMinor });
});

test('without prices a letter costs nothing, and weighs something all the same', () => {
  expect(letterCost(LetterPlan.parse({}), 1)).toEqual({ grams: 12, costMinor: 0 });
});
