import { DIRECT_LINK_CODE } from '../../../../contract/direct-link.ts';
import type { Token } from './liquid/tokenize.ts';
import { type Edit, edited, shadowOf, textToken } from './token-text.ts';

/** In the place of a line's own, as long as one that is printed or read out. */
export const sampleDirectLink = (baseUrl: string): string => `${baseUrl}/d/${'x'.repeat(23)}`;

const CODE = new RegExp(DIRECT_LINK_CODE, 'gi');
const URL_FIELD: Token = { kind: 'field', name: 'direct_link_url', at: 0 };

/** Whether a place of an HTML text is inside a tag, or inside a link already: only the address fits there. */
const isBareAddress = (html: string, at: number): boolean => {
  const before = html.slice(0, at).toLowerCase();
  if (before.lastIndexOf('<') > before.lastIndexOf('>')) return true;
  return Math.max(before.lastIndexOf('<a '), before.lastIndexOf('<a\n')) > before.lastIndexOf('</a>');
};

/** Puts the personal address in the place of the code; between the tags of HTML it becomes a link by itself. */
export const withDirectLink = (tokens: readonly Token[], kind: 'html' | 'text'): Token[] => {
  const shadow = shadowOf(tokens);
  const edits = [...shadow.matchAll(CODE)].map((found): Edit => {
    const bare = kind === 'text' || isBareAddress(shadow, found.index);
    const link = [textToken('<a href="'), URL_FIELD, textToken('">'), URL_FIELD, textToken('</a>')];
    return { start: found.index, end: found.index + found[0].length, tokens: bare ? [URL_FIELD] : link };
  });
  return edited(tokens, edits);
};
