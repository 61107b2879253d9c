import { beforeAll, expect } from 'vitest';
import * as products from '../../contract/catalogue.ts';
import * as prices from '../../contract/catalogue-prices.ts';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { PriceListId, ProductGroupId, ProductId } from '../../contract/ids.ts';
import { type Caller, furnish, type House, type Refusal, signedIn, testHouse } from './house.ts';

interface PriceHouse extends House {
  /** Dominique of sales, signed in. */
  seller: Caller;
  /** The default list in kroner. */
  nok: PriceListId;
  tyres: ProductGroupId;
  /** Five products by name: two tyres in groups, a wiper, oil without a price, air without a cost. */
  ids: Record<string, ProductId>;
  /** Calls as the seller and expects success. */
  ask<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>>;
  /** Calls as the seller and answers the first refusal. */
  refused<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<Refusal['errors'][0] & { status: number }>;
}

const addProducts = async ({ ask, nok, tyres, ids }: PriceHouse) => {
  const winter = (await ask(products.createProductGroup, { name: 'Winter tyres', parentId: tyres })).id;
  const add = async (name: string, price: number | null, cost: number | null, more: object = {}) => {
    const made = { name, kind: 'product', unit: 'pcs', cost, costCurrency: 'NOK', ...more } as const;
    const { id } = await ask(products.createProduct, made);
    ids[name] = id;
    if (price !== null) await ask(prices.setPrice, { id, listId: nok, amount: price });
  };
  await add('Winter 17', 149_900, 90_000, { groupId: winter, tags: ['season'] });
  await add('Summer 17', 129_900, 80_000, { groupId: tyres });
  await add('Wiper blade', 19_900, 8_000, { tags: ['season'] });
  await add('Oil', null, 12_000);
  await add('Air', 50, null);
};

/** A house that sells, on Monday 2 March 2026. Call it at the top of a test file. */
export const priceHouse = (): PriceHouse => {
  const house = testHouse() as PriceHouse;
  house.ids = {};
  house.ask = async (endpoint, input) => {
    const { status, body } = await house.seller.call(endpoint, input);
    expect(status, JSON.stringify(body)).toBe(200);
    return body as OutputOf<typeof endpoint>;
  };
  house.refused = async (endpoint, input) => {
    const { status, body } = await house.seller.call(endpoint, input);
    return { status, ...(body as Refusal).errors[0] };
  };
  beforeAll(async () => {
    await furnish(house);
    house.seller = await signedIn(house, 'dominique@nordlys.test');
    house.nok = (await house.ask(prices.createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' })).id;
    house.tyres = (await house.ask(products.createProductGroup, { name: 'Tyres' })).id;
    await addProducts(house);
  });
  return house;
};
