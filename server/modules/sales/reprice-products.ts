import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { amountOf } from '../../../contract/line-amount.ts';
import type { repriceProducts as endpoint } from '../../../contract/proposed-products.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { pricesOn, productsNamed, reprice, todayOf } from '../catalogue/index.ts';
import { type NewPrice, type OpenLine, repriceLines } from './model/reprice-lines.ts';
import { chosenDocuments } from './opened-products.ts';

type Input = InputOf<typeof endpoint>;

/** More are better revised in the price list, and brought over from it. */
const MOST = 20_000;

/** Rehearses new prices in open deals, or writes those that were rehearsed; what is won or lost keeps its prices. */
export const repriceProducts = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'sales.edit');
  const day = await todayOf(db, clock);
  return db.transaction().execute(async (tx) => {
    const lines = await openLines(tx, input, day);
    const { prices, after, ...counts } = repriceLines(lines, input.rule, reprice);
    const fingerprint = fingerprintOf(prices);
    const applied = input.fingerprint !== null;
    if (applied && input.fingerprint !== fingerprint) throw new Conflict('prices_changed_meanwhile');
    if (applied) await writePrices(tx, prices, clock.now());
    return { fingerprint, applied, ...counts, closed: await closedLines(tx, input), sums: sumsOf(after) };
  });
};

const fingerprintOf = (prices: readonly NewPrice[]): string =>
  createHash('sha256').update(JSON.stringify(prices)).digest('hex').slice(0, 32);

const ofProducts = ({ productIds }: Input) =>
  productIds.length > 0 ? sql`l.product_id = any(${productIds}::uuid[])` : sql`true`;

const openLines = async (tx: Tx, input: Input, day: string): Promise<OpenLine[]> => {
  const { rows } = await sql<
    Pick<OpenLine, 'documentId' | 'position' | 'currency' | 'quantity' | 'price'> & { productId: string }
  >`
    select l.document_id, l.position, o.currency, l.quantity::float8 as quantity, l.price_minor::float8 as price, l.product_id
    from opportunity o join sales_line l on l.document_id = o.id
    where o.state = 'open' and ${chosenDocuments(input)} and ${ofProducts(input)} order by o.id, l.position limit ${MOST + 1} for update of o`.execute(
    tx,
  );
  if (rows.length > MOST) throw new Invalid('ids', 'too_many_to_reprice', { most: MOST });
  const productIds = [...new Set(rows.map(({ productId }) => productId))];
  const products = await productsNamed(tx, productIds);
  const listed = new Map<string, Awaited<ReturnType<typeof pricesOn>>>();
  for (const currency of new Set(rows.map((row) => row.currency)))
    listed.set(currency, await pricesOn(tx, { productIds, currency, day }));
  return rows.map(({ productId, ...row }) => {
    const { cost = null, costCurrency = null } = products.get(productId) ?? {};
    const ours = costCurrency === row.currency;
    return {
      ...row,
      cost: ours ? cost : null,
      costElsewhere: cost !== null && !ours,
      listed: listed.get(row.currency)?.get(productId)?.amount ?? null,
    };
  });
};

const closedLines = async (tx: Tx, input: Input): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from opportunity o join sales_line l on l.document_id = o.id
    where o.state <> 'open' and ${chosenDocuments(input)} and ${ofProducts(input)}`.execute(tx);
  return rows[0]?.count ?? 0;
};

const writePrices = async (tx: Tx, prices: readonly NewPrice[], at: Date): Promise<void> => {
  await sql`
    update sales_line l set price_minor = n."priceMinor", own_price = n."ownPrice"
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as n ("documentId" uuid, position int, "priceMinor" bigint, "ownPrice" boolean)
    where l.document_id = n."documentId" and l.position = n.position`.execute(tx);
  await sql`
    update opportunity o set lines_minor = (select sum(amount_minor) from sales_line l where l.document_id = o.id), updated_at = ${at}
    where o.id = any(${[...new Set(prices.map(({ documentId }) => documentId))]}::uuid[])`.execute(tx);
};

/** What the lines that were looked at come to, before and after, in each currency. */
const sumsOf = (lines: readonly (OpenLine & { after: number })[]) => {
  const sums = new Map<string, { beforeMinor: number; afterMinor: number }>();
  for (const { currency, quantity, price, after } of lines) {
    const { beforeMinor, afterMinor } = sums.get(currency) ?? { beforeMinor: 0, afterMinor: 0 };
    sums.set(currency, {
      beforeMinor: beforeMinor + amountOf(quantity, price),
      afterMinor: afterMinor + amountOf(quantity, after),
    });
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum }));
};
