import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { errorMessage } from '../api/problem.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { Binding } from './binding.ts';
import { fitsDigits, numberIn, type Separators, writtenNumber } from './number-in.ts';
import { useFormStore } from './use-form.ts';

export interface NumberRules {
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Decimals allowed. */
  digits: number;
  grouped: boolean;
}

function separatorsOf(format: (value: number, digits?: number) => string): Separators {
  const written = format(12_345.6, 1);
  return { decimal: written.at(-2) ?? '.', thousand: /\D/.exec(written)?.[0] ?? '' };
}

/** What a typed text says: a number, null for none, or why it doesn't fit. */
function useNumberReader({ min, max, digits }: NumberRules, separators: Separators) {
  const t = useTexts(shared);
  return (text: string): { value: number | null; wrong?: string } => {
    if (text.trim() === '') return { value: null };
    const value = numberIn(text, separators);
    const example = writtenNumber(1.25, separators, digits);
    if (value === null) return { value, wrong: t('notANumber', { example }) };
    if (!fitsDigits(value, digits))
      return { value, wrong: digits === 0 ? t('notWhole') : t('tooPrecise', { example }) };
    if (min !== undefined && value < min) return { value, wrong: errorMessage('too_small', { min }) };
    if (max !== undefined && value > max) return { value, wrong: errorMessage('too_big', { max }) };
    return { value };
  };
}

/**
 * What is typed stands as it was typed. Only a number that fits reaches whoever asked for it; inside a form what does not fit is NaN,
 * so that the form isn't sent with a former value.
 */
export function useTypedNumber(bound: Binding<number | null>, rules: NumberRules) {
  const separators = separatorsOf(useFormat().number);
  const read = useNumberReader(rules, separators);
  const inForm = useFormStore() !== null;
  const [typed, setTyped] = useState<{ text: string; left?: number | null }>();
  const written = (grouped: boolean): string =>
    typeof bound.value !== 'number' || Number.isNaN(bound.value)
      ? ''
      : writtenNumber(bound.value, grouped ? separators : { ...separators, thousand: '' }, rules.digits);
  // A value that came from elsewhere after the field was left, a form's start say, takes the place of what was typed.
  const kept = typed && (typed.left === undefined || Object.is(typed.left, bound.value)) ? typed : undefined;
  const { value, wrong } = read(kept?.text ?? '');
  const refused = kept?.left !== undefined && kept.text.trim() === '' && kept.left !== null;
  const type = (text: string) => {
    setTyped({ text });
    const next = read(text);
    if (next.wrong === undefined) bound.set(next.value);
    else if (inForm) bound.set(Number.NaN);
  };
  return {
    text: kept?.text ?? written(rules.grouped),
    error: refused
      ? errorMessage('required')
      : kept?.left !== undefined || bound.error
        ? (wrong ?? bound.error)
        : undefined,
    type,
    enter: ({ currentTarget: field }: FocusEvent<HTMLInputElement>) => {
      const text = kept?.text ?? written(false);
      if (text === field.value) return;
      flushSync(() => setTyped({ text }));
      field.select();
    },
    leave: () => {
      const fits = wrong === undefined && !(value === null && bound.value !== null && !inForm);
      setTyped(fits || !kept ? undefined : { text: kept.text, left: bound.value });
    },
    step: (event: KeyboardEvent) => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const next = (bound.value || 0) + by * (rules.step ?? 1);
      const within = Math.min(Math.max(next, rules.min ?? next), rules.max ?? next);
      type(writtenNumber(within, { ...separators, thousand: '' }, rules.digits));
    },
  };
}
