import { isEmpty, MAX_VALUE_LENGTH, numberOf, RenderError, textOf, type Value } from './value.ts';

export interface Filter {
  /** Wants the plain value of a field, not as it is written for people. */
  plain?: boolean;
  /** The least and most arguments. */
  takes: readonly [number, number];
  apply(value: Value, ...given: Value[]): Value;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** As a person counts characters: an emoji with its modifiers is one. */
const characters = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment);

const bounded = (text: string): string => {
  if (text.length > MAX_VALUE_LENGTH) throw new RenderError(`a value grows beyond ${MAX_VALUE_LENGTH} characters`);
  return text;
};

const text = (change: (text: string) => string): Filter => ({
  takes: [0, 0],
  apply: (value) => bounded(change(textOf(value))),
});
const text1 = (change: (text: string, argument: string) => string): Filter => ({
  takes: [1, 1],
  apply: (value, argument = null) => bounded(change(textOf(value), textOf(argument))),
});
const text2 = (change: (text: string, first: string, second: string) => string): Filter => ({
  takes: [1, 2],
  apply: (value, first = null, second = null) => bounded(change(textOf(value), textOf(first), textOf(second))),
});

const number = (value: Value): number => numberOf(value) ?? 0;
/** Sums of decimals as people expect them: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(15));
const sum = (change: (a: number, b: number) => number): Filter => ({
  plain: true,
  takes: [1, 1],
  apply: (value, argument = null) => tidy(change(number(value), number(argument))),
});
const rounded = (change: (value: number) => number): Filter => ({
  plain: true,
  takes: [0, 1],
  apply: (value, digits = 0) => {
    const scale = 10 ** Math.min(10, Math.max(0, Math.trunc(number(digits))));
    return tidy(change(tidy(number(value) * scale)) / scale);
  },
});
const divide = (a: number, b: number): number => {
  if (b === 0) throw new RenderError('division by zero');
  return Number.isInteger(a) && Number.isInteger(b) ? Math.floor(a / b) : a / b;
};

const replaceAll = (whole: string, from: string, to: string): string => {
  if (from === '') return whole;
  const found = whole.split(from).length - 1;
  if (whole.length + found * Math.max(0, to.length - from.length) > MAX_VALUE_LENGTH)
    bounded('x'.repeat(MAX_VALUE_LENGTH + 1));
  return whole.split(from).join(to);
};
const replaceFirst = (whole: string, from: string, to: string): string => {
  const at = whole.indexOf(from);
  return at < 0 ? whole : whole.slice(0, at) + to + whole.slice(at + from.length);
};

const shorten = (value: Value, length: Value = 50, ending: Value = '…'): string => {
  const all = characters(textOf(value));
  const most = Math.max(0, Math.trunc(number(length)));
  if (all.length <= most) return all.join('');
  const end = characters(textOf(ending));
  return all.slice(0, Math.max(0, most - end.length)).join('') + end.join('');
};
const shortenWords = (value: Value, count: Value = 15, ending: Value = '…'): string => {
  const words = textOf(value).split(/\s+/).filter(Boolean);
  const most = Math.max(1, Math.trunc(number(count)));
  return words.length <= most ? textOf(value) : words.slice(0, most).join(' ') + textOf(ending);
};

const items = (value: Value): Value[] => (Array.isArray(value) ? value : value === null ? [] : [value]);
const split = (value: Value, by: Value = ' '): Value => {
  if (isEmpty(value)) return [];
  const parts = textOf(value).split(textOf(by));
  // Empty parts at the end are dropped, as Liquid's first language does.
  while (parts.at(-1) === '') parts.pop();
  if (parts.length > 1000) throw new RenderError('a list grows beyond 1000 items');
  return parts;
};
const size = (value: Value): number => (Array.isArray(value) ? value.length : characters(textOf(value)).length);
const slice = (value: Value, from: Value = 0, count: Value = 1): Value => {
  const all = Array.isArray(value) ? value : characters(textOf(value));
  const start = number(from) < 0 ? Math.max(0, all.length + number(from)) : number(from);
  const part = all.slice(start, start + Math.max(0, number(count)));
  return Array.isArray(value) ? part : part.map(textOf).join('');
};

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
/** The parts of strftime that stand for numbers; month and weekday names come with the plain writing of a date. */
const DATE_PARTS: Record<string, (date: Date) => string> = {
  Y: (date) => pad(date.getUTCFullYear(), 4),
  y: (date) => pad(date.getUTCFullYear() % 100),
  m: (date) => pad(date.getUTCMonth() + 1),
  d: (date) => pad(date.getUTCDate()),
  e: (date) => String(date.getUTCDate()),
  H: (date) => pad(date.getUTCHours()),
  M: (date) => pad(date.getUTCMinutes()),
  '%': () => '%',
};
const writeDate = (value: Value, pattern: Value = '%Y-%m-%d'): Value => {
  const written = textOf(value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(written)) return value;
  const date = new Date(written.length === 10 ? `${written}T00:00:00Z` : written);
  if (Number.isNaN(date.getTime())) return value;
  return bounded(
    textOf(pattern).replace(/%(-?)(.)/g, (whole, minus: string, part: string) => {
      const made = DATE_PARTS[part]?.(date);
      if (made === undefined) return whole;
      return minus ? made.replace(/^0(?=\d)/, '') : made;
    }),
  );
};

