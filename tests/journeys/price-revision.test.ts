import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import * as products from '../../contract/catalogue.ts';
import * as prices from '../../contract/catalogue-prices.ts';
import * as revisions from '../../contract/catalogue-revisions.ts';
import { signedIn } from '../support/house.ts';
import { importDesk } from '../support/import-desk.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { priceHouse } from '../support/price-house.ts';

const house = priceHouse();
const { ask, refused } = house;
const { bringIn } = importDesk(house);
const DAY = 86_400_000;

const percent = (by: number, rounding = { step: 100, ending: 90 }) =>
  ({ change: { kind: 'percent', by }, rounding, minMargin: null }) as const;
const revise = (name: string, selection: object, rule: object = percent(1000), effectiveOn: string | null = null) =>
  ask(revisions.createPriceRevision, { name, listId: house.nok, selection, rule, effectiveOn } as never);
type Id = revisions.PriceRevision['id'];
/** Until the worker is through. */
const settled = (id: Id) =>
  vi.waitFor(
    async () => {
      const revision = await ask(revisions.getPriceRevision, { id });
      expect(revision.work).toBeNull();
      return revision;
    },
    { timeout: PATIENCE_MS, interval: 20 },
  );
const rehearse = async (id: Id) => {
  await ask(revisions.rehearsePriceRevision, { id });
  return settled(id);
};
const apply = async (id: Id, fingerprint: string | null) => {
  await ask(revisions.applyPriceRevision, { id, fingerprint: fingerprint! });
  return settled(id);
};
const reverse = async (id: Id, expected: number) => {
  await ask(revisions.reversePriceRevision, { id, expected });
  return settled(id);
};
const priceOf = async (name: string, day = '2026-03-02') =>
  (await ask(prices.getPriceOn, { id: house.ids[name]!, currency: 'NOK', day })).price?.amount ?? null;
const linesOf = async (id: Id, asked = {}) => (await ask(revisions.listRevisionLines, { id, ...asked })).rows;

test('O52: products that were marked, filtered or grouped are selected; nothing else is', async () => {
  const count = async (selection: object) => (await ask(revisions.countSelection, { selection })).count;
  expect(await count({})).toBe(5);
  expect(await count({ productIds: [house.ids['Oil']!, house.ids['Air']!] })).toBe(2);
  expect(await count({ groupIds: [house.tyres] })).toBe(2);
  expect(await count({ tags: ['season'] })).toBe(2);
  expect(await count({ tags: ['season'], groupIds: [house.tyres] })).toBe(1);
  expect(await count({ search: '17 summ' })).toBe(1);
  expect(await count({ search: '%' })).toBe(0);
});

test('O52: a group is raised by ten percent to .90: rehearsed, applied, in the history, reversed', async () => {
  const { id, state } = await revise('Tyres up', { groupIds: [house.tyres] });
  expect(state).toBe('draft');
  const rehearsed = await rehearse(id);
  expect(rehearsed.sums).toMatchObject({
    lines: 2,
    change: 2,
    raised: 2,
    oldTotal: 279_800,
    newTotal: 307_780,
    uses: 0,
  });
  expect((await linesOf(id, { sort: 'newAmount', direction: 'desc' })).map(({ newAmount }) => newAmount)).toEqual([
    164_890, 142_890,
  ]);
  expect(await priceOf('Winter 17')).toBe(149_900);

  const applied = await apply(id, rehearsed.fingerprint);
  expect(applied).toMatchObject({
    state: 'applied',
    appliedBy: 'Dominique Petit',
    reversible: { possible: 2, blocked: 0 },
  });
  expect(await priceOf('Winter 17')).toBe(164_890);
  const history = await ask(prices.listPriceHistory, { id: house.ids['Winter 17']! });
  expect(history.rows.map(({ amount, revision }) => [amount, revision?.name])).toEqual([
    [164_890, 'Tyres up'],
    [149_900, undefined],
  ]);

  await ask(prices.setPrice, { id: house.ids['Summer 17']!, listId: house.nok, amount: 140_000 });
  const blocked = await linesOf(id, { blocked: 'yes' });
  expect(blocked).toMatchObject([{ name: 'Summer 17', reversal: 'changed_since' }]);
  expect(await reverse(id, 2)).toMatchObject({ state: 'applied', failure: { code: 'reversal_changed' } });
  expect(await priceOf('Winter 17')).toBe(164_890);
  expect(await reverse(id, 1)).toMatchObject({ state: 'reversed', reversedLines: 1, failure: null });
  expect([await priceOf('Winter 17'), await priceOf('Summer 17')]).toEqual([149_900, 140_000]);
  expect(await refused(revisions.reversePriceRevision, { id, expected: 1 })).toMatchObject({
    code: 'revision_not_applied',
  });
});

