import { renderInto, type Template, type TemplateNode, TOKEN_SLOT } from '../../../content/index.ts';
import { type Encoded, encode, type Joinable, joinable, QuotedPrintableSink } from './quoted-printable.ts';
import { remembered } from './remembered.ts';

interface LaidOut {
  template: Template;
  texts: readonly (Encoded | Joinable)[];
}

type Nodes = readonly TemplateNode[];

/** Puts the texts between which nothing but the token stands together, wherever they are. */
class Layout {
  readonly texts: (Encoded | Joinable)[];
  readonly #encoded: readonly Encoded[];
  readonly #token: number;

  constructor(encoded: readonly Encoded[], token: number) {
    this.#encoded = encoded;
    this.texts = [...encoded];
    this.#token = token;
  }

  nodes(nodes: Nodes): TemplateNode[] {
    const laid: TemplateNode[] = [];
    for (let at = 0; at < nodes.length; at += 1) {
      const run = this.#runFrom(nodes, at);
      const joined = run.length > 1 ? joinable(run, this.#token) : null;
      if (joined === null) {
        laid.push(this.#within(nodes[at]!));
        continue;
      }
      laid.push({ kind: 'text', no: this.texts.push(joined) - 1 });
      // Between two texts of the run stands a token.
      at += 2 * (run.length - 1);
    }
    return laid;
  }

  /** Text, token, text and so on. */
  #runFrom(nodes: Nodes, from: number): Encoded[] {
    const run: Encoded[] = [];
    for (let at = from; ; at += 2) {
      const text = nodes[at];
      const encoded = text?.kind === 'text' ? this.#encoded[text.no] : undefined;
      if (encoded === undefined) return run;
      run.push(encoded);
      const next = nodes[at + 1];
      if (next?.kind !== 'output' || next.slot !== TOKEN_SLOT) return run;
    }
  }

  #within(node: TemplateNode): TemplateNode {
    if (node.kind === 'choice')
      return { ...node, branches: node.branches.map((branch) => ({ ...branch, body: this.nodes(branch.body) })) };
    if (node.kind !== 'loop') return node;
    const { loop } = node;
    return { kind: 'loop', loop: { ...loop, body: this.nodes(loop.body), otherwise: this.nodes(loop.otherwise) } };
  }
}

const laidOut = (template: Template, encoded: readonly Encoded[], token: number): LaidOut => {
  const layout = new Layout(encoded, token);
  return { template: { ...template, body: layout.nodes(template.body) }, texts: layout.texts };
};

/** A part of a message: its fixed texts encoded once a run, only values put in for each recipient. */
export class BodyPart {
  readonly #laidOut: (token: number) => LaidOut;
  readonly #escaped: (value: string) => string;

  constructor(template: Template, escaped: (value: string) => string, change: (text: string) => string) {
    const encoded = template.texts.map((text) => encode(change(text)));
    this.#laidOut = remembered((token) => laidOut(template, encoded, token));
    this.#escaped = escaped;
  }

  /** In quoted-printable. Throws RenderError and BodyTooLarge. */
  render(values: readonly (string | null)[]): string {
    const token = values[TOKEN_SLOT] ?? '';
    const { template, texts } = this.#laidOut(token.length);
    const sink = new QuotedPrintableSink(texts, token, this.#escaped);
    renderInto(template, values, sink);
    return sink.out;
  }
}
