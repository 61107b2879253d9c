/** A start or end tag with its raw attributes, or a text; an empty element is a start followed by its end. */
export interface XmlListener {
  start(name: string, attributes: string): void;
  end(name: string): void;
  text(text: string): void;
}

/** The markup is none, or made to do harm. */
export class XmlProblem extends Error {}

const MAX_PIECE = 1_000_000;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const character = (whole: string, code: string): string => {
  if (!code.startsWith('#')) return NAMED[code] ?? whole;
  const point = code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd';
};

/** Only the five names and numbers: there are no entities to expand. */
export const plainXml = (text: string): string =>
  text.includes('&') ? text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]+);/g, character) : text;

/** The value of an attribute, of raw attributes as `start` gives them. */
export const attributeOf = (attributes: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? plainXml(found[1] ?? found[2] ?? '') : null;
};

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

/** Cuts XML that comes in pieces into tags and texts. No document types, no entities of their own. Throws XmlProblem. */
export const xmlCutter = (listener: XmlListener): { push(piece: string): void; end(): void } => {
  let rest = '';
  const tag = (inside: string) => {
    if (inside.startsWith('?') || inside.startsWith('!--')) return;
    if (inside.startsWith('![CDATA[')) return listener.text(inside.slice(8, -2));
    if (inside.startsWith('!')) throw new XmlProblem('A document type is not taken.');
    if (inside.startsWith('/')) return listener.end(withoutPrefix(inside.slice(1).trim()));
    const empty = inside.endsWith('/');
    const body = empty ? inside.slice(0, -1) : inside;
    const space = body.search(/\s/);
    const name = withoutPrefix(space < 0 ? body : body.slice(0, space));
    listener.start(name, space < 0 ? '' : body.slice(space + 1));
    if (empty) listener.end(name);
  };
  const endOf = (buffer: string, at: number): number => {
    if (buffer.startsWith('<!--', at)) return closing(buffer, '-->', at);
    if (buffer.startsWith('<![CDATA[', at)) return closing(buffer, ']]>', at);
    return buffer.indexOf('>', at);
  };
  return {
    push(piece) {
      const buffer = rest + piece;
      let at = 0;
      while (at < buffer.length) {
        if (buffer.charCodeAt(at) !== 60) {
          const next = buffer.indexOf('<', at);
          if (next < 0) break;
          listener.text(plainXml(buffer.slice(at, next)));
          at = next;
        }
        // What follows `<!` is not yet told by fewer than nine characters.
        if (buffer.length - at < 9 && buffer.charCodeAt(at + 1) === 33) break;
        const end = endOf(buffer, at);
        if (end < 0) break;
        tag(buffer.slice(at + 1, end));
        at = end + 1;
      }
      rest = buffer.slice(at);
      if (rest.length > MAX_PIECE) throw new XmlProblem('A tag or text is too long.');
    },
    end() {
      if (rest.trim() !== '') throw new XmlProblem('The file breaks off.');
    },
  };
};

const closing = (buffer: string, mark: string, at: number): number => {
  const found = buffer.indexOf(mark, at);
  return found < 0 ? -1 : found + mark.length - 1;
};
