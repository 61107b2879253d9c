import type { Sink } from '../../../content/index.ts';
import { keptFor } from './remembered.ts';

/** A text in quoted-printable that others can be joined to. */
export interface Encoded {
  wire: string;
  /** Characters of the first and the last line, the soft break not counted; the same when there is only one line. */
  lead: number;
  tail: number;
  single: boolean;
}

/** Texts with the token of each recipient between them, laid out beforehand: they are joined by it. */
export interface Joinable extends Omit<Encoded, 'wire'> {
  around: readonly string[];
}

/** One less than RFC 2045 allows, so that there is always room for the sign of a soft line break. */
const LINE = 75;

const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const SPACE = 0x20;
const TAB = 0x09;
const NEWLINE = 0x0a;
const DOT = 0x2e;

const isPlain = (byte: number): boolean => byte > SPACE && byte < 0x7f && byte !== 0x3d;

/**
 * What is put together sign by sign is kept by the engine as a tree of its signs, and every message that holds it would walk that tree
 * again: written out once, a message costs a tenth.
 */
const writtenOut = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

/**
 * Encodes UTF-8, every line break as CRLF. A blank at the end of a line or of the text is encoded, so nothing can strip it, and a dot at the
 * beginning, so that no line of a message is one that SMTP would have to double (RFC 5321, 4.5.2).
 */
export const encode = (text: string): Encoded => {
  const bytes = Buffer.from(text.replace(/\r\n?/g, '\n'), 'utf8');
  let wire = '';
  let line = '';
  let lead = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === NEWLINE) {
      if (lead < 0) lead = line.length;
      wire += `${line}\r\n`;
      line = '';
      continue;
    }
    const blank = byte === SPACE || byte === TAB;
    const last = at + 1 === bytes.length || bytes[at + 1] === NEWLINE;
    const piece = isPlain(byte) || (blank && !last) ? String.fromCharCode(byte) : (HEX[byte] as string);
    if (line.length + piece.length > LINE) {
      if (lead < 0) lead = line.length;
      wire += `${line}=\r\n`;
      line = '';
    }
    line += byte === DOT && line === '' ? HEX[DOT] : piece;
  }
  return { wire: writtenOut(wire + line), lead: lead < 0 ? line.length : lead, tail: line.length, single: lead < 0 };
};

/** Towns and first names come again and again, at least in both parts of a message. */
const encodeShort = keptFor(1_000, encode);

/** Short, on one line, with nothing to encode and no dot or blank at an edge where it would have to be. */
const SIMPLE = /^[!--/-<>-~](?:[ -<>-~]*[!-<>-~])?$/;

/** In which column a piece begins, and whether a soft break goes before it. */
const placed = (column: number, lead: number): { begins: number; breaks: boolean } => {
  const breaks = column > 0 && column + lead > LINE;
  return { begins: breaks ? 0 : column, breaks };
};

const BREAK = '=\r\n';

/**
 * Lays out texts between which the token stands, where the first has a line that ends: then all that follows is the same for everybody.
 * `token`: how long it is; it holds nothing that would have to be encoded.
 */
export const joinable = (texts: readonly Encoded[], token: number): Joinable | null => {
  const [first, ...rest] = texts;
  if (first === undefined || first.single) return null;
  const around: string[] = [];
  let piece = first.wire;
  let column = first.tail;
  for (const { wire, lead, tail, single } of rest) {
    const link = placed(column, token);
    around.push(link.breaks ? piece + BREAK : piece);
    const text = placed(link.begins + token, lead);
    piece = text.breaks ? BREAK + wire : wire;
    column = single ? text.begins + tail : tail;
  }
  return { around: [...around, piece], lead: first.lead, tail: column, single: false };
};

/** More than this is no message any more. */
const MAX_BODY = 20_000_000;

export class BodyTooLarge extends Error {}

/** Joins texts that were encoded beforehand with the values of one recipient; no line grows beyond 76 characters. */
export class QuotedPrintableSink implements Sink {
  readonly #texts: readonly (Encoded | Joinable)[];
  readonly #token: string;
  readonly #escaped: (value: string) => string;
  #column = 0;
  /** The last value that stands as it is: the token comes again with every link. */
  #asItIs = '';
  out = '';

  constructor(texts: readonly (Encoded | Joinable)[], token: string, escaped: (value: string) => string) {
    this.#texts = texts;
    this.#token = token;
    this.#escaped = escaped;
  }

  text(no: number): void {
    const text = this.#texts[no];
    if (text === undefined) return;
    if ('around' in text) {
      const { around, lead, tail } = text;
      const token = this.#token;
      let piece = around[0] ?? '';
      for (let at = 1; at < around.length; at += 1) piece += token + around[at];
      this.#put(piece, lead);
      this.#column = tail;
    } else this.#add(text);
  }

  value(value: string): void {
    if (value === this.#asItIs) {
      this.#column = this.#put(value, value.length) + value.length;
      return;
    }
    const escaped = this.#escaped(value);
    if (escaped.length <= LINE && SIMPLE.test(escaped)) {
      this.#column = this.#put(escaped, escaped.length) + escaped.length;
      if (escaped === value) this.#asItIs = value;
    } else this.#add(escaped.length <= LINE ? encodeShort(escaped) : encode(escaped));
  }

  #add({ wire, lead, tail, single }: Encoded): void {
    const column = this.#put(wire, lead);
    this.#column = single ? column + tail : tail;
  }

  /** Answers in which column it begins. */
  #put(wire: string, lead: number): number {
    const { begins, breaks } = placed(this.#column, lead);
    this.out += breaks ? BREAK + wire : wire;
    if (this.out.length > MAX_BODY) throw new BodyTooLarge(`the message grows beyond ${MAX_BODY} bytes`);
    return begins;
  }
}
