import { type Evaluate, MAX_STEPS, type Scope, spend } from './names.ts';
import { RenderError, textOf, type Value } from './value.ts';

/** A part of a compiled template. A text is named by its place in `Template.texts`. */
export type Node =
  | { kind: 'text'; no: number }
  /** `slot`: the value stands in it and is put out as it is. */
  | { kind: 'output'; evaluate: Evaluate; field: string | null; slot?: number }
  | { kind: 'choice'; branches: { holds: (scope: Scope) => boolean; body: Node[] }[] }
  | { kind: 'loop'; loop: Loop }
  | { kind: 'assign'; slot: number; evaluate: Evaluate }
  | { kind: 'leave'; how: 'break' | 'continue' };

export interface Loop {
  items: (scope: Scope) => Iterable<Value> & { length: number };
  item: number;
  index: number;
  length: number;
  body: Node[];
  otherwise: Node[];
}

/** Compiled once, rendered for every recipient. */
export interface Template {
  texts: readonly string[];
  body: readonly Node[];
  locals: number;
}

/** Where a rendered template goes: fixed texts by number, so that they can be encoded beforehand, and values. */
export interface Sink {
  text(no: number): void;
  value(text: string): void;
  /** A field that was to be put out has no value, and nothing stands for it. */
  missing?(field: string): void;
}

type Left = 'break' | 'continue' | null;

const renderLoop = (loop: Loop, scope: Scope, sink: Sink): Left => {
  const items = loop.items(scope);
  if (items.length === 0) return renderNodes(loop.otherwise, scope, sink);
  scope.locals[loop.length] = items.length;
  let index = 0;
  for (const item of items) {
    spend(scope, 1);
    scope.locals[loop.item] = item;
    scope.locals[loop.index] = index;
    index += 1;
    if (renderNodes(loop.body, scope, sink) === 'break') break;
  }
  return null;
};

const renderNodes = (nodes: readonly Node[], scope: Scope, sink: Sink): Left => {
  for (const node of nodes) {
    spend(scope, 1);
    switch (node.kind) {
      case 'text':
        sink.text(node.no);
        break;
      case 'output': {
        const value = textOf(node.evaluate(scope));
        if (value !== '') sink.value(value);
        else if (node.field !== null) sink.missing?.(node.field);
        break;
      }
      case 'choice': {
        const branch = node.branches.find(({ holds }) => holds(scope));
        const left = branch ? renderNodes(branch.body, scope, sink) : null;
        if (left) return left;
        break;
      }
      case 'loop': {
        const left = renderLoop(node.loop, scope, sink);
        if (left) return left;
        break;
      }
      case 'assign':
        scope.locals[node.slot] = node.evaluate(scope);
        break;
      case 'leave':
        return node.how;
    }
  }
  return null;
};

/** Renders for one recipient; `values` in the order of the slots. Throws RenderError. */
export const renderInto = (template: Template, values: readonly (string | null)[], sink: Sink): void => {
  const locals = template.locals === 0 ? [] : new Array<null>(template.locals).fill(null);
  renderNodes(template.body, { values, locals, steps: MAX_STEPS }, sink);
};

const MAX_OUTPUT = 8_000_000;

export type Escape = (value: string) => string;
export const asIs: Escape = (value) => value;

/** Renders to a plain text; `escaped` is applied to values only. Throws RenderError. */
export const renderText = (
  template: Template,
  values: readonly (string | null)[],
  escaped: Escape,
  missing?: (field: string) => void,
): string => {
  let out = '';
  const add = (more: string) => {
    out += more;
    if (out.length > MAX_OUTPUT) throw new RenderError(`the text grows beyond ${MAX_OUTPUT} characters`);
  };
  renderInto(template, values, {
    text: (no) => add(template.texts[no] ?? ''),
    value: (value) => add(escaped(value)),
    ...(missing && { missing }),
  });
  return out;
};

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml: Escape = (value) =>
  /[&<>"']/.test(value) ? value.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign) : value;
