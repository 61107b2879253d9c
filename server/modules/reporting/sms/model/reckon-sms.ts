import { countSms } from '../../../../../contract/sms-text.ts';

export interface Reckoned {
  text: string;
  /** Of each part; null where none is known. */
  priceMillionths: number | null;
}

export interface Reckoning {
  byParts: { parts: number; people: number }[];
  wide: number;
  forcing: string[];
  /** Of all planned, reckoned from those looked at. */
  parts: number;
  costMinor: number | null;
}

const MOST_NAMED = 10;

/** What a text costs that is another for each recipient. `planned` may be more than there are texts: the rest is like these. */
export const reckonSms = (texts: readonly Reckoned[], planned: number, minorUnits: number): Reckoning => {
  const people = new Map<number, number>();
  const forcing = new Set<string>();
  let wide = 0;
  let parts = 0;
  let millionths: number | null = 0;
  for (const { text, priceMillionths } of texts) {
    const count = countSms(text);
    const mine = count.parts.length;
    people.set(mine, (people.get(mine) ?? 0) + 1);
    if (count.encoding === 'ucs2') wide += 1;
    for (const character of count.forcing) forcing.add(character);
    parts += mine;
    millionths = millionths === null || priceMillionths === null ? null : millionths + mine * priceMillionths;
  }
  const times = texts.length === 0 ? 0 : planned / texts.length;
  return {
    byParts: [...people].map(([of, count]) => ({ parts: of, people: count })).sort((a, b) => a.parts - b.parts),
    wide,
    forcing: [...forcing].slice(0, MOST_NAMED),
    parts: Math.round(parts * times),
    costMinor: millionths === null ? null : Math.round((millionths * times * minorUnits) / 1_000_000),
  };
};
