import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../../contract/messages/index.ts';

/** HTML that is safe to send: made only by `html`, which escapes every value that is not itself such a piece. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

type Value = Html | readonly Html[] | string | false | null;
const markupOf = (value: Value): string => {
  if (value === false || value === null) return '';
  if (typeof value === 'string') return escaped(value);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
};

export const html = (pieces: TemplateStringsArray, ...values: Value[]): Html => ({
  markup: pieces.map((piece, at) => piece + (at < values.length ? markupOf(values[at] ?? null) : '')).join(''),
});

const STYLE = `
:root{color-scheme:light dark;--paper:#faf9f7;--card:#fff;--ink:#1d1c1a;--soft:#64605a;--line:#cfcac2;--accent:#0b5a73;--on:#fff;--note:#e3f0f4}
@media (prefers-color-scheme:dark){:root{--paper:#151514;--card:#1c1c1a;--ink:#eceae6;--soft:#a5a098;--line:#45433f;--accent:#7cc4da;--on:#0d2027;--note:#14303a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:34rem;margin:0 auto;padding:clamp(1.5rem,8vh,5rem) 1rem 2rem}
.who{margin:0 0 1rem;color:var(--soft);font-weight:600;overflow-wrap:anywhere}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:clamp(1.25rem,5vw,2rem)}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem;letter-spacing:-.01em}
p{margin:0 0 1rem;overflow-wrap:anywhere}
fieldset{border:0;margin:1.25rem 0;padding:0;display:grid;gap:.6rem}
legend{padding:0;margin:0 0 .6rem;font-weight:600}
label{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-items:start;padding:.8rem .9rem;border:1px solid var(--line);border-radius:10px;cursor:pointer}
label:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
input{width:1.1rem;height:1.1rem;margin:.22rem 0 0;accent-color:var(--accent)}
input[type=text]{width:100%;height:auto;margin:.25rem 0 0;padding:.6rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:10px}
label b{font-weight:600;display:block;overflow-wrap:anywhere}
label span span{color:var(--soft);font-size:.92rem}
.acts{display:flex;flex-wrap:wrap;gap:.6rem}
button{font:inherit;font-weight:600;padding:.65rem 1.1rem;border-radius:10px;border:1px solid var(--line);background:transparent;color:var(--ink);cursor:pointer;min-height:2.75rem}
button.main{background:var(--accent);border-color:var(--accent);color:var(--on)}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.soft{color:var(--soft)}
h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.4rem 1rem;margin:0 0 1rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
ul{list-style:none;margin:0 0 1rem;padding:0}
li{padding:.7rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
.written ul,.written ol{list-style:revert;padding-left:1.5rem}
.written li{padding:.15rem 0;border:0}
h3{font-size:1rem;margin:1.25rem 0 .4rem}
img{display:block;max-width:100%;height:auto;margin:0 0 1rem;border-radius:10px}
.note{background:var(--note);border-radius:10px;padding:.75rem .9rem}
.acts+p,form+p,form+form{margin-top:1.5rem}
.card>:last-child{margin-bottom:0}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; img-src 'self'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export interface PublicPage {
  language: Language;
  title: string;
  /** The company's name. */
  who: string;
  body: Html;
}

const documentOf = ({ language, title, who, body }: PublicPage): string =>
  `<!doctype html>${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · ${who}</title><style>${{ markup: STYLE }}</style></head><body><main>${who !== '' && html`<p class="who">${who}</p>`}<div class="card">${body}</div></main></body></html>`
      .markup
  }`;

/** A page for people outside: plain HTML without script, under a policy of its own that allows nothing but its style and our pictures. */
export const sendPage = (reply: FastifyReply, status: number, page: PublicPage) =>
  reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .send(documentOf(page));
