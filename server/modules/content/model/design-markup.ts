import { articleTag } from '../../../../contract/articles.ts';
import type { Block, Design } from '../../../../contract/design.ts';
import { escapeHtml } from './liquid/template.ts';
import { cleanRichText } from './rich-text.ts';

/** The line under the message: why it came, how to see it elsewhere, the way out. */
export interface DesignFoot {
  reason: string;
  view: string;
  unsubscribe: string;
}

const INK = '#1f2933';
const QUIET = '#5b6770';
const PLACED = /__kept_(\d+)__/g;
const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** Keeps what people wrote out of the way of what reads markup: a sign stands for it while the layout is made. */
class Kept {
  readonly #pieces: string[] = [];

  piece(html: string): string {
    return `__kept_${this.#pieces.push(html) - 1}__`;
  }

  /** Plain words: escaped, but for their fields. */
  words(text: string): string {
    let from = 0;
    let made = '';
    for (const found of text.matchAll(LIQUID)) {
      made += escapeHtml(text.slice(from, found.index)) + found[0];
      from = found.index + found[0].length;
    }
    return this.piece(made + escapeHtml(text.slice(from)));
  }

  /** What was written holds no signs of its own: each is put back once. */
  back(made: string): string {
    return made.replace(PLACED, (_, no) => this.#pieces[Number(no)] ?? '');
  }
}

/** Each paragraph and link carries its look, as mail programs want it. */
const dressed = (html: string, accent: string): string =>
  cleanRichText(html)
    .replaceAll('<p>', '<p style="margin:0 0 16px">')
    .replaceAll('<h2>', '<h2 style="margin:8px 0;font-size:20px;line-height:28px">')
    .replaceAll('<h3>', '<h3 style="margin:8px 0;font-size:17px;line-height:24px">')
    .replace(/<(ul|ol)>/g, '<$1 style="margin:0 0 16px;padding:0 0 0 24px">')
    .replace(/<a href="([^"]*)">/g, `<a href="$1" style="color:${accent};text-decoration:underline">`);

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const pictureOf = ({ picture, href }: Of<'picture'>, kept: Kept): string =>
  picture === null
    ? ''
    : `<mj-image src="${kept.words(picture.address)}" alt="${kept.words(picture.name)}" width="${Math.min(picture.width, 536)}px"${href === '' ? '' : ` href="${kept.words(href)}"`} padding="0 32px 20px"/>`;

/** One block that takes the whole width. */
const oneOf = (block: Exclude<Block, Of<'columns'>>, accent: string, kept: Kept): string => {
  switch (block.kind) {
    case 'heading':
      return `<mj-text padding="8px 32px 12px"><h1 style="margin:0;font-size:26px;line-height:34px;font-weight:700">${kept.words(block.text)}</h1></mj-text>`;
    case 'text':
      return `<mj-text>${kept.piece(dressed(block.html, accent))}</mj-text>`;
    case 'picture':
      return pictureOf(block, kept);
    case 'button':
      return `<mj-button href="${kept.words(block.href)}" background-color="${accent}" align="left" padding="4px 32px 24px">${kept.words(block.text)}</mj-button>`;
    case 'article':
      return `<mj-text>${kept.piece(articleTag(block.no))}</mj-text>`;
    case 'line':
      return '<mj-divider border-width="1px" border-color="#e1e6ea" padding="12px 32px 24px"/>';
  }
};

const columnsOf = ({ left, right }: Of<'columns'>, accent: string, kept: Kept): string =>
  `<mj-section background-color="#ffffff" padding="0 16px">${[left, right]
    .map(
      (html) => `<mj-column><mj-text padding="0 16px 8px">${kept.piece(dressed(html, accent))}</mj-text></mj-column>`,
    )
    .join('')}</mj-section>`;

/** Whole-width blocks that follow each other share a section. */
const sectionsOf = ({ accent, blocks }: Design, kept: Kept): string => {
  let made = '';
  let waiting = '';
  const flush = () => {
    if (waiting !== '')
      made += `<mj-section background-color="#ffffff" padding="0"><mj-column>${waiting}</mj-column></mj-section>`;
    waiting = '';
  };
  for (const block of blocks) {
    if (block.kind === 'columns') {
      flush();
      made += columnsOf(block, accent, kept);
    } else waiting += oneOf(block, accent, kept);
  }
  flush();
  return made;
};

const foot = ({ reason, view, unsubscribe }: DesignFoot, kept: Kept): string => {
  const link = (text: string, field: string) =>
    `<a href="${kept.piece(`{{ ${field} }}`)}" style="color:${QUIET};text-decoration:underline">${kept.words(text)}</a>`;
  return `<mj-section padding="0"><mj-column><mj-text align="center" font-size="13px" line-height="20px" color="${QUIET}" padding="20px 16px">${kept.words(reason)}<br/>${link(view, 'view_url')} &#160;·&#160; ${link(unsubscribe, 'unsubscribe_url')}</mj-text></mj-column></mj-section>`;
};

const edge = (padding: string) =>
  `<mj-section background-color="#ffffff" padding="0"><mj-column><mj-spacer height="${padding}"/></mj-column></mj-section>`;

/** The layout in MJML, and how to put fields and instructions back into what is made of it. */
export const designMarkup = (
  design: Design,
  language: string,
  words: DesignFoot,
): { mjml: string; finish: (html: string) => string } => {
  const kept = new Kept();
  const mjml = `<mjml lang="${language}"><mj-head><mj-attributes><mj-all font-family="-apple-system, Segoe UI, Helvetica, Arial, sans-serif"/><mj-text font-size="16px" line-height="26px" color="${INK}" padding="0 32px 4px"/><mj-button font-size="16px" font-weight="600" border-radius="6px" inner-padding="13px 26px"/></mj-attributes></mj-head><mj-body width="600px" background-color="#f3f5f7">${edge('28px')}${sectionsOf(design, kept)}${edge('12px')}${foot(words, kept)}</mj-body></mjml>`;
  return { mjml, finish: (html) => kept.back(html) };
};
