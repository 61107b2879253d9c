import type { CrmFieldType } from '../../../../../contract/crm-fields.ts';
import type { Language } from '../../../../../contract/messages/index.ts';
import { nearest, TemplateError } from './template-error.ts';
import { RenderError, type Value } from './value.ts';

export interface FieldKind {
  type: CrmFieldType;
  /** Of a money field, whose values are minor units. */
  currency: string | null;
  /** Of the assets of a message: its value is a JSON array with a text or null for each of them. */
  perAsset?: boolean;
}

/** Where a field's value is found among the values of a message. */
export interface FieldUse extends FieldKind {
  name: string;
  slot: number;
}

/** The fields that several templates (subject, HTML, text, in every language) use together, each with one slot. */
export interface FieldSlots {
  use(name: string): FieldUse | null;
  /** In the order of the slots. A name with a leading blank is ours alone: no author can write it. */
  readonly used: readonly string[];
  /** Those that some template names. */
  readonly named: ReadonlySet<string>;
  readonly known: readonly string[];
}

export const createFieldSlots = (
  known: ReadonlyMap<string, FieldKind>,
  reserved: readonly string[] = [],
): FieldSlots => {
  const used: string[] = [...reserved];
  const named = new Set<string>();
  return {
    used,
    named,
    known: [...known.keys()].filter((name) => !name.startsWith(' ')),
    use: (name) => {
      const kind = known.get(name);
      if (!kind) return null;
      named.add(name);
      let slot = used.indexOf(name);
      if (slot < 0) slot = used.push(name) - 1;
      return { ...kind, name, slot };
    },
  };
};

/** What a template is evaluated on. */
export interface Scope {
  values: readonly (string | null)[];
  locals: Value[];
  /** Steps left before the template is given up. */
  steps: number;
}

/** More work than this for one text of one recipient is a mistake or an attack. */
export const MAX_STEPS = 50_000;

export const spend = (scope: Scope, steps: number): void => {
  scope.steps -= steps;
  if (scope.steps < 0) throw new RenderError(`the template needs more than ${MAX_STEPS} steps`);
};

export type Evaluate = (scope: Scope) => Value;

/** The name of the list of a message’s assets, and of the fields of each. */
export const ASSETS = 'assets';
export const ASSET = 'asset';

/** The names that mean something at one place of a template. */
export class Names {
  readonly fields: FieldSlots;
  readonly language: Language;
  readonly #locals = new Map<string, number>();
  #count = 0;
  /** The locals that hold index and length of the innermost loops. */
  readonly loops: { index: number; length: number }[] = [];
  /** The locals that stand for an asset: they hold its place among the assets of the message. */
  readonly assets = new Set<number>();

  constructor(fields: FieldSlots, language: Language) {
    this.fields = fields;
    this.language = language;
  }

  get localCount(): number {
    return this.#count;
  }

  local(name: string): number | undefined {
    return this.#locals.get(name);
  }

  reserve(): number {
    this.#count += 1;
    return this.#count - 1;
  }

  assign(name: string): number {
    const known = this.#locals.get(name);
    if (known !== undefined) return known;
    const slot = this.reserve();
    this.#locals.set(name, slot);
    return slot;
  }

  /** A loop's variable hides whatever had its name before; the answer puts that back. */
  shadow(name: string, slot: number): () => void {
    const hidden = this.#locals.get(name);
    this.#locals.set(name, slot);
    return () => {
      if (hidden === undefined) this.#locals.delete(name);
      else this.#locals.set(name, hidden);
    };
  }

  unknown(name: string, at: number): never {
    const candidates = [...this.fields.known, ...this.#locals.keys()];
    const near = nearest(name, candidates);
    if (near === undefined) throw new TemplateError('template_unknown_field', at, { name });
    throw new TemplateError('template_unknown_field_near', at, { name, near });
  }
}
