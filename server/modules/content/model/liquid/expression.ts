import { displayOf } from './display.ts';
import { FILTERS, type Filter } from './filters.ts';
import type { Words } from './lex.ts';
import { ASSET, ASSETS, type Evaluate, type FieldUse, type Names, type Scope, spend } from './names.ts';
import { nearest, TemplateError } from './template-error.ts';
import { contains, equal, isBlank, isEmpty, isTrue, order, type Value } from './value.ts';

const CONSTANTS: Record<string, Value> = { true: true, false: false, nil: null, null: null };
const VOIDS: Record<string, (value: Value) => boolean> = { empty: isEmpty, blank: isBlank };

/** One operand; `field` when it is a field as it stands, `isVoid` for the words `empty` and `blank`. */
interface Operand {
  evaluate: Evaluate;
  field?: FieldUse;
  isVoid?: (value: Value) => boolean;
  /** The name to tell when nothing is there, of what is no field as it stands. */
  name?: string;
  isAssets?: boolean;
}

const constant = (value: Value): Operand => ({ evaluate: () => value });

/** A field's value as expressions see it: nothing when empty, a yes or no as such. */
const fieldValue = ({ slot, type }: FieldUse): Evaluate => {
  const raw = (scope: Scope): Value => {
    const value = scope.values[slot];
    return value === undefined || value === '' ? null : value;
  };
  if (type !== 'yes_no') return raw;
  return (scope) => {
    const value = raw(scope);
    return value === null ? null : value === 'true';
  };
};

type Texts = readonly (string | null)[];

/** What a field of the assets says of each; read once for a message, however many loops ask. */
const textsOf = ({ slot }: FieldUse): ((scope: Scope) => Texts) => {
  const read = new WeakMap<Scope, Texts>();
  return (scope) => {
    const known = read.get(scope);
    if (known) return known;
    const texts: Texts = JSON.parse(scope.values[slot] || '[]');
    spend(scope, texts.length);
    read.set(scope, texts);
    return texts;
  };
};

/** Of the asset whose turn it is, or of all of them, written one after the other. */
const ofAssets = (field: FieldUse, names: Names, place: number | null): Operand => {
  const texts = textsOf(field);
  if (place !== null) {
    return { evaluate: (scope) => texts(scope)[Number(scope.locals[place])] || null, field };
  }
  const display = displayOf(field, names.language);
  return {
    evaluate: (scope) => {
      const written = texts(scope).filter((text) => text !== null && text !== '');
      return written.length === 0 ? null : written.map((text) => display?.(String(text)) ?? text).join(', ');
    },
    name: field.name,
  };
};

/** The assets themselves, to be gone through or counted: each by its place. */
const assetList = (names: Names, path: string[], at: number): Operand => {
  const part = path.length === 2 ? own(LIST_PARTS, path[1] ?? '') : undefined;
  const field = names.fields.use(ASSETS);
  if (!field || (path.length > 1 && !part)) return names.unknown(path.join('.'), at);
  const texts = textsOf(field);
  const places: Evaluate = (scope) => texts(scope).map((_text, place) => place);
  return { evaluate: part ? (scope) => part(places(scope)) : places, isAssets: path.length === 1 };
};

const LOOP_PARTS: Record<string, (index: number, length: number) => Value> = {
  index: (index) => index + 1,
  index0: (index) => index,
  rindex: (index, length) => length - index,
  rindex0: (index, length) => length - index - 1,
  first: (index) => index === 0,
  last: (index, length) => index === length - 1,
  length: (_index, length) => length,
};

const LIST_PARTS: Record<string, (value: Value) => Value> = {
  first: (value) => (Array.isArray(value) ? (value[0] ?? null) : null),
  last: (value) => (Array.isArray(value) ? (value.at(-1) ?? null) : null),
  size: (value) => (Array.isArray(value) ? value.length : typeof value === 'string' ? [...value].length : null),
};

const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const pathAfter = (words: Words, first: string): string[] => {
  const path = [first];
  for (;;) {
    if (words.skip('.')) {
      const part = words.take();
      if (part.kind !== 'name') throw new TemplateError('template_unexpected', part.at, { found: part.text });
      path.push(part.text);
    } else if (words.skip('[')) {
      const part = words.take();
      if (part.kind !== 'string') throw new TemplateError('template_unexpected', part.at, { found: part.text });
      path.push(part.text);
      words.expect(']');
    } else return path;
  }
};

const loopPart = (names: Names, path: string[], at: number): Operand => {
  const loop = names.loops.at(-1);
  const part = own(LOOP_PARTS, path[1] ?? '');
  if (!loop || !part || path.length > 2) return names.unknown(path.join('.'), at);
  return { evaluate: (scope) => part(Number(scope.locals[loop.index]), Number(scope.locals[loop.length])) };
};

