/** The basic alphabet of GSM 03.38, each character at its code; the escape, at 27, stands for no character of its own. */
export const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** What takes an escape before it, and so counts two. */
export const GSM_EXTENSION: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};

export const SMS_ENCODINGS = ['gsm7', 'ucs2'] as const;
export type SmsEncoding = (typeof SMS_ENCODINGS)[number];

/** How much one message holds, alone and as a part of several, which each begin with a header of six octets. */
const ROOM: Record<SmsEncoding, { alone: number; part: number }> = {
  gsm7: { alone: 160, part: 153 },
  ucs2: { alone: 70, part: 67 },
};

/** From here on a person is asked whether it is really meant. */
export const MANY_PARTS = 20;
/** A header numbers parts in one octet. */
export const MOST_PARTS = 255;

export interface SmsCount {
  encoding: SmsEncoding;
  /** What each message carries; an empty text is one empty message. */
  parts: string[];
  /** Septets of GSM 03.38, or units of UTF-16. */
  units: number;
  /** How many more fit before another part begins. */
  left: number;
  /** The characters outside GSM 03.38, each once, in their order: for their sake the whole text goes as UCS-2. */
  forcing: string[];
}

/** By code unit: how many septets it takes; none for what GSM 03.38 does not know. Each message is looked up character by character. */
const SEPTETS = new Uint8Array(0x10000);
for (const character of GSM_BASIC) SEPTETS[character.charCodeAt(0)] = character === '\u001B' ? 0 : 1;
for (const character of Object.keys(GSM_EXTENSION)) SEPTETS[character.charCodeAt(0)] = 2;

const septetsOf = (character: string): number => (character.length === 1 ? (SEPTETS[character.charCodeAt(0)] ?? 0) : 0);
const isGsm = (character: string): boolean => septetsOf(character) > 0;

/** Of a whole text; null when it has a character that GSM 03.38 does not know. */
const septetsIn = (text: string): number | null => {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const septets = SEPTETS[text.charCodeAt(at)] ?? 0;
    if (septets === 0) return null;
    sum += septets;
  }
  return sum;
};

const WEIGHT: Record<SmsEncoding, (character: string) => number> = {
  gsm7: septetsOf,
  ucs2: (character) => character.length,
};

/** A line ends with one character on a phone. */
export const smsText = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Neither an escape and its character nor the halves of a pair are parted. */
const cut = (characters: readonly string[], room: number, weigh: (character: string) => number): [string[], number] => {
  const parts: string[] = [];
  let part = '';
  let filled = 0;
  for (const character of characters) {
    const weight = weigh(character);
    if (filled + weight > room) {
      parts.push(part);
      part = '';
      filled = 0;
    }
    part += character;
    filled += weight;
  }
  return [[...parts, part], room - filled];
};

/** How a text goes out as SMS. */
export const countSms = (written: string): SmsCount => {
  const text = smsText(written);
  const septets = septetsIn(text);
  const encoding: SmsEncoding = septets === null ? 'ucs2' : 'gsm7';
  const units = septets ?? text.length;
  const { alone, part } = ROOM[encoding];
  const forcing = septets === null ? [...new Set([...text].filter((character) => !isGsm(character)))] : [];
  if (units <= alone) return { encoding, parts: [text], units, left: alone - units, forcing };
  const [parts, left] = cut([...text], part, WEIGHT[encoding]);
  return { encoding, parts, units, left, forcing };
};

/** What stands for a typographic sign, or a letter that no stripping of accents leads to. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '×': 'x',
  '\t': ' ',
  '\u00A0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u00AD': '',
  '\u200B': '',
  '\u200C': '',
  '\u200D': '',
  '\u2060': '',
  '\uFEFF': '',
  '™': 'TM',
  '©': '(c)',
  '®': '(R)',
  '№': 'No',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
};

const plainOf = (character: string): string => {
  if (isGsm(character)) return character;
  const known = PLAIN[character];
  if (known !== undefined) return known;
  const stripped = character.normalize('NFD').replace(/\p{M}+/gu, '');
  return [...stripped].every(isGsm) && stripped !== '' ? stripped : character;
};

export interface PlainOffer {
  text: string;
  /** What would become what, each once. */
  changes: { from: string; to: string }[];
}

/** The text in characters of GSM 03.38 as far as they can stand for what is written; an offer, never done unasked. */
export const plainSms = (text: string): PlainOffer => {
  const characters = [...smsText(text).normalize('NFC')];
  const changed = [...new Set(characters.filter((character) => plainOf(character) !== character))];
  return {
    text: characters.map(plainOf).join(''),
    changes: changed.map((from) => ({ from, to: plainOf(from) })),
  };
};

/** What tells the recipient how to stop: the link, or a word to write back. */
const WAY_OUT = /unsubscribe_url|\b(?:STOPP?|SLUTT|ARR[EÊ]T|WYPISZ|UNSUBSCRIBE)\b/;

/** Whether the text, with its fields still in it, says how to get no more. */
export const saysHowToStop = (template: string): boolean => WAY_OUT.test(template);
