import { sql } from 'kysely';
import { MAX_AMOUNT } from '../../../../contract/catalogue.ts';
import { Invalid } from '../../../platform/errors.ts';
import { type CellTaker, type ImportKind, minorDigits, type RowReading, type StagedRow } from '../../crm/index.ts';
import { groupPath } from '../model/group-path.ts';
import { bringPrices, findPrices, pricedProducts } from './bring-prices.ts';
import { findGroups, makeGroups } from './name-groups.ts';
import { productFields } from './product-fields.ts';

const takeGroup: CellTaker = (row, cell) => {
  const path = groupPath(cell);
  if (path === null) return 'group_path_too_deep';
  row.set('group_path', path === '' ? null : path);
  return null;
};

const takeCurrency: CellTaker = (row, cell) => {
  const code = cell.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) return 'not_a_currency';
  row.set('cost_currency', code);
  return null;
};

/** A cost in minor units of its currency, the company's own when the row names none. */
const finishCost = (row: StagedRow, { fields }: RowReading) => {
  const cost = row.get('cost');
  const own = fields.get('product.cost')?.currency ?? null;
  const currency = cost === null ? null : (row.get('cost_currency') ?? own);
  row.set('cost_currency', currency);
  if (cost !== null) row.set('cost', String(Math.round(Number(cost) * 10 ** minorDigits(currency))));
};

const isAmount = (read: string | null) => read === null || (Number(read) >= 0 && Number(read) <= MAX_AMOUNT);

const text = (name: string) => ({ name, type: 'text' }) as const;

/** Files of products and services, with their groups and their prices in one list. A product is recognised by its number. */
export const productKind: ImportKind = {
  entity: 'product',
  permission: 'catalogue.edit',
  columns: [
    ...['number', 'name', 'description', 'kind', 'unit', 'vat_class'].map(text),
    { name: 'cost', type: 'bigint' },
    { name: 'cost_currency', type: 'text', by: 'cost' },
    { name: 'price', type: 'bigint', beside: true },
  ],
  staged: [['group_path', 'text']],
  links: ['group_id'],
  hasCustom: false,
  instead: {
    name: () => sql`s.number`,
    description: () => sql`''`,
    kind: () => sql`'product'`,
    unit: () => sql`'pcs'`,
    vat_class: () => sql`'standard'`,
  },
  fields: productFields,
  identifiedBy: ['product.number'],
  begin: async (db) => {
    const { rows } = await sql<{ id: string }>`select id from price_list where kind = 'default' and archived_at is null
      order by currency = (select currency from installation limit 1) desc, created_at limit 1`.execute(db);
    return { priceListId: (rows[0]?.id ?? null) as never };
  },
  assertReady: async (tx, { mapping, options }) => {
    if (!mapping.includes('product.price')) return;
    const { rows } =
      await sql`select from price_list where id = ${options.priceListId} and archived_at is null`.execute(tx);
    if (rows.length === 0) throw new Invalid('priceListId', 'unknown_price_list');
  },
  longest: { number: 60, description: 4000, unit: 20, group: 600 },
  takers: { group: () => takeGroup, cost_currency: () => takeCurrency },
  finish(row, reading) {
    if (row.get('number') === null) return { reason: 'product_number_needed', field: 'product.number' };
    finishCost(row, reading);
    if (!isAmount(row.get('cost'))) return { reason: 'amount_out_of_range', field: 'product.cost' };
    return isAmount(row.get('price')) ? null : { reason: 'amount_out_of_range', field: 'product.price' };
  },
  matchKey: (row) => (row.get('number') ?? '').toLowerCase(),
  sql: {
    prepare: async (tx, batch) => {
      await findGroups(tx, batch);
      await findPrices(tx, batch);
    },
    linked: () => ({
      values: [sql`k.group_id`],
      join: sql`left join import_group k on k.group_path = s.group_path`,
    }),
    recordOf: () => sql`select c.id from product c where lower(c.number) = lower(s.number)`,
    records: () => pricedProducts,
    alsoChanges: ({ onMatch }) =>
      sql`(s.group_id is null and s.group_path is not null and ${onMatch === 'overwrite' ? sql`true` : sql`p.group_id is null`})`,
    before: makeGroups,
    after: bringPrices,
  },
};
