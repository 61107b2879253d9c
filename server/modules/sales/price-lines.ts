import { MAX_AMOUNT } from '../../../contract/catalogue.ts';
import { amountOf } from '../../../contract/line-amount.ts';
import type { SalesLineInput } from '../../../contract/sales-plan.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { pricesOn, productsNamed } from '../catalogue/index.ts';
import { isWhole, type PricedLine, unsellable, type WholeLine } from './model/priced-line.ts';

interface Asked {
  lines: readonly SalesLineInput[];
  currency: string;
  day: string;
}

/** The words of each product and its price: the own one, else the price list's. A line is null where its product is gone. */
export const lookUpLines = async (db: Db | Tx, { lines, currency, day }: Asked): Promise<(PricedLine | null)[]> => {
  const productIds = lines.map(({ productId }) => productId);
  const [products, prices] = await Promise.all([
    productsNamed(db, productIds),
    pricesOn(db, { productIds, currency, day }),
  ]);
  return lines.map(({ productId, quantity, priceMinor }) => {
    const product = products.get(productId);
    if (product === undefined) return null;
    const { number, name, unit, vatClass } = product;
    const listed = prices.get(productId)?.amount ?? null;
    return {
      productId,
      number,
      name,
      unit,
      vatClass,
      quantity,
      priceMinor: priceMinor ?? listed,
      ownPrice: priceMinor !== null,
    };
  });
};

/** The same with a price on every line; throws Invalid at the line without, and at one that comes to more than an amount may be. */
export const priceLines = async (db: Db | Tx, asked: Asked): Promise<WholeLine[]> => {
  const lines = await lookUpLines(db, asked);
  const lacking = unsellable(lines, asked.currency);
  if (lacking !== null) throw new Invalid(`lines.${lacking.at}.${lacking.field}`, lacking.code, lacking.params);
  const whole = lines.filter(isWhole);
  const tooMuch = whole.findIndex(({ quantity, priceMinor }) => amountOf(quantity, priceMinor) > MAX_AMOUNT);
  if (tooMuch >= 0) throw new Invalid(`lines.${tooMuch}.quantity`, 'amount_out_of_range');
  return whole;
};
