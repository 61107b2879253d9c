import type { PriceRule } from '../../../../contract/catalogue-revisions.ts';
import type { Priced } from '../../catalogue/index.ts';

/** A line of an open document, with what its product costs. */
export interface OpenLine extends Priced {
  documentId: string;
  position: number;
  currency: string;
  quantity: number;
  price: number;
  /** What the price list says today. */
  listed: number | null;
}

export interface NewPrice {
  documentId: string;
  position: number;
  priceMinor: number;
  ownPrice: boolean;
}

type Reprice = (rule: PriceRule, product: Priced) => { verdict: 'change' | 'same' | 'refused'; amount: number | null };

/** What becomes of each line: by the rule, or null by today's price list. Amounts of refused lines stay. */
export const repriceLines = (lines: readonly OpenLine[], rule: PriceRule | null, reprice: Reprice) => {
  const judged = lines.map((line) => ({ line, ...judge(line, rule, reprice) }));
  const count = (verdict: string) => judged.filter((one) => one.verdict === verdict).length;
  const changed = judged.filter(({ verdict }) => verdict === 'change');
  return {
    prices: changed.map(
      ({ line: { documentId, position }, amount }): NewPrice => ({
        documentId,
        position,
        priceMinor: amount,
        ownPrice: rule !== null,
      }),
    ),
    after: judged.map(({ line, verdict, amount }) => ({ ...line, after: verdict === 'change' ? amount : line.price })),
    change: changed.length,
    same: count('same'),
    refused: count('refused'),
  };
};

const judge = (line: OpenLine, rule: PriceRule | null, reprice: Reprice) => {
  if (rule !== null) {
    const { verdict, amount } = reprice(rule, line);
    return { verdict, amount: amount ?? line.price };
  }
  if (line.listed === null) return { verdict: 'refused' as const, amount: line.price };
  return { verdict: line.listed === line.price ? ('same' as const) : ('change' as const), amount: line.listed };
};
