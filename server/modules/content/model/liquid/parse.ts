import type { Language } from '../../../../../contract/messages/index.ts';
import { parseCondition, parseExpression, parseOperand } from './expression.ts';
import { Words } from './lex.ts';
import { type FieldSlots, Names, type Scope } from './names.ts';
import type { Loop, Node, Template } from './template.ts';
import { nearest, TemplateError } from './template-error.ts';
import type { Token } from './tokenize.ts';
import { equal, numberOf, RenderError, type Value } from './value.ts';

const BLOCKS = { if: 'endif', unless: 'endunless', case: 'endcase', for: 'endfor' } as const;
type Block = keyof typeof BLOCKS;
const TAGS = [
  'if',
  'elsif',
  'else',
  'endif',
  'unless',
  'endunless',
  'case',
  'when',
  'endcase',
  'for',
  'endfor',
  'break',
  'continue',
  'assign',
  'comment',
  'raw',
];
const MAX_DEPTH = 30;
const MAX_NODES = 20_000;

type TagToken = Extract<Token, { kind: 'tag' }>;
type Condition = (scope: Scope) => boolean;

const always: Condition = () => true;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #names: Names;
  readonly texts: string[] = [];
  #at = 0;
  #depth = 0;
  #loops = 0;

  constructor(tokens: readonly Token[], names: Names) {
    if (tokens.length > MAX_NODES) throw new TemplateError('template_too_large', 0, { max: MAX_NODES });
    this.#tokens = tokens;
    this.#names = names;
  }

  /** Nodes up to one of the tags in `until`, which is taken and answered; at the end of the source `until` must be empty. */
  nodes(until: readonly string[], opened?: TagToken): { nodes: Node[]; end: TagToken | null } {
    const nodes: Node[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (!token) {
        if (opened) this.#notEnded(opened);
        return { nodes, end: null };
      }
      this.#at += 1;
      if (token.kind === 'tag') {
        if (until.includes(token.name)) return { nodes, end: token };
        nodes.push(this.#tag(token, opened));
      } else this.#plain(token, nodes);
    }
  }

  #notEnded(opened: TagToken): never {
    const end = BLOCKS[opened.name as Block];
    throw new TemplateError('template_not_ended', opened.at, { tag: opened.name, end });
  }

  #plain(token: Exclude<Token, TagToken>, nodes: Node[]): void {
    const last = nodes.at(-1);
    if (token.kind === 'text' && last?.kind === 'text' && last.no === this.texts.length - 1) {
      this.texts[last.no] += token.text;
    } else if (token.kind === 'text') {
      nodes.push({ kind: 'text', no: this.texts.push(token.text) - 1 });
    } else if (token.kind === 'output') {
      const { evaluate, name } = parseExpression(new Words(token.markup, token.markupAt), this.#names);
      nodes.push({ kind: 'output', evaluate, field: name ?? null });
    } else {
      const field = this.#names.fields.use(token.name);
      const slot = field?.slot ?? this.#names.unknown(token.name, token.at);
      nodes.push({ kind: 'output', evaluate: ({ values }) => values[slot] ?? null, field: null, slot });
    }
  }

  #tag(token: TagToken, opened: TagToken | undefined): Node {
    const words = this.#words(token);
    switch (token.name) {
      case 'if':
        return this.#inside(token, () => this.#choice(token, this.#condition(words)));
      case 'unless':
        return this.#inside(token, () => this.#choice(token, not(this.#condition(words))));
      case 'case':
        return this.#inside(token, () => this.#case(token, words));
      case 'for':
        return this.#inside(token, () => this.#for(token, words));
      case 'assign':
        return this.#assign(words);
      case 'break':
      case 'continue':
        words.done();
        if (this.#loops === 0) throw new TemplateError('template_stray_tag', token.at, { name: token.name });
        return { kind: 'leave', how: token.name };
      default:
        return this.#refuse(token, opened);
    }
  }

  #refuse(token: TagToken, opened: TagToken | undefined): never {
    if (TAGS.includes(token.name)) {
      if (opened && token.name.startsWith('end')) this.#notEnded(opened);
      throw new TemplateError('template_stray_tag', token.at, { name: token.name });
    }
    const near = nearest(token.name, TAGS);
    if (near === undefined) throw new TemplateError('template_unknown_tag', token.at, { name: token.name });
    throw new TemplateError('template_unknown_tag_near', token.at, { name: token.name, near });
  }

  #inside<T>(token: TagToken, parse: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new TemplateError('template_too_deep', token.at, { max: MAX_DEPTH });
    const parsed = parse();
    this.#depth -= 1;
    return parsed;
  }

  #condition(words: Words): Condition {
    return parseCondition(words, this.#names);
  }

  #choice(opened: TagToken, first: Condition): Node {
    const branches: { holds: Condition; body: Node[] }[] = [];
    const end = BLOCKS[opened.name as Block];
    let holds = first;
    let until = ['elsif', 'else', end];
    for (;;) {
      const { nodes, end: tag } = this.nodes(until, opened);
      branches.push({ holds, body: nodes });
      if (!tag || tag.name === end) return { kind: 'choice', branches };
      if (tag.name === 'else') {
        holds = always;
        until = [end];
      } else holds = this.#condition(this.#words(tag));
    }
  }

  #case(opened: TagToken, words: Words): Node {
    const subject = parseOperand(words, this.#names).evaluate;
    words.done();
    const before = this.nodes(['when', 'else', 'endcase'], opened);
    const branches: { holds: Condition; body: Node[] }[] = [];
    let tag = before.end;
    while (tag && tag.name !== 'endcase') {
      const holds = tag.name === 'else' ? always : this.#when(tag, subject);
      const { nodes, end } = this.nodes(tag.name === 'else' ? ['endcase'] : ['when', 'else', 'endcase'], opened);
      branches.push({ holds, body: nodes });
      tag = end;
    }
    return { kind: 'choice', branches };
  }

  #when(tag: TagToken, subject: (scope: Scope) => Value): Condition {
    const words = this.#words(tag);
    const values = [parseOperand(words, this.#names).evaluate];
    while (words.skip(',') || words.skip('or')) values.push(parseOperand(words, this.#names).evaluate);
    words.done();
    return (scope) => values.some((value) => equal(subject(scope), value(scope)));
  }

  #words(tag: TagToken): Words {
    const words = new Words(tag.markup, tag.markupAt);
    words.skip(tag.name);
    return words;
  }

  #for(opened: TagToken, words: Words): Node {
    const names = this.#names;
    const variable = words.take();
    if (variable.kind !== 'name') throw new TemplateError('template_unexpected', variable.at, { found: variable.text });
    words.expect('in');
    const { items, isAssets } = parseItems(words, names);
    words.done();
    const loop: Loop = {
      items,
      item: names.reserve(),
      index: names.reserve(),
      length: names.reserve(),
      body: [],
      otherwise: [],
    };
    if (isAssets) names.assets.add(loop.item);
    const unshadow = names.shadow(variable.text, loop.item);
    names.loops.push(loop);
    this.#loops += 1;
    const body = this.nodes(['else', 'endfor'], opened);
    this.#loops -= 1;
    names.loops.pop();
    unshadow();
    loop.body = body.nodes;
    if (body.end?.name === 'else') loop.otherwise = this.nodes(['endfor'], opened).nodes;
    return { kind: 'loop', loop };
  }

  #assign(words: Words): Node {
    const variable = words.take();
    if (variable.kind !== 'name') throw new TemplateError('template_unexpected', variable.at, { found: variable.text });
    words.expect('=');
    const { evaluate } = parseExpression(words, this.#names);
    const { known } = this.#names.fields;
    if (known.some((name) => name === variable.text || name.startsWith(`${variable.text}.`))) {
      throw new TemplateError('template_taken_name', variable.at, { name: variable.text });
    }
    return { kind: 'assign', slot: this.#names.assign(variable.text), evaluate };
  }
}

const not =
  (condition: Condition): Condition =>
  (scope) =>
    !condition(scope);

const MAX_ITEMS = 10_000;

const range = (from: Value, to: Value): Value[] => {
  const start = Math.trunc(numberOf(from) ?? 0);
  const length = Math.max(0, Math.trunc(numberOf(to) ?? 0) - start + 1);
  if (length > MAX_ITEMS) throw new RenderError(`a loop over more than ${MAX_ITEMS} items`);
  return Array.from({ length }, (_, index) => start + index);
};

const parseItems = (words: Words, names: Names): { items: Loop['items']; isAssets: boolean } => {
  let items: (scope: Scope) => Value[];
  let isAssets = false;
  if (words.skip('(')) {
    const from = parseOperand(words, names).evaluate;
    words.expect('..');
    const to = parseOperand(words, names).evaluate;
    words.expect(')');
    items = (scope) => range(from(scope), to(scope));
  } else {
    const { evaluate: list, ...operand } = parseOperand(words, names);
    isAssets = operand.isAssets === true;
    items = (scope) => {
      const value = list(scope);
      return Array.isArray(value) ? value : [];
    };
  }
  return { items: parseCut(words, names, items), isAssets };
};

/** `limit:`, `offset:` and `reversed`, in any order. */
const parseCut = (words: Words, names: Names, items: (scope: Scope) => Value[]): Loop['items'] => {
  const cut: { limit?: (scope: Scope) => Value; offset?: (scope: Scope) => Value; reversed: boolean } = {
    reversed: false,
  };
  for (;;) {
    if (words.skip('reversed')) cut.reversed = true;
    else if (words.skip('limit')) {
      words.expect(':');
      cut.limit = parseOperand(words, names).evaluate;
    } else if (words.skip('offset')) {
      words.expect(':');
      cut.offset = parseOperand(words, names).evaluate;
    } else break;
  }
  const { limit, offset, reversed } = cut;
  if (!limit && !offset && !reversed) return items;
  return (scope) => {
    const from = Math.max(0, numberOf(offset?.(scope) ?? 0) ?? 0);
    const count = limit ? Math.max(0, numberOf(limit(scope)) ?? 0) : Number.POSITIVE_INFINITY;
    const part = items(scope).slice(from, from + count);
    return reversed ? part.reverse() : part;
  };
};

/** Compiles tokens against the fields that are known. Throws TemplateError. */
export const parseTemplate = (tokens: readonly Token[], fields: FieldSlots, language: Language): Template => {
  const names = new Names(fields, language);
  const parser = new Parser(tokens, names);
  const { nodes } = parser.nodes([]);
  return { texts: parser.texts, body: nodes, locals: names.localCount };
};