/** Every filter there is. Values are always escaped where they are put, so `escape` changes nothing. */
export const FILTERS: ReadonlyMap<string, Filter> = new Map(
  Object.entries({
    default: { takes: [1, 1], apply: (value, other = null) => (isEmpty(value) || value === false ? other : value) },
    escape: { takes: [0, 0], apply: (value) => value },
    upcase: text((value) => value.toUpperCase()),
    downcase: text((value) => value.toLowerCase()),
    capitalize: text((value) => {
      const [first = '', ...rest] = characters(value);
      return first.toUpperCase() + rest.join('').toLowerCase();
    }),
    strip: text((value) => value.trim()),
    lstrip: text((value) => value.trimStart()),
    rstrip: text((value) => value.trimEnd()),
    strip_newlines: text((value) => value.replace(/\r?\n/g, '')),
    url_encode: text((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%20', '+')),
    append: text1((value, more) => value + more),
    prepend: text1((value, more) => more + value),
    remove: text1((value, part) => replaceAll(value, part, '')),
    remove_first: text1((value, part) => replaceFirst(value, part, '')),
    replace: text2(replaceAll),
    replace_first: text2(replaceFirst),
    truncate: { takes: [0, 2], apply: shorten },
    truncatewords: { takes: [0, 2], apply: shortenWords },
    slice: { takes: [1, 2], apply: slice },
    size: { takes: [0, 0], apply: size },
    split: { takes: [1, 1], apply: split },
    join: { takes: [0, 1], apply: (value, by = ' ') => bounded(items(value).map(textOf).join(textOf(by))) },
    first: { takes: [0, 0], apply: (value) => (Array.isArray(value) ? (value[0] ?? null) : null) },
    last: { takes: [0, 0], apply: (value) => (Array.isArray(value) ? (value.at(-1) ?? null) : null) },
    plus: sum((a, b) => a + b),
    minus: sum((a, b) => a - b),
    times: sum((a, b) => a * b),
    divided_by: sum(divide),
    modulo: sum((a, b) => (b === 0 ? divide(a, b) : a - b * Math.floor(a / b))),
    at_least: sum(Math.max),
    at_most: sum(Math.min),
    abs: { plain: true, takes: [0, 0], apply: (value) => Math.abs(number(value)) },
    round: rounded(Math.round),
    floor: { plain: true, takes: [0, 0], apply: (value) => Math.floor(number(value)) },
    ceil: { plain: true, takes: [0, 0], apply: (value) => Math.ceil(number(value)) },
    date: { plain: true, takes: [0, 1], apply: writeDate },
  } satisfies Record<string, Filter>),
);
