import type { FieldRule, Period } from '../../../../contract/rule.ts';
import { addDays, daysOf } from './day.ts';

/** The first and the last day that a comparison of dates lets pass; null where that end is open. */
export type DayRange = [from: string | null, to: string | null];

const RANGE: Partial<Record<FieldRule['operator'], (value: unknown, today: string) => DayRange>> = {
  is: (value) => [String(value), String(value)],
  less: (value) => [null, addDays(String(value), -1)],
  more: (value) => [addDays(String(value), 1), null],
  between: (value) => {
    const [from, to] = value as [string, string];
    return [from, to];
  },
  in_last_days: (value, today) => [addDays(today, -Number(value)), today],
  in_next_days: (value, today) => [today, addDays(today, Number(value))],
  more_days_ago: (value, today) => [null, addDays(today, -Number(value) - 1)],
  more_days_ahead: (value, today) => [addDays(today, Number(value) + 1), null],
  in_period: (value, today) => daysOf(value as Period, today),
};

/** Null where the comparison is no range of days. */
export const dayRange = ({ operator, value }: Pick<FieldRule, 'operator' | 'value'>, today: string): DayRange | null =>
  RANGE[operator]?.(value, today) ?? null;
