/** An address in a text: where it stands, what it is, what it is called. */
export interface FoundLink {
  start: number;
  end: number;
  /** As it stands in the source, entities decoded. */
  url: string;
  label: string;
}

/** A picture: where it lies, and what is said of it. */
export interface FoundPicture {
  address: string;
  words: string;
}

export interface HtmlScan {
  links: FoundLink[];
  pictures: FoundPicture[];
  /** Where a `<body …>` ends, and where the last `</body>` begins. */
  bodyStart: number | null;
  bodyEnd: number | null;
  hasHtml: boolean;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,6}));/g, (whole, decimal, hex, name: string) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });

/** Elements whose content is no markup. */
const VERBATIM = new Set(['style', 'script', 'title', 'textarea', 'xmp']);

const tagEnd = (html: string, from: number): number => {
  let quote = '';
  for (let index = from; index < html.length; index += 1) {
    const sign = html[index] as string;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return index;
  }
  return -1;
};

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?/g;

/** Where the value of an attribute stands, without its quotes. */
const attribute = (html: string, from: number, to: number, wanted: string): { start: number; end: number } | null => {
  const inside = html.slice(from, to);
  for (const found of inside.matchAll(ATTRIBUTE)) {
    const [whole, name = '', value] = found;
    if (name.toLowerCase() !== wanted || value === undefined) continue;
    const end = from + (found.index ?? 0) + whole.length;
    const quoted = value.startsWith('"') || value.startsWith("'");
    return { start: end - value.length + (quoted ? 1 : 0), end: quoted ? end - 1 : end };
  }
  return null;
};

const labelOf = (content: string): string => {
  const alt = /\balt\s*=\s*("[^"]*"|'[^']*')/i.exec(content)?.[1]?.slice(1, -1) ?? '';
  const words = decodeEntities(content.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return (words || decodeEntities(alt)).slice(0, 120);
};

const MAX_LABEL_SPAN = 5000;

class Scanner {
  readonly #html: string;
  readonly #lower: string;
  readonly scan: HtmlScan = { links: [], pictures: [], bodyStart: null, bodyEnd: null, hasHtml: false };

  constructor(html: string) {
    this.#html = html;
    // Only ASCII: other letters may change their length.
    this.#lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }

  run(): HtmlScan {
    let at = this.#html.indexOf('<');
    while (at >= 0) at = this.#html.indexOf('<', this.#step(at));
    return this.scan;
  }

  /** Looks at what begins at `at` and answers where to go on. */
  #step(at: number): number {
    const html = this.#html;
    if (html.startsWith('<!--', at)) return this.#after('-->', at + 4);
    const [, slash = '', name = ''] = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/.exec(html.slice(at, at + 40)) ?? [];
    if (name === '') return at + 1;
    const from = at + 1 + slash.length + name.length;
    const end = tagEnd(html, from);
    if (end < 0) return html.length;
    const tag = name.toLowerCase();
    if (slash) {
      if (tag === 'body') this.scan.bodyEnd = at;
      return end + 1;
    }
    if (tag === 'html') this.scan.hasHtml = true;
    if (tag === 'body') this.scan.bodyStart ??= end + 1;
    if (tag === 'a' || tag === 'area') this.#link(from, end);
    if (tag === 'img')
      this.scan.pictures.push({ address: this.#value(from, end, 'src'), words: this.#value(from, end, 'alt') });
    return VERBATIM.has(tag) ? this.#after(`</${tag}`, end + 1) : end + 1;
  }

  #after(text: string, from: number): number {
    const found = this.#lower.indexOf(text, from);
    return found < 0 ? this.#html.length : found + text.length;
  }

  #value(from: number, end: number, name: string): string {
    const place = attribute(this.#html, from, end, name);
    return place ? decodeEntities(this.#html.slice(place.start, place.end)).trim() : '';
  }

  #link(from: number, end: number): void {
    const place = attribute(this.#html, from, end, 'href');
    if (!place) return;
    const close = this.#lower.slice(end + 1, end + 1 + MAX_LABEL_SPAN).indexOf('</a');
    const content = close < 0 ? '' : this.#html.slice(end + 1, end + 1 + close);
    const url = decodeEntities(this.#html.slice(place.start, place.end)).trim();
    this.scan.links.push({ ...place, url, label: labelOf(content) });
  }
}

/** Finds the links, the pictures and the body of an HTML text; comments, styles and scripts are passed over. Linear in its length. */
export const scanHtml = (html: string): HtmlScan => new Scanner(html).run();

/** The web addresses written in a plain text. */
export const scanText = (text: string): FoundLink[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"'\])\uFFFC]+/gi)].flatMap((found) => {
    const url = found[0].replace(/[.,;:!?]+$/, '');
    const start = found.index ?? 0;
    // An address that goes on with a field is not fixed.
    if (text[start + found[0].length] === '\uFFFC') return [];
    return [{ start, end: start + url.length, url, label: '' }];
  });
