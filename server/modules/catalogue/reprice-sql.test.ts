import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MAX_AMOUNT } from '../../../contract/catalogue.ts';
import { PriceRule } from '../../../contract/catalogue-revisions.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { type Priced, reprice } from './model/reprice.ts';
import { repriced } from './reprice-sql.ts';

const database = testDatabase();

const amount = fc.oneof(
  fc.integer({ min: 0, max: 200_000 }),
  fc.integer({ min: 0, max: MAX_AMOUNT }),
  fc.constant(MAX_AMOUNT),
);
const product = fc.record({
  price: fc.option(amount),
  cost: fc.option(amount),
  costElsewhere: fc.boolean(),
});
const change = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), by: fc.integer({ min: -10_000, max: 100_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), by: fc.integer({ min: -300_000, max: 300_000 }) }),
  fc.record({ kind: fc.constant('factor' as const), by: fc.integer({ min: 1, max: 100_000 }) }),
);
const rounding = fc
  .tuple(fc.constantFrom(1, 5, 7, 100, 500, 10_000, 1_000_000_000), fc.nat(), fc.constantFrom('nearest', 'up', 'down'))
  .map(([step, ending, direction]) => ({ step, ending: ending % step, direction }));
const minMargin = fc.option(fc.integer({ min: -100_000, max: 9_999 }));

const inSql = async (rule: PriceRule, products: Priced[]) => {
  const given = sql`select *  from jsonb_to_recordset(${JSON.stringify(
    products.map((one, no) => ({
      product_id: `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`,
      price: one.price,
      cost: one.cost,
      cost_elsewhere: one.costElsewhere,
    })),
  )}::jsonb) as t (product_id uuid, price bigint, cost bigint, cost_elsewhere boolean)`;
  const { rows } = await sql<{ verdict: string; amount: number | null; reason: string | null }>`
    select verdict, amount::float8 as amount, reason from (${repriced(given, rule)}) as r order by product_id`.execute(
    database.db,
  );
  return rows;
};

test('O52: the database reckons every price exactly as the model does', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ change, rounding, minMargin }),
      fc.array(product, { minLength: 1, maxLength: 40 }),
      async (given, products) => {
        const rule = PriceRule.parse(given);
        const expected = products.map((one) => ({ reason: null, ...reprice(rule, one) }));
        expect(await inSql(rule, products)).toEqual(expected);
      },
    ),
    { numRuns: 150 },
  );
});
