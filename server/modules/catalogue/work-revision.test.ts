import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { PriceListId, PriceRevisionId } from '../../../contract/ids.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { uuidIds } from '../../platform/ids.ts';
import { SYSTEM } from '../access/index.ts';
import { createPriceRevision, getPriceRevision, updatePriceRevision } from './revisions.ts';
import { applyPriceRevision, rehearsePriceRevision, reversePriceRevision, stopPriceRevision } from './run-revision.ts';
import { workRevision } from './work-revision.ts';

const PRODUCTS = 4_500;
const database = testDatabase();
const listId = uuidIds.next() as PriceListId;
/** What a later module says: two open offers for each of two products. */
const inOffers = { openUses: sql`select id as product_id, 2 as uses from product where number in ('P-1', 'P-2')` };
const needs = { ids: uuidIds, clock: fixedClock('2026-03-02T08:00:00Z'), priceUses: [inOffers] } as never as Parameters<
  typeof createPriceRevision
>[0];

beforeAll(async () => {
  const { db } = database;
  Object.assign(needs, { db });
  await sql`insert into price_list (id, name, currency, kind) values (${listId}, 'Counter', 'NOK', 'default')`.execute(
    db,
  );
  await sql`with made as (
      insert into product (id, number, name, kind, unit, vat_class, cost, cost_currency)
      select gen_random_uuid(), 'P-' || n, 'Part ' || n, 'product', 'pcs', 'standard', n, 'NOK' from generate_series(1, ${PRODUCTS}::int) n
      returning id)
    insert into price (list_id, product_id, valid_from, amount) select ${listId}, id, date '2026-01-01', 1000 from made`.execute(
    db,
  );
});

const doubled = async () => {
  const rule = {
    change: { kind: 'percent', by: 10_000 },
    rounding: { step: 1, ending: 0, direction: 'nearest' },
    minMargin: null,
  } as const;
  const selection = { productIds: [], groupIds: [], tags: [], kind: null, search: '' };
  const { id } = await createPriceRevision(needs, SYSTEM, {
    name: 'Double',
    listId,
    selection,
    rule,
    effectiveOn: null,
  });
  return id;
};
const show = (id: PriceRevisionId) => getPriceRevision(needs, SYSTEM, { id });
const rehearsed = async (id: PriceRevisionId) => {
  await rehearsePriceRevision(needs, SYSTEM, { id });
  await workRevision(needs, id);
  return show(id);
};
const written = async (id: PriceRevisionId) =>
  (await sql`select from price where revision_id = ${id}`.execute(database.db)).rows.length;
/** Says yes so many times. */
const times = (most: number) => {
  let asked = 0;
  return () => {
    asked += 1;
    return asked <= most;
  };
};

test('O52: a rehearsal goes on where its process ended, and comes to the same', async () => {
  const id = await doubled();
  const asked = await rehearsePriceRevision(needs, SYSTEM, { id });
  expect(asked.work).toMatchObject({ kind: 'rehearse', done: 0, total: PRODUCTS, finishEstimate: null });
  await expect(updatePriceRevision(needs, SYSTEM, { ...asked, listId } as never)).rejects.toThrow('revision_under_way');

  expect(await workRevision(needs, id, () => false)).toBe('paused');
  needs.clock = fixedClock('2026-03-02T08:00:10Z');
  const half = await show(id);
  expect(half).toMatchObject({ state: 'draft', sums: null, work: { done: 2_000, total: PRODUCTS } });
  expect(half.work?.finishEstimate?.toISOString()).toBe('2026-03-02T08:00:22.500Z');
  expect(await workRevision(needs, id)).toBe('done');

  const whole = await show(id);
  expect(whole).toMatchObject({ state: 'rehearsed', work: null, sums: { lines: PRODUCTS, change: PRODUCTS, uses: 4 } });
  expect((await rehearsed(id)).fingerprint).toBe(whole.fingerprint);
});

test('O52: whatever ends an application or a reversal in the middle leaves every price as it was, and the next process does it whole', async () => {
  const id = await doubled();
  const { fingerprint } = await rehearsed(id);
  await applyPriceRevision(needs, SYSTEM, { id, fingerprint: fingerprint! });
  expect(await workRevision(needs, id, times(2))).toBe('paused');
  expect([await written(id), (await show(id)).work?.done]).toEqual([0, 4_000]);
  expect(await workRevision(needs, id)).toBe('done');
  expect(await show(id)).toMatchObject({ state: 'applied', work: null, reversible: { possible: PRODUCTS } });
  expect(await written(id)).toBe(PRODUCTS);

  await reversePriceRevision(needs, SYSTEM, { id, expected: PRODUCTS });
  expect(await workRevision(needs, id, times(1))).toBe('paused');
  expect(await written(id)).toBe(PRODUCTS);
  await Promise.all([workRevision(needs, id), workRevision(needs, id)]);
  expect(await show(id)).toMatchObject({ state: 'reversed', reversedLines: PRODUCTS });
  expect(await written(id)).toBe(2 * PRODUCTS);
});

test('O52: what is stopped under way changes nothing', async () => {
  const id = await doubled();
  const { fingerprint } = await rehearsed(id);
  await applyPriceRevision(needs, SYSTEM, { id, fingerprint: fingerprint! });
  let pieces = 0;
  let stopping: Promise<unknown> = Promise.resolve();
  const stopAfterOne = () => {
    pieces += 1;
    if (pieces === 2) stopping = stopPriceRevision(needs, SYSTEM, { id });
    return true;
  };
  await workRevision(needs, id, stopAfterOne);
  await stopping;
  await workRevision(needs, id);
  expect([await written(id), pieces <= 3]).toEqual([0, true]);
  expect(await show(id)).toMatchObject({ state: 'rehearsed', work: null, failure: null });
});
