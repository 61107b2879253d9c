/** A file as people really send it, the same for the same seed, and what an import must make of it. */
export interface NastyCsv {
  bytes: Buffer;
  encoding: NastyEncoding;
  separator: string;
  /** Data rows. */
  rows: number;
  expected: { created: number; skipped: number; refused: number };
  /** Reason → rows. */
  reasons: Record<string, number>;
}
export type NastyEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface NastyOptions {
  rows: number;
  seed?: number;
  encoding?: NastyEncoding;
  separator?: ',' | ';' | '\t';
  /** Begins with Excel's `sep=` line. */
  sepLine?: boolean;
  /** Addresses start with this, so that two files are about different people. */
  prefix?: string;
}

/** mulberry32: small, and the same everywhere. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const FIRST = [
  'Kari',
  'Ola',
  'Åse',
  'Bjørn',
  'Élodie',
  'François',
  'Zoë',
  'Jürgen',
  'Anne-Marie',
  'Noël',
  'Héloïse',
  'Søren',
];
const LAST = [
  'Nordmann',
  'Ødegård',
  'Lefèvre',
  'Müller',
  "O'Brien",
  'Hansen',
  'Nuñez',
  'Bjørnstad',
  'D’Arcy',
  'Gonçalves',
];
const CITY = ['Oslo', 'Tromsø', 'Besançon', 'Århus', 'Paris', 'Bodø', 'Málaga'];
const BAD = [
  'nobody',
  'a@b',
  'kari@@example.no',
  'kari nordmann@example.no',
  '@example.no',
  'kari@example..no',
  'n/a',
  'kari@-example.no',
];
const HEADER = ['Fornavn', 'Etternavn', 'E-post', 'Telefon', 'Firma', 'Poststed', 'Merknad'];

const quoted = (cell: string, separator: string) =>
  /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;

const encode = (text: string, encoding: NastyEncoding): Buffer => {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  // Of Windows-1252 only what it shares with Latin-1, and the apostrophe.
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
};

/** Swaps the case of some letters: the same mailbox, written differently. */
const inOtherCase = (address: string, random: () => number) =>
  [...address].map((letter) => (random() < 0.5 ? letter.toUpperCase() : letter)).join('');

export const nastyCsv = ({
  rows,
  seed = 1,
  encoding = 'utf-8',
  separator = ',',
  sepLine = false,
  prefix = 'p',
}: NastyOptions): NastyCsv => {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const taken: string[] = [];
  const reasons: Record<string, number> = {};
  const count = (reason: string) => {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  };
  const note = () =>
    pick([
      '',
      'VIP',
      `two\r\nlines`,
      `one, two; three\tfour`,
      'said "hello"',
      '=HYPERLINK("http://example.com")',
      '5" screen',
    ]);
  const lines = [HEADER.join(separator)];
  for (let n = 0; n < rows; n += 1) {
    const fate = random();
    let email = `${prefix}${n}@example${n % 7}.no`;
    let city = pick(CITY);
    if (fate < 0.02 && taken.length > 0) {
      email = inOtherCase(pick(taken), random);
      count('duplicate_in_file');
    } else if (fate < 0.03) {
      email = pick(BAD);
      count('invalid_email');
    } else if (fate < 0.033) {
      city = `${city}\u0000`;
      count('nul_byte');
    } else {
      if (taken.length < 50_000) taken.push(email);
    }
    const phone = random() < 0.3 ? `22 ${10 + (n % 89)} 34 56` : '';
    const company = random() < 0.5 ? `Firma ${Math.floor(random() * 500)} ${pick(['AS', 'ASA', 'SARL'])}` : '';
    const cells = [pick(FIRST), pick(LAST), email, phone, company, city, note()];
    lines.push(cells.map((cell) => quoted(cell, separator)).join(separator));
  }
  const text = `${sepLine ? `sep=${separator}\r\n` : ''}${lines.join('\r\n')}\r\n`;
  const skipped = reasons['duplicate_in_file'] ?? 0;
  const refused = (reasons['invalid_email'] ?? 0) + (reasons['nul_byte'] ?? 0);
  return {
    bytes: encode(text, encoding),
    encoding,
    separator,
    rows,
    reasons,
    expected: { created: rows - skipped - refused, skipped, refused },
  };
};
