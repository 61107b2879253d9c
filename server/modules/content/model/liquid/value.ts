/** What an expression may be: plain data only, so there is no property, prototype or function to reach for. */
export type Value = string | number | boolean | null | Value[];

/** Something that cannot be worked out for this recipient, such as a division by zero or a loop without end. */
export class RenderError extends Error {
  readonly field: string;

  constructor(message: string, field = '') {
    super(message);
    this.field = field;
  }
}

/** What a filter may make of a value. */
export const MAX_VALUE_LENGTH = 20_000;

/** In Liquid everything but `false` and nothing is true; a field without a value is nothing. */
export const isTrue = (value: Value): boolean => value !== null && value !== false;

export const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const isBlank = (value: Value): boolean =>
  value === false || isEmpty(value) || (typeof value === 'string' && value.trim() === '');

export const textOf = (value: Value): string => {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join('');
  return String(value);
};

const NUMBER = /^\s*-?\d{1,18}(\.\d{1,18})?\s*$/;

/** The number a value stands for, or null. Fields carry their numbers as text. */
export const numberOf = (value: Value): number | null => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : null;
};

const both = (left: Value, right: Value): [number, number] | null => {
  if (typeof left !== 'number' && typeof right !== 'number') return null;
  const a = numberOf(left);
  const b = numberOf(right);
  return a === null || b === null ? null : [a, b];
};

export const equal = (left: Value, right: Value): boolean => {
  const numbers = both(left, right);
  if (numbers) return numbers[0] === numbers[1];
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equal(item, right[index] ?? null));
  }
  return left === right;
};

/** Less than 0, 0 or more than 0; null when the two cannot be ordered. */
export const order = (left: Value, right: Value): number | null => {
  const numbers = both(left, right);
  if (numbers) return numbers[0] - numbers[1];
  if (typeof left !== 'string' || typeof right !== 'string') return null;
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== null && b !== null) return a - b;
  return left < right ? -1 : left > right ? 1 : 0;
};

export const contains = (whole: Value, part: Value): boolean => {
  if (Array.isArray(whole)) return whole.some((item) => equal(item, part));
  return typeof whole === 'string' && part !== null && !Array.isArray(part) && whole.includes(textOf(part));
};
