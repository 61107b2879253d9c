import { MAX_AMOUNT } from '../../../../contract/catalogue.ts';
import type { PriceChange, PriceRefusal, PriceRule, Rounding } from '../../../../contract/catalogue-revisions.ts';

/** What a product brings to a rule: minor units without VAT, in the currency of the list. */
export interface Priced {
  /** Null: not in the list yet. */
  price: number | null;
  cost: number | null;
  /** It has a cost, but in another currency. */
  costElsewhere: boolean;
}

export type Repriced =
  | { verdict: 'change' | 'same'; amount: number }
  | { verdict: 'refused'; reason: PriceRefusal; amount: number | null };

const floorDivided = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

/** The wanted price before rounding, as an exact fraction; null where its base is missing. */
const wanted = (change: PriceChange, { price, cost }: Priced): { over: bigint; under: bigint } | null => {
  const by = BigInt(change.by);
  if (change.kind === 'factor') return cost === null ? null : { over: BigInt(cost) * by, under: 1000n };
  if (price === null) return null;
  if (change.kind === 'amount') return { over: BigInt(price) + by, under: 1n };
  return { over: BigInt(price) * (10_000n + by), under: 10_000n };
};

/** The fraction brought to a price of the grid `ending + n · step`; half-way goes up. */
const rounded = ({ over, under }: { over: bigint; under: bigint }, rounding: Rounding): bigint => {
  const [step, ending] = [BigInt(rounding.step), BigInt(rounding.ending)];
  const [beyond, unit] = [over - ending * under, step * under];
  const steps = {
    down: () => floorDivided(beyond, unit),
    up: () => floorDivided(beyond + unit - 1n, unit),
    nearest: () => floorDivided(2n * beyond + unit, 2n * unit),
  };
  return ending + step * steps[rounding.direction]();
};

const missing = (change: PriceChange, { costElsewhere }: Priced): PriceRefusal => {
  if (change.kind !== 'factor') return 'no_price';
  return costElsewhere ? 'cost_other_currency' : 'no_cost';
};

/** (price − cost) / price, compared without dividing. */
const earnsTooLittle = (price: bigint, cost: number | null, minMargin: number | null): boolean =>
  cost !== null && minMargin !== null && (price - BigInt(cost)) * 10_000n < BigInt(minMargin) * price;

/**
 * The price a rule gives a product, in whole minor units and without a float on the way. `reprice-sql.ts` says the same to the database,
 * and a property test holds the two together.
 */
export const reprice = ({ change, rounding, minMargin }: PriceRule, product: Priced): Repriced => {
  const exact = wanted(change, product);
  if (exact === null) return { verdict: 'refused', reason: missing(change, product), amount: null };
  const price = rounded(exact, rounding);
  const amount = Number(price);
  if (price < 0n || (price === 0n && product.price !== 0))
    return { verdict: 'refused', reason: 'not_positive', amount };
  if (price > BigInt(MAX_AMOUNT)) return { verdict: 'refused', reason: 'too_large', amount };
  if (amount === product.price) return { verdict: 'same', amount };
  if (earnsTooLittle(price, product.cost, minMargin)) return { verdict: 'refused', reason: 'below_margin', amount };
  return { verdict: 'change', amount };
};
