import { oneLine } from '../../../content/index.ts';

/** A line with encoded words holds at most 76 characters, each word 75, of which 12 frame it (RFC 2047). */
const LINE = 76;
const FRAME = 12;

/** What fits into an encoded word of so many characters: base64 carries 3 bytes in 4. */
const bytesIn = (characters: number): number => Math.floor((characters - FRAME) / 4) * 3;

/** Cuts between characters, never inside one; `room` is what the first line still holds. */
const pieces = (text: string, room: number): string[] => {
  const found: string[] = [];
  let piece = '';
  let size = 0;
  let limit = bytesIn(room);
  for (const character of text) {
    const bytes = Buffer.byteLength(character);
    if (size + bytes > limit) {
      found.push(piece);
      piece = '';
      size = 0;
      limit = bytesIn(LINE - 1);
    }
    piece += character;
    size += bytes;
  }
  return [...found, piece];
};

const encodedWords = (text: string, room: number): string =>
  pieces(text, room)
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`)
    .join('\r\n ');

/** Plain text that no program could take for something else and that can be folded at its blanks. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !/=\?| {2}|[^ ]{61}/.test(text);

const folded = (text: string, room: number): string => {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const limit = lines.length === 0 ? room : LINE - 1;
    if (line !== '' && line.length + 1 + word.length > limit) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\r\n ');
};

/** A header of free text, folded and encoded as needed; line breaks in `text` become blanks (A14). */
export const header = (name: string, text: string): string => {
  const value = oneLine(text);
  const room = LINE - name.length - 2;
  return `${name}: ${isPlain(value) ? folded(value, room) : encodedWords(value, room)}\r\n`;
};

/** Signs that turn the direction of writing could disguise who a message is from. */
const DIRECTIONS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

export const cleanName = (name: string): string => oneLine(name.replace(DIRECTIONS, ''));

/** As long as `Reply-To: `. */
const NAME_OF_HEADER = 10;

const written = (name: string): string => {
  if (!isPlain(name)) return encodedWords(name, LINE - NAME_OF_HEADER);
  return /^[A-Za-z0-9 ]+$/.test(name) ? name : `"${name.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
};

/** `address` is a checked one. */
export const mailbox = (name: string, address: string): string => {
  const clean = cleanName(name);
  if (clean === '') return address;
  const words = written(clean);
  return words.length + address.length > 55 ? `${words}\r\n <${address}>` : `${words} <${address}>`;
};
