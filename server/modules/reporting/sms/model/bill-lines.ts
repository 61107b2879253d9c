import type { SmsBill } from '../../../../../contract/sms-invoices.ts';

type Terms = Pick<SmsBill, 'pricing' | 'markup' | 'perPartMillionths' | 'lines'>;

interface Metered {
  country: string | null;
  priceMillionths: number | null;
  parts: number;
}

/** What a line counts: parts, thousands of them (for prices with more decimals than money has), or all as one. */
type Counted = 'part' | 'thousand' | 'whole';

export interface BillLine {
  /** Null: not known; undefined: of all countries. */
  country: string | null | undefined;
  parts: number;
  counted: Counted;
  /** In thousandths of what is counted. */
  quantity: number;
  /** Of one that is counted. */
  priceMinor: number;
  amountMinor: number;
}

/** Of a price: millionths of one unit, with hundredths of a percent on it. */
const SCALE = 10n ** 10n;
const NO_MARKUP = 10_000;
const THOUSAND = 1000n;
/** What a line may have at most: `Quantity` of the contract. */
const MOST = 1_000_000_000;

const rounded = (scaled: bigint): number => Number((scaled + SCALE / 2n) / SCALE);

interface Priced {
  country: string | null | undefined;
  parts: number;
  /** Of a part, in minor units × SCALE. */
  price: bigint;
}

const lineOf = ({ country, parts, price }: Priced): BillLine => {
  const amountMinor = rounded(BigInt(parts) * price);
  const counted = { country, parts, amountMinor };
  if (price % SCALE === 0n && parts * 1000 <= MOST)
    return { ...counted, counted: 'part', quantity: parts * 1000, priceMinor: Number(price / SCALE) };
  const perThousand = price * THOUSAND;
  if (perThousand % SCALE === 0n && parts <= MOST)
    return { ...counted, counted: 'thousand', quantity: parts, priceMinor: Number(perThousand / SCALE) };
  return asOne(counted);
};

const asOne = (counted: Pick<BillLine, 'country' | 'parts' | 'amountMinor'>): BillLine => ({
  ...counted,
  counted: 'whole',
  quantity: 1000,
  priceMinor: counted.amountMinor,
});

const sumOf = (priced: readonly Priced[]): Priced[] => {
  const sums = new Map<string, Priced>();
  for (const one of priced) {
    const key = `${one.country} ${one.price}`;
    sums.set(key, { ...one, parts: one.parts + (sums.get(key)?.parts ?? 0) });
  }
  return [...sums.values()];
};

/** The countries whose price is not known, where it is to be billed. */
export const unpriced = (metered: readonly Metered[], { pricing }: Pick<Terms, 'pricing'>): (string | null)[] =>
  pricing === 'own'
    ? []
    : metered.flatMap(({ country, priceMillionths, parts }) =>
        parts > 0 && priceMillionths === null ? [country] : [],
      );

/**
 * The lines of an invoice for what was metered; ask `unpriced` first. No price is rounded: each line is what its parts come to, rounded once,
 * half a minor unit going up, and quantity times price comes to the same.
 */
export const billLines = (metered: readonly Metered[], terms: Terms, minorUnits: number): BillLine[] => {
  const priced = metered.flatMap(({ country, priceMillionths, parts }): Priced[] => {
    const millionths = terms.pricing === 'own' ? terms.perPartMillionths : priceMillionths;
    const percent = terms.pricing === 'own' ? NO_MARKUP : NO_MARKUP + terms.markup;
    const price = BigInt(millionths ?? 0) * BigInt(percent) * BigInt(minorUnits);
    return parts > 0 ? [{ country: terms.lines === 'one' ? undefined : country, parts, price }] : [];
  });
  const sums = sumOf(priced);
  if (terms.lines === 'country' || sums.length <= 1) return sums.map(lineOf);
  const parts = sums.reduce((all, one) => all + one.parts, 0);
  const scaled = sums.reduce((all, one) => all + BigInt(one.parts) * one.price, 0n);
  return [asOne({ country: undefined, parts, amountMinor: rounded(scaled) })];
};
