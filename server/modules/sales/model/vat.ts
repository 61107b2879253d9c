import type { VatClass } from '../../../../contract/catalogue.ts';
import { amountOf } from '../../../../contract/line-amount.ts';
import type { VatPart, VatTreatment } from '../../../../contract/sales-documents.ts';

/** The VAT territory of the Union, by ISO 3166; Greece is GR here. */
const UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/**
 * Whose VAT a sale bears. At home, and to consumers of the Union, the seller's (below the threshold of Art. 59c, Directive 2006/112/EC); a
 * business of another member state with a VAT number reckons it itself (Art. 138, 194–196); what leaves the Union, or a country outside
 * it, is an export without (Art. 146). A buyer without a country is taken to be at home.
 */
export const treatmentOf = (seller: string, buyer: string | null, hasVatId: boolean): VatTreatment => {
  if (buyer === null || buyer === seller) return 'domestic';
  if (!UNION.has(seller) || !UNION.has(buyer)) return 'export';
  return hasVatId ? 'reverse_charge' : 'domestic';
};

export type VatRates = Partial<Record<VatClass, number>>;

/** Categories of UNTDID 5305, as EN 16931 uses them, with the rate in hundredths of a percent; null where the country has no such rate. */
const bearing = (
  vatClass: VatClass,
  treatment: VatTreatment,
  rates: VatRates,
): Pick<VatPart, 'category' | 'rate'> | null => {
  if (treatment === 'reverse_charge') return { category: 'AE', rate: 0 };
  if (treatment === 'export') return { category: 'G', rate: 0 };
  if (vatClass === 'exempt') return { category: 'E', rate: 0 };
  if (vatClass === 'zero') return { category: 'Z', rate: 0 };
  const rate = rates[vatClass];
  return rate === undefined ? null : { category: 'S', rate };
};

/** The part of a document's VAT that a line of it is in. */
export const partOf = (vat: readonly VatPart[], vatClass: VatClass | null): VatPart | undefined =>
  vat.find(({ classes }) => vatClass !== null && classes?.includes(vatClass)) ?? vat[0];

export interface Sold {
  vatClass: VatClass;
  quantity: number;
  priceMinor: number;
}

interface Totals {
  netMinor: number;
  vatMinor: number;
  vat: VatPart[];
}

/** A VAT class of the lines that the seller's country has no rate for. */
export const rateless = (lines: readonly Pick<Sold, 'vatClass'>[], rates: VatRates): VatClass | null =>
  lines.find(({ vatClass }) => bearing(vatClass, 'domestic', rates) === null)?.vatClass ?? null;

const HUNDREDTHS_OF_PERCENT = 10_000n;
/** Half a minor unit goes up. */
export const vatOn = (net: number, rate: number): number =>
  Number((BigInt(net) * BigInt(rate) + HUNDREDTHS_OF_PERCENT / 2n) / HUNDREDTHS_OF_PERCENT);

/**
 * VAT is reckoned once for each category and rate, on the sum of its lines, and rounded then (EN 16931-1, BR-CO-17 and BR-S-08), so that a
 * document of many lines is right to the cent. Throws nothing: ask `rateless` first.
 */
export const totalsOf = (lines: readonly Sold[], treatment: VatTreatment, rates: VatRates): Totals => {
  const parts = new Map<string, VatPart>();
  for (const { vatClass, quantity, priceMinor } of lines) {
    const { category, rate } = bearing(vatClass, treatment, rates) ?? { category: 'S' as const, rate: 0 };
    const key = `${category} ${rate}`;
    const part = parts.get(key) ?? { category, rate, classes: [], netMinor: 0, vatMinor: 0 };
    const classes = [...new Set([...(part.classes ?? []), vatClass])];
    parts.set(key, { ...part, classes, netMinor: part.netMinor + amountOf(quantity, priceMinor) });
  }
  const vat = [...parts.values()]
    .map((part) => ({ ...part, vatMinor: vatOn(part.netMinor, part.rate) }))
    .sort((one, other) => other.rate - one.rate || (one.category < other.category ? -1 : 1));
  const sum = (of: 'netMinor' | 'vatMinor') => vat.reduce((all, part) => all + part[of], 0);
  return { netMinor: sum('netMinor'), vatMinor: sum('vatMinor'), vat };
};
