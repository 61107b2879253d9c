import { createProduct, createProductGroup } from '../../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../../contract/catalogue-prices.ts';
import { createPriceRevision, rehearsePriceRevision } from '../../../contract/catalogue-revisions.ts';
import type { PriceListId, ProductGroupId, ProductId } from '../../../contract/ids.ts';
import { PRODUCT_GROUPS, PRODUCTS } from '../../../db/demo/catalogue.ts';
import type { Ask } from './ask.ts';

/** Kroner for a euro, roughly. */
const KRONER_A_EURO = 11.5;

const groups = async (ask: Ask): Promise<Map<string, ProductGroupId>> => {
  const made = new Map<string, ProductGroupId>();
  for (const [name, inside] of PRODUCT_GROUPS)
    made.set(
      name,
      (await ask(createProductGroup, { name, parentId: inside === null ? null : (made.get(inside) ?? null) })).id,
    );
  return made;
};

const price = async (ask: Ask, id: ProductId, lists: { nok: PriceListId; eur: PriceListId }, kroner: number) => {
  await ask(setPrice, { id, listId: lists.nok, amount: kroner * 100 });
  await ask(setPrice, { id, listId: lists.eur, amount: Math.ceil(kroner / KRONER_A_EURO) * 100 - 10 });
};

/** A workshop's products in groups, priced in two currencies, and a price revision to look at. */
export const stock = async (ask: Ask): Promise<void> => {
  const nok = (await ask(createPriceList, { name: 'Nordlys veiledende', currency: 'NOK', kind: 'default' })).id;
  const eur = (await ask(createPriceList, { name: 'Nordlys Europe', currency: 'EUR', kind: 'default' })).id;
  const groupIds = await groups(ask);
  for (const { group, price: kroner, cost, ...product } of PRODUCTS) {
    const known = { groupId: groupIds.get(group) ?? null, cost: cost * 100, costCurrency: 'NOK' };
    const { id } = await ask(createProduct, { ...product, ...known });
    await price(ask, id, { nok, eur }, kroner);
  }
  const wheels = groupIds.get('Dekk og hjul');
  const revision = await ask(createPriceRevision, {
    name: 'Dekk, høsten',
    listId: nok,
    selection: { groupIds: wheels ? [wheels] : [] },
    rule: { change: { kind: 'percent', by: 500 }, rounding: { step: 1000, ending: 900 }, minMargin: 3000 },
  });
  await ask(rehearsePriceRevision, { id: revision.id });
};
