import { amountOf } from '../../../../contract/line-amount.ts';
import type { SalesLine } from '../../../../contract/sales.ts';
import type { VatPart } from '../../../../contract/sales-documents.ts';
import { partOf, vatOn } from './vat.ts';

type Line = Pick<SalesLine, 'quantity' | 'priceMinor' | 'amountMinor' | 'vatClass' | 'unit'>;

/** An invoice and what credit notes took back of it so far. */
export interface Creditable<L extends Line> {
  lines: readonly L[];
  vat: readonly VatPart[];
  /** Of each line, without VAT. */
  creditedLines: readonly number[];
  /** The VAT of each credit note. */
  creditedVat: readonly (readonly VatPart[])[];
}

export interface CreditedLine<L extends Line> {
  /** The place of the line in the invoice, from 1 on. */
  position: number;
  line: L;
}

interface Credit<L extends Line> {
  lines: CreditedLine<L>[];
  vat: VatPart[];
  netMinor: number;
  vatMinor: number;
}

/** What can still be credited of each line, without VAT. */
export const leftOf = ({ lines, creditedLines }: Pick<Creditable<Line>, 'lines' | 'creditedLines'>): number[] =>
  lines.map(({ amountMinor }, at) => amountMinor - (creditedLines[at] ?? 0));

const WHOLE = 1000;

/** The line as it is credited: whole pieces at their price where the amount comes to that, else the amount as one. */
const creditedAs = <L extends Line>(line: L, amountMinor: number): L => {
  if (amountMinor === line.amountMinor) return line;
  const pieces = line.priceMinor > 0 ? Math.floor(amountMinor / line.priceMinor) : 0;
  const quantity = pieces * WHOLE;
  const fits = pieces > 0 && quantity <= line.quantity && amountOf(quantity, line.priceMinor) === amountMinor;
  return fits
    ? { ...line, quantity, amountMinor }
    : { ...line, quantity: WHOLE, unit: '', priceMinor: amountMinor, amountMinor };
};

const isSame = (one: VatPart, other: VatPart) => one.category === other.category && one.rate === other.rate;

/** The last credit of a part takes all that is left of its VAT, so that rounding leaves no cent behind. */
const vatOfPart = <L extends Line>({ creditedVat }: Creditable<L>, part: VatPart, netMinor: number): VatPart => {
  const before = creditedVat.flat().filter((other) => isSame(other, part));
  const left = (of: 'netMinor' | 'vatMinor') => before.reduce((rest, one) => rest - one[of], part[of]);
  const isAll = netMinor === left('netMinor');
  return {
    ...part,
    netMinor,
    vatMinor: isAll ? left('vatMinor') : Math.min(vatOn(netMinor, part.rate), left('vatMinor')),
  };
};

/** What a credit note says that takes back these amounts of the lines, without VAT; none may be more than is left of its line. */
export const creditOf = <L extends Line>(invoice: Creditable<L>, amounts: readonly (number | null)[]): Credit<L> => {
  const lines = invoice.lines.flatMap((line, at): CreditedLine<L>[] => {
    const amount = amounts[at] ?? 0;
    return amount > 0 ? [{ position: at + 1, line: creditedAs(line, amount) }] : [];
  });
  const vat = invoice.vat.flatMap((part) => {
    const within = lines.filter(({ line }) => partOf(invoice.vat, line.vatClass) === part);
    const net = within.reduce((sum, { line }) => sum + line.amountMinor, 0);
    return within.length > 0 ? [vatOfPart(invoice, part, net)] : [];
  });
  const sum = (of: 'netMinor' | 'vatMinor') => vat.reduce((all, part) => all + part[of], 0);
  return { lines, vat, netMinor: sum('netMinor'), vatMinor: sum('vatMinor') };
};
