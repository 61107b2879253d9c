import type { Reply } from '../model/classify-reply.ts';

const MAX_LINE = 2_048;
const MAX_LINES = 128;
const MAX_TEXT = 600;
/** So many different replies are remembered. */
const MAX_KNOWN = 32;

/** A peer that does not speak SMTP. */
export class BadReply extends Error {}

const LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?=\s|$)/;
/** Where qmail has it: at the end. */
const ENHANCED_LAST = /\(#([245]\.\d{1,3}\.\d{1,3})\)\s*$/;

/** For people: no control characters, no endless text; bytes beyond ASCII read as UTF-8. */
export const readable = (text: string): string => {
  const decoded = /[\x80-\xff]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text;
  return decoded
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_TEXT);
};

/** Reads replies from what arrives in pieces of any size; memory is bounded whatever is sent (F25). */
export class ReplyParser {
  #rest = '';
  #lines: string[] = [];
  #code = '';
  /** Replies of one line that were read before: a server says the same to every envelope. */
  readonly #known = new Map<string, Reply>();

  /** `text` holds one byte per character. Throws BadReply. */
  push(text: string): Reply[] {
    const replies: Reply[] = [];
    this.#rest += text;
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end < 0) break;
      if (end > MAX_LINE) throw new BadReply(`a line of ${end} bytes`);
      const line = this.#rest.slice(0, this.#rest[end - 1] === '\r' ? end - 1 : end);
      this.#rest = this.#rest.slice(end + 1);
      const reply = this.#knownOr(line);
      if (reply) replies.push(reply);
    }
    if (this.#rest.length > MAX_LINE) throw new BadReply('a line without end');
    return replies;
  }

  /** Forgets what came too early: plain text that stood behind the answer to STARTTLS. */
  discard(): void {
    this.#rest = '';
    this.#lines = [];
    this.#code = '';
  }

  #knownOr(line: string): Reply | null {
    const known = this.#lines.length === 0 ? this.#known.get(line) : undefined;
    if (known) return known;
    const reply = this.#line(line);
    if (reply?.lines.length === 1 && this.#known.size < MAX_KNOWN) this.#known.set(line, reply);
    return reply;
  }

  #line(line: string): Reply | null {
    const [, code, sign, rest = ''] = LINE.exec(line) ?? [];
    if (code === undefined) throw new BadReply(readable(line.slice(0, 200)));
    if (this.#code !== '' && this.#code !== code) throw new BadReply(`${this.#code} went on with ${code}`);
    if (this.#lines.length >= MAX_LINES) throw new BadReply('a reply without end');
    this.#lines.push(rest);
    this.#code = code;
    if (sign === '-') return null;
    const lines = this.#lines;
    this.#lines = [];
    this.#code = '';
    const enhanced = (ENHANCED.exec(lines[0]!) ?? ENHANCED_LAST.exec(lines.at(-1)!))?.[1] ?? null;
    return { code: Number(code), enhanced, text: readable(`${code} ${joined(lines, enhanced)}`), lines };
  }
}

/** Servers repeat the enhanced status on every line; once is enough. */
const joined = (lines: string[], enhanced: string | null): string => {
  if (enhanced === null) return lines.join(' ');
  return [
    ...(lines[0]!.startsWith(enhanced) ? [enhanced] : []),
    ...lines.map((line) => (line.startsWith(enhanced) ? line.slice(enhanced.length).trim() : line)),
  ].join(' ');
};
