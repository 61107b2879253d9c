import { z } from 'zod';
import { Amount, ListName, PRICE_LIST_KINDS } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { PriceListId, PriceRevisionId, ProductId } from './ids.ts';
import { Currency, Day, Moment } from './moment.ts';
import { Ok } from './paging.ts';

const tag = 'Catalogue';

const listFields = {
  name: z.string().trim().min(1).max(120),
  currency: Currency,
  /**
   * `default`: the prices when no other list applies, one a currency, without dates. `period`: for everyone between its days, before the
   * default; of several the one that starts latest wins. `agreed`: only where it is asked for by name.
   */
  kind: z.enum(PRICE_LIST_KINDS),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
};

export const PriceList = z.object({
  id: PriceListId,
  name: z.string(),
  currency: Currency,
  kind: z.enum(PRICE_LIST_KINDS),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  archived: z.boolean(),
  /** Products with a price in it today. */
  products: z.number().int(),
});
export type PriceList = z.output<typeof PriceList>;

export const listPriceLists = endpoint({
  name: 'listPriceLists',
  method: 'GET',
  path: '/api/price-lists',
  tag,
  summary: 'The price lists, archived ones last',
  input: z.object({}),
  output: z.object({ lists: z.array(PriceList) }),
});
export const createPriceList = endpoint({
  name: 'createPriceList',
  method: 'POST',
  path: '/api/price-lists',
  tag,
  summary: 'Adds a price list',
  input: z.object({
    ...listFields,
    startsOn: listFields.startsOn.default(null),
    endsOn: listFields.endsOn.default(null),
  }),
  output: PriceList,
});
export const updatePriceList = endpoint({
  name: 'updatePriceList',
  method: 'PATCH',
  path: '/api/price-lists/:id',
  tag,
  summary: 'Changes a price list; its currency stays once it has prices',
  input: z.object(listFields).partial().extend({ id: PriceListId, archived: z.boolean().optional() }),
  output: PriceList,
});

export const setPrice = endpoint({
  name: 'setPrice',
  method: 'PUT',
  path: '/api/products/:id/prices',
  tag,
  summary: 'A new price from a day on, today or later; the former ones stay in the history',
  input: z.object({
    id: ProductId,
    listId: PriceListId,
    /** Null takes the product out of the list from that day. */
    amount: Amount.nullable(),
    /** Today when absent. */
    validFrom: Day.optional(),
  }),
  output: Ok,
});

export const PriceEntry = z.object({
  seq: z.string(),
  list: ListName,
  amount: z.number().int().nullable(),
  validFrom: Day,
  revision: z.object({ id: PriceRevisionId, name: z.string() }).nullable(),
  reversal: z.boolean(),
  writtenBy: z.string().nullable(),
  writtenAt: Moment,
});
export type PriceEntry = z.output<typeof PriceEntry>;

export const listPriceHistory = endpoint({
  name: 'listPriceHistory',
  method: 'GET',
  path: '/api/products/:id/prices',
  tag,
  summary: 'Every price a product ever had or will have, the last written first',
  input: z.object({
    id: ProductId,
    after: z
      .string()
      .regex(/^\d{1,18}$/, 'invalid')
      .optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ rows: z.array(PriceEntry), next: z.string().nullable(), total: z.number().int().nullable() }),
});

export const getPriceOn = endpoint({
  name: 'getPriceOn',
  method: 'GET',
  path: '/api/products/:id/price',
  tag,
  summary: 'What a product costs on a day in a currency, and by which list',
  input: z.object({ id: ProductId, currency: Currency, day: Day, listId: PriceListId.optional() }),
  output: z.object({
    price: z.object({ amount: z.number().int(), list: ListName, validFrom: Day }).nullable(),
  }),
});
