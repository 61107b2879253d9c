import { sql } from 'kysely';
import { SalesPlan } from '../contract/sales-plan.ts';
import { issueInvoices, storePlan } from '../server/modules/sales/index.ts';
import type { Db } from '../server/platform/database/open-database.ts';
import { uuidIds } from '../server/platform/ids.ts';
import { givenCampaign, givenHouse, type ReadyCampaign } from '../tests/support/ready-campaign.ts';
import { givenSeller } from '../tests/support/seller.ts';
import { type Bench, timed } from './bench.ts';
import type { Database } from './open-database.ts';

const NOW = new Date('2026-11-27T10:00:00Z');
const COUNTRIES = ['NO', 'SE', 'DK', 'US'];

/** Invoices numbered, taxed and written with their lines, against the same rows copied from a table by hand. */
export const bench: Bench = {
  name: 'invoices',
  about: 'Issuing invoices in one transaction, numbered and with VAT, against insert … select of the same rows',
  size: 100_000,
  rounds: 3,
  ratios: { rate: { variant: 'byHand', against: 'issued', atLeast: 0.5 } },
  open: async ({ db }: Database, size) => {
    const campaign = await givenBuyers(db, size);
    await issueAndKeep(db, campaign);
    return {
      variants: { issued: () => issued(db, campaign), byHand: () => byHand(db) },
    };
  },
};

const givenBuyers = async (db: Db, size: number): Promise<ReadyCampaign> => {
  const campaign = await givenCampaign(db, await givenHouse(db), { channel: 'invoice' as 'list' });
  await givenSeller(db);
  await sql`
    insert into company (id, name, country, vat_id, street, postal_code, city)
    select gen_random_uuid(), 'Firm ' || n, (${COUNTRIES}::text[])[1 + n % ${COUNTRIES.length}], 'V' || n, 'Street ' || n, '0155', 'Town'
    from generate_series(1, ${size}) as n`.execute(db);
  const products = ['Tyre', 'Rim'].map((name) => ({ id: uuidIds.next(), name }));
  for (const { id, name } of products)
    await sql`insert into product (id, number, name, kind, unit, vat_class) values (${id}, ${id}, ${name}, 'product', 'pcs', 'standard')`.execute(
      db,
    );
  const lines = products.map(({ id }) => ({ productId: id, quantity: 4000, priceMinor: 149_900 }));
  await db.transaction().execute((tx) => storePlan(tx, campaign.actionId, SalesPlan.parse({ lines }), NOW));
  await sql`create table bench_line as
    select row_number() over () as no, 'company' as party_kind, id as party_id, id as company_id, null::uuid as sender_id from company`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  return campaign;
};

let runs = 0;
const issue = (db: Db, { campaignId, actionId, actor }: ReadyCampaign): Promise<void> => {
  runs += 1;
  const run = {
    runId: String(runs),
    campaignId,
    actionId,
    campaignName: 'Spring',
    currency: 'NOK',
    now: NOW,
    test: false,
  };
  const who = { startedBy: actor.userId, ownerId: actor.userId as string };
  const lines = sql`select no, party_kind, party_id, company_id, sender_id from bench_line`;
  return db.transaction().execute((tx) => issueInvoices(tx, { ...run, ...who, lines }));
};

const emptied = (db: Db) => sql`truncate invoice, sales_line cascade`.execute(db);

/** What is written by hand later: the very rows that were issued. */
const issueAndKeep = async (db: Db, campaign: ReadyCampaign): Promise<void> => {
  await issue(db, campaign);
  await sql`create table bench_invoice as select * from invoice order by line_no`.execute(db);
  await sql`create table bench_sold as select * from sales_line`.execute(db);
  await sql`alter table bench_invoice drop column gross_minor`.execute(db);
  await sql`alter table bench_sold drop column amount_minor`.execute(db);
};

const issued = async (db: Db, campaign: ReadyCampaign): Promise<number> => {
  await emptied(db);
  return timed(() => issue(db, campaign));
};

const columnsOf = async (db: Db, table: string) => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(
    db,
  );
  return sql.join(rows.map(({ name }) => sql.id(name)));
};

const byHand = async (db: Db): Promise<number> => {
  await emptied(db);
  const [invoice, sold] = [await columnsOf(db, 'bench_invoice'), await columnsOf(db, 'bench_sold')];
  return timed(() =>
    db.transaction().execute(async (tx) => {
      await sql`insert into invoice (${invoice}) select ${invoice} from bench_invoice`.execute(tx);
      await sql`insert into sales_line (${sold}) select ${sold} from bench_sold`.execute(tx);
    }),
  );
};