test('O52: cost × 1.5 prices what had no price; what earns too little or has no cost is left, with the reason', async () => {
  const rule = { change: { kind: 'factor', by: 1500 }, rounding: { step: 1, ending: 0 }, minMargin: 3400 };
  const { id } = await revise('From cost', {}, rule);
  const { sums } = await rehearse(id);
  expect(sums).toMatchObject({ lines: 5, change: 0, refused: 5 });
  expect(sums?.refusedBy).toEqual([
    { reason: 'below_margin', count: 4 },
    { reason: 'no_cost', count: 1 },
  ]);
  await ask(revisions.updatePriceRevision, {
    ...{ id, name: 'From cost', listId: house.nok, selection: { productIds: [house.ids['Oil']!] } },
    rule: { ...rule, minMargin: 3300 } as never,
  });
  const { fingerprint } = await rehearse(id);
  await apply(id, fingerprint);
  expect(await priceOf('Oil')).toBe(18_000);
  await reverse(id, 1);
  expect(await priceOf('Oil')).toBeNull();
});

test('O52: a rule that would leave no price is refused line by line, and all of nothing is not applied', async () => {
  const rule = { change: { kind: 'amount', by: -100 }, rounding: { step: 1, ending: 0 }, minMargin: null };
  const { id } = await revise('Cheaper air', { productIds: [house.ids['Air']!] }, rule);
  const { fingerprint } = await rehearse(id);
  expect(await linesOf(id)).toMatchObject([{ verdict: 'refused', reason: 'not_positive', newAmount: -50 }]);
  expect(await refused(revisions.applyPriceRevision, { id, fingerprint: fingerprint! })).toMatchObject({
    status: 409,
    code: 'nothing_to_apply',
  });
});

test('O52: from a day on, the old price holds until then', async () => {
  const { id } = await revise('April', { productIds: [house.ids['Wiper blade']!] }, percent(1000), '2026-04-01');
  const { fingerprint } = await rehearse(id);
  await apply(id, fingerprint);
  expect([await priceOf('Wiper blade', '2026-03-31'), await priceOf('Wiper blade', '2026-04-01')]).toEqual([
    19_900, 21_890,
  ]);
  const now = await revise('At once', { productIds: [house.ids['Wiper blade']!] });
  await rehearse(now.id);
  expect(await linesOf(now.id)).toMatchObject([{ oldAmount: 19_900, plannedFrom: '2026-04-01' }]);
  await reverse(id, 1);
  expect(await priceOf('Wiper blade', '2026-04-01')).toBe(19_900);
  expect(
    await refused(revisions.createPriceRevision, {
      ...{ name: 'Late', listId: house.nok, selection: {}, rule: percent(100), effectiveOn: '2026-03-01' },
    }),
  ).toMatchObject({ status: 422, field: 'effectiveOn', code: 'day_in_past' });
});

test('O52: a price that changed since the rehearsal, or a product that is gone, stops it with the names', async () => {
  const gone = await ask(products.createProduct, { name: 'Short-lived', kind: 'service', unit: 'h' });
  await ask(prices.setPrice, { id: gone.id, listId: house.nok, amount: 10_000 });
  const { id } = await revise(
    'Everything',
    { productIds: [gone.id, house.ids['Air']!] },
    percent(10_000, { step: 1, ending: 0 }),
  );
  const { fingerprint } = await rehearse(id);
  await ask(prices.setPrice, { id: house.ids['Air']!, listId: house.nok, amount: 60 });
  await ask(products.deleteProduct, { id: gone.id });
  const { state, failure } = await apply(id, fingerprint);
  expect([state, failure?.code, failure?.params['count']]).toEqual(['rehearsed', 'prices_changed_since', 2]);
  expect(failure?.params['names']).toMatch(/Air.*Short-lived/);
  expect(await priceOf('Air')).toBe(60);
});

