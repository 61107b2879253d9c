import type { Token } from './liquid/tokenize.ts';

/** Stands for whatever is not fixed text. */
export const GAP = '\uFFFC';

/** The fixed text of a template with a gap for everything else. */
export const shadowOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'text' ? token.text : GAP)).join('');

/** Puts tokens in the place of a part of the shadow that has no gap; `start = end` inserts. */
export interface Edit {
  start: number;
  end: number;
  tokens: readonly Token[];
}

const widthOf = (token: Token): number => (token.kind === 'text' ? token.text.length : 1);

const partOf = (token: Token, from: number, to: number): Token[] => {
  if (from >= to) return [];
  return token.kind === 'text' ? [{ ...token, text: token.text.slice(from, to), at: token.at + from }] : [token];
};

/** Applies edits, which must not overlap. */
export const edited = (tokens: readonly Token[], edits: readonly Edit[]): Token[] => {
  const waiting = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Token[] = [];
  let place = 0;
  let cutUntil = 0;
  for (const token of tokens) {
    const end = place + widthOf(token);
    let from = Math.max(place, cutUntil);
    while (waiting[0] && waiting[0].start < end) {
      const edit = waiting.shift() as Edit;
      result.push(...partOf(token, from - place, edit.start - place), ...edit.tokens);
      cutUntil = edit.end;
      from = Math.max(from, edit.start, edit.end);
    }
    result.push(...partOf(token, from - place, end - place));
    place = end;
  }
  for (const edit of waiting) result.push(...edit.tokens);
  return result;
};

export const textToken = (text: string): Token => ({ kind: 'text', text, at: 0 });

/** A fixed text with `{token}` in it, as tokens. */
export const addressTokens = (address: string, tokenField: string): Token[] =>
  address
    .split('{token}')
    .flatMap((part, index): Token[] => [
      ...(index > 0 ? [{ kind: 'field' as const, name: tokenField, at: 0 }] : []),
      ...(part === '' ? [] : [textToken(part)]),
    ]);
