import { TemplateError } from './template-error.ts';

export type Sign =
  | { kind: 'name'; text: string; at: number }
  | { kind: 'string'; text: string; at: number }
  | { kind: 'number'; text: string; at: number }
  | { kind: 'sign'; text: string; at: number };

const PATTERN =
  /\s+|([A-Za-z_][\w-]*)|(-?\d+\.\d+|-?\d+(?!\.\d))|"([^"]*)"|'([^']*)'|(==|!=|<>|<=|>=|\.\.|[<>|:,.()[\]=])/y;

/** The words of one `{{ … }}` or tag; offsets are in the source. */
export class Words {
  readonly #signs: Sign[] = [];
  readonly #end: number;
  #next = 0;

  constructor(markup: string, at: number) {
    this.#end = at + markup.length;
    PATTERN.lastIndex = 0;
    while (PATTERN.lastIndex < markup.length) {
      const start = PATTERN.lastIndex;
      const found = PATTERN.exec(markup);
      if (!found)
        throw new TemplateError('template_unexpected', at + start, { found: markup.slice(start, start + 20) });
      const [, name, number, double, single, sign] = found;
      const place = at + start;
      if (name !== undefined) this.#signs.push({ kind: 'name', text: name, at: place });
      else if (number !== undefined) this.#signs.push({ kind: 'number', text: number, at: place });
      else if (double !== undefined || single !== undefined) {
        this.#signs.push({ kind: 'string', text: double ?? single ?? '', at: place });
      } else if (sign !== undefined) this.#signs.push({ kind: 'sign', text: sign, at: place });
    }
  }

  peek(): Sign | undefined {
    return this.#signs[this.#next];
  }

  take(): Sign {
    const sign = this.#signs[this.#next];
    if (!sign) throw new TemplateError('template_incomplete', this.#end);
    this.#next += 1;
    return sign;
  }

  /** Takes the next word when it is this one. */
  skip(text: string): boolean {
    const sign = this.peek();
    if (!sign || sign.text !== text || sign.kind === 'string') return false;
    this.#next += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.skip(text)) this.refuse();
  }

  /** Refuses whatever stands here. */
  refuse(): never {
    const sign = this.take();
    throw new TemplateError('template_unexpected', sign.at, { found: sign.text });
  }

  done(): void {
    if (this.peek()) this.refuse();
  }
}
