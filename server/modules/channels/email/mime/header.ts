import { oneLine } from '../../../content/index.ts';

/** An encoded word holds at most 75 characters (RFC 2047): 12 of them frame 60 of base64, which carry 45 bytes. */
const WORD_BYTES = 45;

/** Cuts between characters, never inside one. */
const pieces = (text: string): string[] => {
  const found: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of text) {
    const bytes = Buffer.byteLength(character);
    if (size + bytes > WORD_BYTES) {
      found.push(piece);
      piece = '';
      size = 0;
    }
    piece += character;
    size += bytes;
  }
  if (piece !== '') found.push(piece);
  return found;
};

const encodedWords = (text: string): string =>
  pieces(text)
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`)
    .join('\r\n ');

/** Plain text that no program could take for something else and that can be folded at its blanks. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !/=\?| {2}|[^ ]{61}/.test(text);

const folded = (text: string, room: number): string => {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const limit = lines.length === 0 ? room : 75;
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
  if (!isPlain(value)) return `${name}: ${encodedWords(value)}\r\n`;
  return `${name}: ${folded(value, 76 - name.length - 2)}\r\n`;
};

/** Signs that turn the direction of writing could disguise who a message is from. */
const DIRECTIONS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

export const cleanName = (name: string): string => oneLine(name.replace(DIRECTIONS, ''));

const written = (name: string): string => {
  if (!isPlain(name)) return encodedWords(name);
  return /^[A-Za-z0-9 ]+$/.test(name) ? name : `"${name.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
};

/** `address` is a checked one. */
export const mailbox = (name: string, address: string): string => {
  const clean = cleanName(name);
  if (clean === '') return address;
  const words = written(clean);
  return words.length + address.length > 55 ? `${words}\r\n <${address}>` : `${words} <${address}>`;
};
