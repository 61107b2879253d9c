import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { ImportOptions } from '../../../../contract/import.ts';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { SYSTEM } from '../../access/index.ts';
import { checkImport, runImport, updateImport } from '../../crm/index.ts';

const { database, needs, clock, upload, work, check, bringIn, report } = importRoom();
const NOK = '018f0000-0000-7000-8000-0000000000b1';
const EUR = '018f0000-0000-7000-8000-0000000000b2';

beforeAll(async () => {
  await sql`insert into price_list (id, name, currency, kind) values (${NOK}, 'Utsalg', 'NOK', 'default'), (${EUR}, 'Export', 'EUR', 'agreed')`.execute(
    database.db,
  );
});

const products = async (listId = NOK) =>
  (
    await sql<Record<string, unknown>>`
      select p.number, p.name, p.kind, p.unit, p.cost::int as cost, p.cost_currency as of, p.tags,
        (select coalesce(top.name || ' / ', '') || g.name from product_group g left join product_group top on top.id = g.parent_id where g.id = p.group_id) as "group",
        (select x.amount::int from price x where x.product_id = p.id and x.list_id = ${listId} order by x.seq desc limit 1) as price
      from product p order by p.number collate human`.execute(database.db)
  ).rows;
const written = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from price`.execute(database.db);
  return rows[0]?.n;
};

const FILE = [
  'Varenummer;Navn;Type;Enhet;Gruppe;Innpris;Valuta for innpris;Pris (NOK);Etiketter',
  'D-1;Vinterdekk;Vare;stk;Dekk > Vinter;1 000,50;;1 499,90;sesong;',
  'D-2;Sommerdekk;Vare;stk;Dekk / Sommer;90;eur;1 299;',
  'S-1;Dekkskift;Tjeneste;t;Verksted;;;650;',
  'd-1;Igjen;;;;;;;',
  ';Uten nummer;;;;;;;',
  'F-1;Feil type;Skip;;;;;;',
  'F-2;Feil pris;;;;;;-5;',
  'F-3;Feil valuta;;;;1;kroner;;',
  'F-4;For dypt;;;a > b > c > d > e;;;;',
].join('\n');
const PLAN = { entity: 'product' as const };

test('products come in with their group, cost and price; a check changes nothing, and so does the same file again', async () => {
  const id = await upload(FILE, PLAN);
  const checked = await check(id);
  expect(checked.mapping).toEqual([
    ...['product.number', 'product.name', 'product.kind', 'product.unit', 'product.group'],
    ...['product.cost', 'product.cost_currency', 'product.price', 'product.tags'],
  ]);
  expect(checked.options.priceListId).toBe(NOK);
  expect(sumsOf(checked)).toEqual({ ...NOTHING, rows: 9, created: 3, skipped: 1, refused: 5 });
  expect([await products(), await written()]).toEqual([[], 0]);

  await runImport(needs, SYSTEM, { id });
  expect(sumsOf(await work(id))).toEqual(sumsOf(checked));
  const inside = [
    {
      number: 'D-1',
      name: 'Vinterdekk',
      kind: 'product',
      unit: 'stk',
      cost: 100050,
      of: 'EUR',
      tags: ['sesong'],
      group: 'Dekk / Vinter',
      price: 149990,
    },
    {
      number: 'D-2',
      name: 'Sommerdekk',
      kind: 'product',
      unit: 'stk',
      cost: 9000,
      of: 'EUR',
      tags: [],
      group: 'Dekk / Sommer',
      price: 129900,
    },
    {
      number: 'S-1',
      name: 'Dekkskift',
      kind: 'service',
      unit: 't',
      cost: null,
      of: null,
      tags: [],
      group: 'Verksted',
      price: 65000,
    },
  ];
  expect(await products()).toEqual(inside);
  expect(
    (await report(id))
      .filter(([, verdict]) => verdict === 'refused')
      .map(([line, , reason, column]) => [line, reason, column]),
  ).toEqual([
    [6, 'product_number_needed', 'Varenummer'],
    [7, 'unknown_choice', 'Type'],
    [8, 'amount_out_of_range', 'Pris (NOK)'],
    [9, 'not_a_currency', 'Valuta for innpris'],
    [10, 'group_path_too_deep', 'Gruppe'],
  ]);

  for (const onMatch of ['skip', 'fill_empty', 'overwrite'] as const) {
    const again = await bringIn(FILE, { ...PLAN, options: { onMatch, priceListId: NOK } });
    expect(again).toMatchObject({ created: 0, updated: 0 });
  }
  expect([await products(), await written()]).toEqual([inside, 3]);
});

test('what is there is filled in or overwritten; a new price holds from today, the former one stays in the history', async () => {
  const file = 'Number;Name;Group;Price;Cost\nS-1;Dekkskift XL;Service;700;300\nD-2;Sommerdekk 2;Sommer;1299;90\n';
  const gaps = await bringIn(file, { ...PLAN, options: { onMatch: 'fill_empty', priceListId: NOK } });
  expect(sumsOf(gaps)).toEqual({ ...NOTHING, rows: 2, updated: 1, unchanged: 1 });
  expect((await products())[2]).toMatchObject({
    name: 'Dekkskift',
    group: 'Verksted',
    price: 65000,
    cost: 30000,
    of: 'EUR',
  });

  clock.advance(24 * 3_600_000);
  const over = await bringIn(file, { ...PLAN, options: { onMatch: 'overwrite', priceListId: NOK } });
  expect(sumsOf(over)).toEqual({ ...NOTHING, rows: 2, updated: 2 });
  expect((await products()).slice(1)).toMatchObject([
    { name: 'Sommerdekk 2', group: 'Dekk / Sommer', price: 129900 },
    { name: 'Dekkskift XL', group: 'Service', price: 70000 },
  ]);
  const { rows } =
    await sql`select amount::int, valid_from from price x join product p on p.id = x.product_id where p.number = 'S-1' order by seq`.execute(
      database.db,
    );
  expect(rows).toEqual([
    { amount: 65000, validFrom: '2026-03-03' },
    { amount: 70000, validFrom: '2026-03-04' },
  ]);
});

test('another list takes prices in its own currency, and one that is gone is refused', async () => {
  await bringIn('Number;Price\nD-1;12,34\n', { ...PLAN, options: { onMatch: 'overwrite', priceListId: EUR } });
  expect((await products(EUR))[0]).toMatchObject({ price: 1234 });
  const id = await upload('Number;Price\nD-1;1\n', PLAN);
  await sql`update price_list set archived_at = now() where id = ${EUR}`.execute(database.db);
  await updateImport(needs, SYSTEM, { id, options: ImportOptions.parse({ priceListId: EUR }) });
  await expect(checkImport(needs, SYSTEM, { id })).rejects.toMatchObject({
    problems: [{ code: 'unknown_price_list' }],
  });
});
