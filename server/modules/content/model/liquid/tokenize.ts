import { TemplateError } from './template-error.ts';

/** `at` is the offset in the source. A `field` token is made by us, never by an author: it puts out a field as it is. */
export type Token =
  | { kind: 'text'; text: string; at: number }
  | { kind: 'output'; markup: string; at: number; markupAt: number }
  | { kind: 'tag'; name: string; markup: string; at: number; markupAt: number }
  | { kind: 'field'; name: string; at: number };

/** The end of a `{{ … }}` or `{% … %}`; what stands in quotes does not close it. */
const closing = (source: string, from: number, close: string): number => {
  for (let index = from; index < source.length; index += 1) {
    const sign = source[index];
    if (sign === '"' || sign === "'") {
      const end = source.indexOf(sign, index + 1);
      if (end < 0) return -1;
      index = end;
    } else if (source.startsWith(close, index)) return index;
  }
  return -1;
};

const nextOpening = (source: string, from: number): number => {
  const output = source.indexOf('{{', from);
  const tag = source.indexOf('{%', from);
  if (output < 0) return tag;
  return tag < 0 ? output : Math.min(output, tag);
};

const endTag = (name: string) => new RegExp(`\\{%-?[ \\t\\r\\n]*${name}[ \\t\\r\\n]*-?%\\}`, 'g');

const trimmedEnd = (text: string) => text.replace(/\s+$/, '');

/** Cuts a source into texts, outputs and tags. `raw` becomes text, a comment nothing; `{{-` and `-}}` trim their neighbours. */
export const tokenize = (source: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  let trimNext = false;
  const text = (from: number, to: number, trimEnd: boolean) => {
    let cut = source.slice(from, to);
    if (trimNext) {
      const trimmed = cut.trimStart();
      from += cut.length - trimmed.length;
      cut = trimmed;
    }
    if (trimEnd) cut = trimmedEnd(cut);
    if (cut !== '') tokens.push({ kind: 'text', text: cut, at: from });
  };
  const verbatim = (name: 'raw' | 'comment', from: number, opened: number): number => {
    const end = endTag(`end${name}`);
    end.lastIndex = from;
    const found = end.exec(source);
    if (!found) throw new TemplateError('template_not_ended', opened, { tag: name, end: `end${name}` });
    if (name === 'raw') text(from, found.index, found[0].startsWith('{%-'));
    trimNext = found[0].endsWith('-%}');
    return found.index + found[0].length;
  };
  while (at < source.length) {
    const open = nextOpening(source, at);
    if (open < 0) break;
    const trimLeft = source[open + 2] === '-';
    text(at, open, trimLeft);
    const isOutput = source[open + 1] === '{';
    const start = open + 2 + (trimLeft ? 1 : 0);
    const end = closing(source, start, isOutput ? '}}' : '%}');
    if (end < 0) throw new TemplateError('template_unclosed', open, { found: isOutput ? '{{' : '{%' });
    trimNext = source[end - 1] === '-' && end > start;
    const markup = source.slice(start, trimNext ? end - 1 : end);
    at = end + 2;
    if (isOutput) {
      tokens.push({ kind: 'output', markup, at: open, markupAt: start });
      continue;
    }
    const [lead = '', name = ''] = /^\s*(\w*)/.exec(markup) ?? [];
    if (name === 'raw' || name === 'comment') at = verbatim(name, at, open);
    else tokens.push({ kind: 'tag', name, markup: markup.slice(lead.length), at: open, markupAt: start + lead.length });
  }
  text(at, source.length, false);
  return tokens;
};
