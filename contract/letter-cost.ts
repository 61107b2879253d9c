import type { LetterPlan } from './letters.ts';

/** What a letter of so many pages weighs and costs; each page is a sheet of its own. */
export const letterCost = (plan: LetterPlan, pages: number): { grams: number; costMinor: number } => {
  const { enclosures, sheetGrams, envelopeGrams, pageMinor, envelopeMinor, postage } = plan;
  const grams = enclosures.reduce((sum, one) => sum + one.grams, envelopeGrams + pages * sheetGrams);
  const steps = [...postage].sort((one, other) => one.upToGrams - other.upToGrams);
  const stamp = (steps.find(({ upToGrams }) => grams <= upToGrams) ?? steps.at(-1))?.costMinor ?? 0;
  const made = enclosures.reduce((sum, one) => sum + one.costMinor, envelopeMinor + pages * pageMinor);
  return { grams, costMinor: made + stamp };
};
