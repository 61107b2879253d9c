import type { Variant } from '../../../contract/content.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { type CompileTerms, inPart, read, readBody, withLinks } from './compile-part.ts';
import { deriveText } from './derive-text.ts';
import { withDirectLink } from './model/direct-link.ts';
import { htmlFooter, textFooter } from './model/footer.ts';
import { scanHtml } from './model/html-scan.ts';
import { parseTemplate } from './model/liquid/parse.ts';
import { asIs, escapeHtml, renderText, type Template } from './model/liquid/template.ts';
import { TemplateError } from './model/liquid/template-error.ts';
import type { Token } from './model/liquid/tokenize.ts';
import { TOKEN } from './model/message-fields.ts';
import { linksOf } from './model/number-links.ts';
import { addressTokens, edited, GAP, shadowOf, textToken } from './model/token-text.ts';

/** One language of a message, compiled: the same templates are sent, previewed and shown again. */
export interface CompiledEmail {
  language: Language;
  subject: Template;
  preheader: Template;
  /** Null: a message of plain text only. */
  html: Template | null;
  text: Template;
  /** Addresses whose clicks cannot be counted, because they contain a field. */
  uncounted: string[];
  /** Which parts had no way out, so that one was added. */
  footerAdded: boolean;
}

const opens = new Set(['if', 'unless', 'case', 'for']);

/** Where in the shadow the way out stands for everybody: not inside a condition or a loop. */
const wayOutAt = (tokens: readonly Token[]): number[] => {
  const found: number[] = [];
  let place = 0;
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'tag') depth += opens.has(token.name) ? 1 : token.name.startsWith('end') ? -1 : 0;
    if (token.kind === 'output' && depth === 0 && /^\s*unsubscribe_url\s*$/.test(token.markup)) found.push(place);
    place += token.kind === 'text' ? token.text.length : 1;
  }
  return found;
};

const hasWayOut = (tokens: readonly Token[], kind: 'html' | 'text'): boolean => {
  const places = wayOutAt(tokens);
  if (kind === 'text') return places.length > 0;
  const { links } = scanHtml(shadowOf(tokens));
  return places.some((place) => links.some(({ start, end }) => start <= place && place < end));
};

const HIDDEN =
  'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all';

const hiddenPreheader = (tokens: readonly Token[]): Token[] => {
  if (tokens.length === 0) return [];
  const escaped = tokens.map((token) => (token.kind === 'text' ? { ...token, text: escapeHtml(token.text) } : token));
  return [textToken(`<div style="${HIDDEN}">`), ...escaped, textToken('</div>')];
};

const pixel = (open: string | null): Token[] =>
  open === null
    ? []
    : [
        textToken('<img src="'),
        ...addressTokens(escapeHtml(open), TOKEN),
        textToken('" width="1" height="1" alt="" style="border:0;display:block;height:1px;width:1px">'),
      ];

/** Puts a lead after `<body>` and an end before `</body>`; a fragment becomes a document. */
const framed = (tokens: readonly Token[], lead: Token[], end: Token[], language: Language): Token[] => {
  const { hasHtml, bodyStart, bodyEnd } = scanHtml(shadowOf(tokens));
  if (!hasHtml && bodyStart === null) {
    const head = `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head><body>`;
    return [textToken(head), ...lead, ...tokens, ...end, textToken('</body></html>')];
  }
  const length = shadowOf(tokens).length;
  const start = bodyStart ?? 0;
  const stop = bodyEnd !== null && bodyEnd >= start ? bodyEnd : length;
  return edited(tokens, [
    { start: bodyStart ?? stop, end: bodyStart ?? stop, tokens: bodyStart === null ? [] : lead },
    { start: stop, end: stop, tokens: end },
  ]);
};

const parsedText = (
  variant: Variant,
  html: readonly Token[],
  terms: CompileTerms,
): { template: Template; added: boolean } => {
  const { language, fields } = terms;
  const given = variant.text !== null && variant.text.trim() !== '';
  const own = given
    ? withLinks(withDirectLink(readBody(variant.text ?? '', 'text', terms), 'text'), 'text', terms)
    : deriveText(html);
  const added = !hasWayOut(own, 'text');
  const parse = (tokens: readonly Token[]) =>
    parseTemplate(added ? [...tokens, ...textFooter(language)] : tokens, fields, language);
  try {
    return { template: parse(own), added };
  } catch (error) {
    if (given || !(error instanceof TemplateError)) throw error;
    // What frames only a piece of markup may lose its other half on the way to plain text.
    return { template: parse(own.filter((token) => token.kind !== 'tag')), added };
  }
};

/** Compiles one language of an e-mail. Throws PartError. */
export const compileEmail = (variant: Variant, terms: CompileTerms): CompiledEmail => {
  const { language, fields, addresses } = terms;
  const simple = (part: 'subject' | 'preheader') =>
    inPart(part, variant[part], () => {
      const tokens = read(variant[part]);
      return { tokens, template: parseTemplate(tokens, fields, language) };
    });
  const subject = simple('subject');
  const preheader = simple('preheader');
  const written = inPart('html', variant.html, () => readBody(variant.html, 'html', terms));
  const source = withDirectLink(written, 'html');
  const hasHtml = variant.html.trim() !== '';
  const linked = withLinks(source, 'html', terms);
  const missing = hasHtml && !hasWayOut(source, 'html');
  const end = [...(missing ? htmlFooter(language) : []), ...pixel(addresses.open)];
  const html = hasHtml
    ? inPart('html', variant.html, () =>
        parseTemplate(framed(linked, hiddenPreheader(preheader.tokens), end, language), fields, language),
      )
    : null;
  const words = withLinks(withDirectLink(written, 'text'), 'html', terms);
  const text = inPart('text', variant.text ?? '', () => parsedText(variant, words, terms));
  const uncounted = hasHtml
    ? linksOf(source, 'html')
        .filter(({ url }) => /^https?:\/\//i.test(url) && url.includes(GAP))
        .map(({ label, url }) => label || url.replaceAll(GAP, '…'))
    : [];
  const footerAdded = missing || (!hasHtml && text.added);
  return {
    language,
    subject: subject.template,
    preheader: preheader.template,
    html,
    text: text.template,
    uncounted,
    footerAdded,
  };
};

export interface RenderedEmail {
  subject: string;
  preheader: string;
  html: string | null;
  text: string;
}

/** One line: a subject cannot hold a line break. */
export const oneLine = (text: string): string =>
  (/^[ -~]*$/.test(text) ? text : text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')).trim();

export const renderSubject = ({ subject }: CompiledEmail, values: readonly (string | null)[]): string =>
  oneLine(renderText(subject, values, asIs));

/** Renders for eyes what is otherwise encoded for the wire; `missing` hears of fields without a value. Throws RenderError. */
export const renderEmail = (
  email: CompiledEmail,
  values: readonly (string | null)[],
  missing?: (field: string) => void,
): RenderedEmail => ({
  subject: oneLine(renderText(email.subject, values, asIs, missing)),
  preheader: oneLine(renderText(email.preheader, values, asIs, missing)),
  html: email.html && renderText(email.html, values, escapeHtml, missing),
  text: renderText(email.text, values, asIs, missing),
});
