import { attributeOf, type XmlListener } from './xml-cutter.ts';

/** What a number in a cell stands for: itself, a day with or without a time, or digits with leading zeros. */
export type NumberFormat = 'plain' | 'date' | 'time' | { digits: number };

/** The formats that Excel knows by number: 14–17, 22 and 27–36, 50–58 (East Asian) are dates, 18–21 and 45–47 times. */
const builtIn = (id: number): NumberFormat => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'plain';
};

/** Of a format's own code: `yyyy-mm-dd`, `[h]:mm`, `00000`. Quoted text, colours and conditions do not count. */
export const formatOf = (code: string): NumberFormat => {
  const bare =
    code
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .split(';')[0] ?? '';
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  if (/[yd]/i.test(bare) || /(^|[^a-z])m{3,}/i.test(bare)) return 'date';
  return /[hs]/i.test(bare) ? 'time' : 'plain';
};

/** Listens to `styles.xml`: the format of each cell style, by its place. */
export const formatsListener = (): XmlListener & { formats: NumberFormat[] } => {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  return {
    formats,
    start(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt')
        own.set(Number(attributeOf(attributes, 'numFmtId')), formatOf(attributeOf(attributes, 'formatCode') ?? ''));
      else if (name === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        formats.push(own.get(id) ?? builtIn(id));
      }
    },
    end(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text() {},
  };
};

const DAY_MS = 86_400_000;
const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');

/**
 * A serial number as `2026-05-17` or `2026-05-17T09:30:00`. Day 60 of the 1900 system, the 29 February that 1900 never had, is taken as the 28th. Workbooks of
 * old Macintoshes count from 1904.
 */
const dayText = (serial: number, since1904: boolean): string => {
  const days = since1904 ? serial + 1462 : serial;
  const at = new Date(Math.round((days < 60 ? days + 1 : days) * DAY_MS) + Date.UTC(1899, 11, 30));
  const day = `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
  const time = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
  return time === '00:00:00' ? day : `${day}T${time}`;
};

/** A number without an exponent and without the noise of binary fractions, as Excel shows it: 15 digits. */
const numberText = (value: number): string => {
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e21 && Math.abs(short) >= 1e-6 ? String(short) : short === 0 ? '0' : String(value);
};

/** The raw text of a number cell as a person would have typed it. What is no number stays as it is. */
export const numberCell = (raw: string, format: NumberFormat, since1904: boolean): string => {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  if (typeof format === 'object') return numberText(value).padStart(format.digits, '0');
  if (format === 'date' && value >= 0 && value < 2_958_466) return dayText(value, since1904);
  if (format === 'time' && value >= 0 && value < 1) return dayText(value, since1904).slice(11) || '00:00:00';
  return numberText(value);
};
