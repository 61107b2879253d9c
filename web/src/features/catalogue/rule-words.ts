import type { PriceRule, Rounding } from '../../../../contract/catalogue-revisions.ts';
import { minorUnitsIn } from '../../i18n/formats.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

/** What people round to, in whole units of the currency: `[step, ending]`. */
const USUAL: readonly [step: number, ending: number][] = [
  [1, 0],
  [1, 0.9],
  [1, 0.95],
  [1, 0.99],
  [5, 0],
  [10, 0],
  [10, 9],
  [50, 0],
  [100, 0],
  [100, 99],
];

export const roundingKey = ({ step, ending }: Pick<Rounding, 'step' | 'ending'>): string => `${step}:${ending}`;

/** Roundings to choose from in a currency; what its smallest coin cannot say is left out. */
export function useRoundingChoices(currency: string, present: Pick<Rounding, 'step' | 'ending'>) {
  const words = useRoundingWords(currency);
  const minor = minorUnitsIn(currency);
  const grids = USUAL.map(([step, ending]) => ({ step: step * minor, ending: Math.round(ending * minor) })).filter(
    ({ step, ending }) => ending < step,
  );
  const all = new Map([{ step: 1, ending: 0 }, ...grids, present].map((grid) => [roundingKey(grid), grid]));
  return [...all].map(([value, grid]) => ({ value, label: words(grid) }));
}

function useRoundingWords(currency: string) {
  const t = useTexts(texts);
  const format = useFormat();
  return ({ step, ending }: Pick<Rounding, 'step' | 'ending'>): string => {
    if (step === 1) return t('roundNone');
    if (ending === 0) return t('roundTo', { amount: format.money(step, currency) });
    return t('roundEnding', { example: format.money(step * 12 + ending, currency) });
  };
}

/** A rule as a person says it: "+5 % · to 5.00 · margin at least 20 %". */
export function useRuleWords(currency: string): (rule: PriceRule) => string {
  const t = useTexts(texts);
  const format = useFormat();
  const rounding = useRoundingWords(currency);
  const signed = (by: number, written: string) => (by > 0 ? `+${written}` : written);
  return (rule) => {
    const { kind, by } = rule.change;
    const change = {
      percent: () => signed(by, format.percent(by / 10_000, 2)),
      amount: () => signed(by, format.money(by, currency)),
      factor: () => t('costTimes', { factor: format.number(by / 1000, 3) }),
    }[kind]();
    const margin =
      rule.minMargin === null ? null : t('marginAtLeast', { percent: format.percent(rule.minMargin / 10_000, 2) });
    return [change, rule.rounding.step === 1 ? null : rounding(rule.rounding), margin].filter(Boolean).join(' · ');
  };
}