test('O52: of two who apply at once one succeeds, and every price is written once', async () => {
  const { id } = await revise('Race', { productIds: [house.ids['Air']!] }, percent(10_000, { step: 1, ending: 0 }));
  const { fingerprint } = await rehearse(id);
  const input = { id, fingerprint: fingerprint! };
  const answers = await Promise.all([1, 2, 3].map(() => house.seller.call(revisions.applyPriceRevision, input)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  await settled(id);
  const { rows } = await sql`select from price where revision_id = ${id}`.execute(house.app.db);
  expect(rows).toHaveLength(1);
  expect(await refused(revisions.applyPriceRevision, { id, fingerprint: 'other' })).toMatchObject({
    code: 'revision_applied',
  });
});

test('O53: the product list opens by search, sort and filter, shows prices, and goes out as a file', async () => {
  const page = await ask(products.listProducts, { groupId: house.tyres, sort: 'price', direction: 'desc' });
  expect(page.rows.map(({ name, price }) => [name, price?.amount])).toEqual([
    ['Winter 17', 149_900],
    ['Summer 17', 140_000],
  ]);
  expect(page.rows[0]!.number).toMatch(/^P-\d+$/);
  const file = await house.seller.send('GET', '/api/products/export', {
    query: { format: 'csv', groupId: house.tyres },
  });
  expect(String(file.body).split('\r\n')[0]).toContain('Price (NOK)');
  expect(String(file.body)).toContain('Winter 17');
  const { rows } = await ask(revisions.listPriceRevisions, { search: 'tyres' });
  const lines = await house.seller.send('GET', `/api/price-revisions/${rows[0]!.id}/export`, {
    query: { format: 'csv' },
  });
  expect(String(lines.body)).toContain('1499,1648.9,10,900');
});

test('O52: a revision taken back days later holds from that day; what was sold meanwhile keeps its price', async () => {
  const { id } = await revise(
    'A week',
    { productIds: [house.ids['Winter 17']!] },
    percent(1000, { step: 1, ending: 0 }),
  );
  const { fingerprint } = await rehearse(id);
  await apply(id, fingerprint);
  house.clock.advance(40 * DAY);
  await house.seller.signIn('dominique@nordlys.test');
  await reverse(id, 1);
  const at = async (day: string) =>
    (await ask(prices.getPriceOn, { id: house.ids['Winter 17']!, currency: 'NOK', day })).price?.amount;
  expect([await at('2026-04-10'), await at('2026-04-11')]).toEqual([164_890, 149_900]);
});

test('O52, Q33: products come in from a file with their groups and prices; what is exported comes back unchanged, as CSV and as Excel', async () => {
  const bo = await signedIn(house, 'bo@nordlys.test');
  const file = Buffer.from(
    'Number,Name,Group,Unit,Cost,Price\nW-1,"=1+1 Wheel",Wheels / Alloy,pcs,"1,000.50",1999\nW-2,-Rim,Wheels / Steel,pcs,,899.9\n',
  );
  const { done } = await bringIn(bo, file, undefined, 'product');
  expect(done).toMatchObject({ rows: 2, created: 2, refused: 0 });
  const [alloy] = (await ask(products.listProducts, { search: 'wheel' })).rows;
  expect(alloy).toMatchObject({ name: '=1+1 Wheel', cost: 100_050, costCurrency: 'NOK', group: { name: 'Alloy' } });
  expect(alloy?.price).toEqual({ amount: 199_900, currency: 'NOK' });
  const { id } = await revise('Wheels up', { search: 'W-' }, percent(1000));
  expect((await rehearse(id)).sums).toMatchObject({ lines: 2, change: 2 });

  for (const format of ['csv', 'xlsx'] as const) {
    const exported = await bo.download(`/api/products/export?format=${format}&words=en`);
    const again = await bringIn(bo, exported, { onMatch: 'overwrite', priceListId: house.nok }, 'product');
    expect(again.done).toMatchObject({ rows: 7, unchanged: 7, refused: 0 });
  }
});
