import { compile } from 'html-to-text';
import type { Token } from './model/liquid/tokenize.ts';
import { textToken } from './model/token-text.ts';

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 4_000_000, maxDepth: 500 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

const MARK = /\uFDD0(\d+)\uFDD1/;

/** The plain text of an HTML template, with its fields and instructions where they stood. */
export const deriveText = (html: readonly Token[]): Token[] => {
  const marked = html.map((token, index) => (token.kind === 'text' ? token.text : `\uFDD0${index}\uFDD1`)).join('');
  const parts = toText(marked).trim().split(MARK);
  return parts.flatMap((part, index): Token[] => {
    if (index % 2 === 0) return part === '' ? [] : [textToken(part)];
    const token = html[Number(part)];
    return token ? [token] : [];
  });
};
