import { decodeEntities } from './html-scan.ts';
import { escapeHtml } from './liquid/template.ts';

/** What an editor of simple texts can make. */
const KEPT = new Set(['p', 'h2', 'h3', 'strong', 'em', 'u', 'ul', 'ol', 'li', 'br', 'blockquote', 'a']);
/** Taken out with what is inside. */
const SILENCED = /<(script|style|template|iframe|object|svg|math)\b[\s\S]*?(<\/\1\s*>|$)/gi;
const SAFE = /^\s*(https?:|mailto:|tel:|\{\{|#DirectLink#)/i;

const linkOf = (attributes: string): string => {
  const found = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  const href = decodeEntities(found?.[1] ?? found?.[2] ?? '');
  return SAFE.test(href) ? `<a href="${href.includes('{{') ? href : escapeHtml(href)}">` : '<a>';
};

/** Only simple elements and links without danger; fields and instructions are kept as they were meant. */
export const cleanRichText = (html: string): string =>
  html
    .replace(SILENCED, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|</g,
      (whole, slash, name, attributes) => {
        if (whole === '<') return '&lt;';
        if (name === undefined) return decodeEntities(whole);
        const tag = String(name).toLowerCase();
        if (!KEPT.has(tag)) return '';
        if (slash) return `</${tag}>`;
        return tag === 'a' ? linkOf(String(attributes)) : `<${tag}>`;
      },
    );
