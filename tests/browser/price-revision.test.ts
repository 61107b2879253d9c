import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import * as products from '../../contract/catalogue.ts';
import * as prices from '../../contract/catalogue-prices.ts';
import { inBrowser, site } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';

inBrowser('price revisions', () => {
  const house = site();

  const stock = async (anna: Person) => {
    const list = await anna.ask(prices.createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
    const group = await anna.ask(products.createProductGroup, { name: 'Tyres' });
    for (const [name, amount, cost] of [
      ['Winter tyre 205/55 R16', 149_900, 90_000],
      ['Summer tyre 205/55 R16', 129_900, 80_000],
      ['Wheel alignment', 119_000, null],
    ] as const) {
      const made = { name, kind: 'product', unit: 'pcs', cost, costCurrency: 'NOK', groupId: group.id } as const;
      const { id } = await anna.ask(products.createProduct, made);
      await anna.ask(prices.setPrice, { id, listId: list.id, amount });
    }
  };

  const look = async (person: Person, screens: Record<string, string>, visit: (name: string) => Promise<string[]>) => {
    const found: string[] = [];
    for (const [name, path] of Object.entries(screens)) {
      await person.goTo(path);
      await person.settled();
      const over = await person.sidewards();
      if (over > 0) found.push(`${name}: ${over} pixels`);
      found.push(...(await visit(name)));
    }
    expect(found).toEqual([]);
  };

  test('O52, O53: marked in the product list, rehearsed, applied and taken back', { timeout: 240_000 }, async () => {
    const anna = await house.anna();
    await anna.goTo('/sales/products');
    await anna.sees('No products yet');
    await stock(anna);
    await anna.goTo('/sales/products');
    await anna.sees('Winter tyre');
    for (const name of ['Winter tyre 205/55 R16', 'Summer tyre 205/55 R16'])
      await anna.click(anna.page.getByRole('checkbox', { name: new RegExp(name) }));
    await anna.press('Revise prices');
    await anna.sees('2 marked products');
    await anna.fill('Percent', '10');
    await anna.choose('Rounding', /Ending like.*\.90/);
    await anna.press('Rehearse');
    await anna.sees('NOK 1,648.90');
    await anna.press('Apply 2 prices');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Apply 2 prices' }));
    await anna.sees('Applied');
    const revision = new URL(anna.page.url()).pathname;
    expect(await flawsOf(anna)).toEqual([]);

    const { rows } = await anna.ask(products.listProducts, {});
    const screens = {
      products: '/sales/products',
      product: `/sales/products/${rows[0]!.id}`,
      'new product': '/sales/products/new',
      groups: '/sales/product-groups',
      lists: '/sales/price-lists',
      revisions: '/sales/price-revisions',
      'new revision': '/sales/price-revisions/new',
      revision,
    };
    await look(anna, screens, async (name) => {
      await anna.pictures(`catalogue ${name}`);
      return flawsOf(anna);
    });
    const polish = await house.anna({ width: 360, locale: 'pl-PL' });
    await polish.ask(updatePreferences, { language: 'pl' });
    await look(polish, screens, async (name) => {
      await polish.picture(`catalogue 360 pl ${name}`, { whole: true });
      return [];
    });
    await polish.ask(updatePreferences, { language: 'en' });

    await anna.goTo(revision);
    await anna.press('Take back 2 prices');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Take back 2 prices' }));
    await anna.sees('Former prices are back');
  });

  const MANY = 6_000;

  /** So many more in the list, each at 100.00. */
  const stockMany = () =>
    sql`
    with made as (
      insert into product (id, number, name, kind, unit, vat_class)
      select gen_random_uuid(), 'M-' || n, 'Part ' || n, 'product', 'pcs', 'standard' from generate_series(1, ${MANY}::int) n returning id)
    insert into price (list_id, product_id, valid_from, amount)
    select (select id from price_list), id, current_date - 1, 10000 from made`.execute(house.db);

  /** After its first piece a work stands still while `look` looks, on a machine of any speed. */
  const heldIn = async (begin: () => Promise<void>, look: () => Promise<void>) =>
    house.db.connection().execute(async (own) => {
      await sql`select setval('piece', 1, false), pg_advisory_lock(1)`.execute(own);
      await begin();
      await look();
      await sql`select pg_advisory_unlock(1)`.execute(own);
    });
  const holdPieces = async () => {
    await sql`create sequence piece`.execute(house.db);
    await sql`create function hold_piece() returns trigger language plpgsql as $$
      begin
        if nextval('piece') > 1 then perform pg_advisory_xact_lock_shared(1); end if;
        return null;
      end $$`.execute(house.db);
    for (const written of ['price_revision_line', 'price'])
      await sql`create trigger hold_piece before insert on ${sql.table(written)} execute function hold_piece()`.execute(
        house.db,
      );
  };

  test('O52: thousands of prices are rehearsed, written and taken back while the page tells how far', async () => {
    const anna = await house.anna();
    const confirmed = async (action: string) => {
      await anna.press(action);
      await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: action }));
    };
    await stockMany();
    await holdPieces();
    await anna.goTo('/sales/price-revisions/new');
    await anna.fill('Words in name or number', 'M-');
    await anna.sees('6,000 products');
    await heldIn(
      () => anna.press('Rehearse'),
      async () => {
        await anna.sees('Reckoning prices');
        await anna.sees('2,000 of 6,000 products');
      },
    );
    await anna.page.getByRole('button', { name: 'Apply 6,000 prices' }).waitFor();
    await heldIn(
      () => confirmed('Apply 6,000 prices'),
      async () => {
        await anna.sees('Writing prices');
        await anna.sees('2,000 of 6,000 products');
        await anna.sees(/ready about/);
        await anna.pictures('price revision under way');
      },
    );
    await anna.sees('Prices applied');
    await heldIn(
      () => confirmed('Take back 6,000 prices'),
      async () => {
        await anna.sees('Bringing former prices back');
        await anna.sees('2,000 of 6,000 products');
      },
    );
    await anna.sees('Former prices are back');
    await anna.sees('6,000 prices taken back by Anna Dahl');
  });
});
