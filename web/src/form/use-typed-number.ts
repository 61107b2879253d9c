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

/** Where the arrow keys lead from a value, within the bounds. */
function stepped(value: number | null, key: string, { min, max, step = 1 }: NumberRules): number | undefined {
  const by = { ArrowUp: step, ArrowDown: -step }[key];
  if (by === undefined) return undefined;
  const next = (value || 0) + by;
  return Math.min(Math.max(next, min ?? next), max ?? next);
}

/** How a value is written: its thousands apart, or plain while somebody is at it. */
function writerOf(separators: Separators, { digits, grouped }: NumberRules) {
  const write = (value: number | null, thousand: string) =>
    typeof value !== 'number' || Number.isNaN(value) ? '' : writtenNumber(value, { ...separators, thousand }, digits);
  return {
    shown: (value: number | null) => write(value, grouped ? separators.thousand : ''),
    plain: (value: number | null) => write(value, ''),
  };
}

/**
 * What is typed stands as it was typed. Only a number that fits reaches whoever asked for it; inside a form what does not fit is NaN,
 * so that the form isn't sent with a former value.
 */
export function useTypedNumber(bound: Binding<number | null>, rules: NumberRules) {
  const separators = separatorsOf(useFormat().number);
  const { shown, plain } = writerOf(separators, rules);
  const read = useNumberReader(rules, separators);
  const inForm = useFormStore() !== null;
  const [typed, setTyped] = useState<{ text: string; left?: number | null }>();
  // A value that came from elsewhere after the field was left, a form's start say, takes the place of what was typed.
  const kept = typed && (typed.left === undefined || Object.is(typed.left, bound.value)) ? typed : undefined;
  const { value, wrong } = read(kept?.text ?? '');
  const wasLeft = kept?.left !== undefined;
  const refused = wasLeft && kept.text.trim() === '' && kept.left !== null;
  const type = (text: string) => {
    setTyped({ text });
    const next = read(text);
    if (next.wrong === undefined) bound.set(next.value);
    else if (inForm) bound.set(Number.NaN);
  };
  const told = wasLeft || bound.error ? (wrong ?? bound.error) : undefined;
  return {
    text: kept?.text ?? shown(bound.value),
    error: refused ? errorMessage('required') : told,
    type,
    enter: ({ currentTarget: field }: FocusEvent<HTMLInputElement>) =>
      enter(field, kept?.text ?? plain(bound.value), setTyped),
    leave: () => {
      const fits = wrong === undefined && !(value === null && bound.value !== null && !inForm);
      setTyped(fits || !kept ? undefined : { text: kept.text, left: bound.value });
    },
    step: (event: KeyboardEvent) => {
      const next = stepped(bound.value, event.key, rules);
      if (next === undefined) return;
      event.preventDefault();
      type(plain(next));
    },
  };
}

/** A field that is entered is marked anew where its text changes, as the browser had marked it. */
function enter(field: HTMLInputElement, text: string, put: (typed: { text: string }) => void): void {
  if (text === field.value) return;
  flushSync(() => put({ text }));
  field.select();
}