const named = (words: Words, names: Names, first: string, at: number): Operand => {
  const path = pathAfter(words, first);
  if (first === 'forloop') return loopPart(names, path, at);
  const slot = names.local(first);
  if (slot !== undefined && names.assets.has(slot)) {
    const field = names.fields.use([ASSET, ...path.slice(1)].join('.'));
    return field?.perAsset ? ofAssets(field, names, slot) : names.unknown(path.join('.'), at);
  }
  if (slot !== undefined) {
    const part = path.length === 2 ? own(LIST_PARTS, path[1] ?? '') : undefined;
    if (path.length > 1 && !part) return names.unknown(path.join('.'), at);
    const value: Evaluate = (scope) => scope.locals[slot] ?? null;
    return { evaluate: part ? (scope) => part(value(scope)) : value };
  }
  if (first === ASSETS) return assetList(names, path, at);
  const field = names.fields.use(path.join('.'));
  if (field?.perAsset) return ofAssets(field, names, null);
  return field ? { evaluate: fieldValue(field), field } : names.unknown(path.join('.'), at);
};

export const parseOperand = (words: Words, names: Names): Operand => {
  const sign = words.take();
  if (sign.kind === 'string') return constant(sign.text);
  if (sign.kind === 'number') return constant(Number(sign.text));
  if (sign.kind !== 'name') throw new TemplateError('template_unexpected', sign.at, { found: sign.text });
  if (Object.hasOwn(CONSTANTS, sign.text)) return constant(CONSTANTS[sign.text] ?? null);
  const isVoid = own(VOIDS, sign.text);
  if (isVoid) return { evaluate: () => '', isVoid };
  return named(words, names, sign.text, sign.at);
};

interface FilterCall {
  filter: Filter;
  arguments: Evaluate[];
}

const parseFilter = (words: Words, names: Names): FilterCall => {
  const sign = words.take();
  const filter = sign.kind === 'name' ? FILTERS.get(sign.text) : undefined;
  if (!filter) {
    const near = nearest(sign.text, FILTERS.keys());
    if (near === undefined) throw new TemplateError('template_unknown_filter', sign.at, { name: sign.text });
    throw new TemplateError('template_unknown_filter_near', sign.at, { name: sign.text, near });
  }
  const given: Evaluate[] = [];
  if (words.skip(':')) {
    do given.push(parseOperand(words, names).evaluate);
    while (words.skip(','));
  }
  const [least, most] = filter.takes;
  if (given.length < least || given.length > most) {
    throw new TemplateError('template_filter_arguments', sign.at, { name: sign.text, least, most });
  }
  return { filter, arguments: given };
};

/** Long values cost more steps, so that no template keeps the processor for long. */
const priced = (value: Value, scope: Scope): Value => {
  if (typeof value === 'string' || Array.isArray(value)) spend(scope, value.length >> 4);
  return value;
};

const filtered = (value: Evaluate, { filter, arguments: given }: FilterCall): Evaluate => {
  const input: Evaluate = (scope) => priced(value(scope), scope);
  const [first, second] = given;
  if (!first) return (scope) => filter.apply(input(scope));
  if (!second) return (scope) => filter.apply(input(scope), first(scope));
  return (scope) => filter.apply(input(scope), first(scope), second(scope));
};

/** A value with its filters. A date, an amount or a yes-or-no is first written for people, unless a filter wants it plain. */
export const parseExpression = (words: Words, names: Names): { evaluate: Evaluate; name?: string } => {
  const operand = parseOperand(words, names);
  const calls: FilterCall[] = [];
  while (words.skip('|')) calls.push(parseFilter(words, names));
  words.done();
  let value = operand.evaluate;
  const display = operand.field ? displayOf(operand.field, names.language) : null;
  if (display && !calls.some((call) => call.filter.plain)) {
    const plain = value;
    value = (scope) => {
      const found = plain(scope);
      return found === null ? null : display(String(found));
    };
  }
  const name = operand.field?.name ?? operand.name;
  return { evaluate: calls.reduce(filtered, value), ...(name !== undefined && { name }) };
};

type Test = (scope: Scope) => boolean;

const COMPARISONS: Record<string, (left: Value, right: Value) => boolean> = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<>': (left, right) => !equal(left, right),
  '<': (left, right) => (order(left, right) ?? 0) < 0,
  '>': (left, right) => (order(left, right) ?? 0) > 0,
  '<=': (left, right) => (order(left, right) ?? 1) <= 0,
  '>=': (left, right) => (order(left, right) ?? -1) >= 0,
  contains,
};

const parseComparison = (words: Words, names: Names): Test => {
  const left = parseOperand(words, names);
  const sign = words.peek();
  const compare = sign && sign.kind !== 'string' ? own(COMPARISONS, sign.text) : undefined;
  if (!sign || !compare) return (scope) => isTrue(left.evaluate(scope));
  words.take();
  const right = parseOperand(words, names);
  if (right.isVoid) {
    const { isVoid } = right;
    const negated = sign.text === '!=' || sign.text === '<>';
    return (scope) => isVoid(left.evaluate(scope)) !== negated;
  }
  return (scope) => compare(left.evaluate(scope), right.evaluate(scope));
};

/** Liquid reads `and` and `or` from the right, without precedence. */
export const parseCondition = (words: Words, names: Names): Test => {
  const left = parseComparison(words, names);
  if (words.skip('and')) {
    const right = parseCondition(words, names);
    return (scope) => left(scope) && right(scope);
  }
  if (words.skip('or')) {
    const right = parseCondition(words, names);
    return (scope) => left(scope) || right(scope);
  }
  words.done();
  return left;
};
