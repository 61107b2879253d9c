import { sql } from 'kysely';
import type { VatClass } from '../../../contract/catalogue.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/offers.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise, loadSendTimes } from '../access/index.ts';
import { rateless, type Sold, type VatRates } from './model/vat.ts';
import { seriesOf } from './number-series.store.ts';

interface Seller {
  /** Null until somebody has said where the company is. */
  country: string | null;
  rates: VatRates;
}

/** Where the company is, and which VAT its sales bear there. */
export const sellerOf = async (db: Db | Tx): Promise<Seller> => {
  const { country } = await loadSendTimes(db);
  const { rows } = await sql<{ vatClass: VatClass; rate: number }>`
    select vat_class, rate from vat_rate where country = ${country}`.execute(db);
  return { country, rates: Object.fromEntries(rows.map(({ vatClass, rate }) => [vatClass, rate])) };
};

/** Why nothing that bears VAT can be issued; null: it can. */
export const untaxable = (
  { country, rates }: Seller,
  lines: readonly Pick<Sold, 'vatClass'>[],
): { code: 'company_country_needed' | 'no_vat_rate'; params: Record<string, string> } | null => {
  if (country === null) return { code: 'company_country_needed', params: {} };
  const lacking = rateless(lines, rates);
  return lacking === null ? null : { code: 'no_vat_rate', params: { class: lacking, country } };
};

export const getSalesTerms = async ({ db }: { db: Db }, actor: Actor): Promise<OutputOf<typeof api.getSalesTerms>> => {
  authorise(actor, 'sales.see');
  const { country } = await loadSendTimes(db);
  const { rows: rates } = await sql<api.VatRate>`
    select country, vat_class, rate from vat_rate order by country = ${country} desc, country, rate desc`.execute(db);
  return { country, rates, series: await seriesOf(db) };
};

/** The rates of the company's own country; documents that were issued keep theirs. */
export const saveSalesTerms = async (
  { db }: { db: Db },
  actor: Actor,
  { rates, series }: InputOf<typeof api.saveSalesTerms>,
): Promise<{ ok: true }> => {
  authorise(actor, 'settings.edit');
  await db.transaction().execute(async (tx) => {
    const { country } = await loadSendTimes(tx);
    if (country === null) throw new Invalid('country', 'company_country_needed');
    await sql`delete from vat_rate where country = ${country}`.execute(tx);
    for (const { vatClass, rate } of rates)
      await sql`insert into vat_rate (country, vat_class, rate) values (${country}, ${vatClass}, ${rate})`.execute(tx);
    for (const { kind, prefix, digits } of series)
      await sql`update number_series set prefix = ${prefix}, digits = ${digits} where kind = ${kind}`.execute(tx);
  });
  return { ok: true };
};
