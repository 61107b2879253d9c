import { type RawBuilder, sql } from 'kysely';
import { VAT_TREATMENTS, type VatPart, type VatTreatment } from '../../../contract/sales-documents.ts';
import type { SalesLineInput } from '../../../contract/sales-plan.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { loadInstallation } from '../access/index.ts';
import { billedParty } from '../crm/index.ts';
import type { WholeLine } from './model/priced-line.ts';
import { totalsOf, treatmentOf } from './model/vat.ts';
import { priceLines } from './price-lines.ts';
import { sellerOf, untaxable } from './sales-terms.ts';

/** Over the alias `line` of a taxed run. */
export const BILLED = billedParty('line');

export interface TreatmentTotals {
  treatment: VatTreatment;
  netMinor: number;
  vatMinor: number;
  vat: VatPart[];
}

export interface TaxedRun {
  priced: WholeLine[];
  totals: TreatmentTotals[];
  /** Where the buyer's is not known. */
  language: string;
  /** Of FROM: each `line` with its `place` from 1 on, its `kind.treatment`, and `total` with `vat`, `"netMinor"`, `"vatMinor"`. */
  from: RawBuilder<unknown>;
}

interface Asked {
  lines: readonly SalesLineInput[];
  currency: string;
  day: string;
}

/** The products of a run at the prices of the day, and how its buyers are taxed. Throws Invalid before anything is issued. */
export const taxedRun = async (db: Db | Tx, asked: Asked, lines: RawBuilder<unknown>): Promise<TaxedRun> =>
  taxed(db, await priceLines(db, asked), lines);

/**
 * What documents with the same products have in common, and what differs by how each buyer is taxed: of that there are three kinds, however
 * many buyers there are. Throws Invalid.
 */
export const taxed = async (db: Db | Tx, priced: WholeLine[], lines: RawBuilder<unknown>): Promise<TaxedRun> => {
  const seller = await sellerOf(db);
  const hindered = untaxable(seller, priced);
  if (hindered !== null) throw new Invalid('lines', hindered.code, hindered.params);
  const totals = VAT_TREATMENTS.map((treatment) => ({ treatment, ...totalsOf(priced, treatment, seller.rates) }));
  const kinds = await treatmentsOf(db, lines, seller.country ?? '');
  const { language } = await loadInstallation(db);
  const from = sql`(select asked.*, row_number() over (order by asked.no) as place from (${lines}) as asked) as line ${BILLED.joins}
    join jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as kind (country text, "hasVatId" boolean, treatment text)
      on kind.country is not distinct from ${BILLED.country} and kind."hasVatId" = ${BILLED.hasVatId}
    join jsonb_to_recordset(${JSON.stringify(totals)}::jsonb) as total (treatment text, "netMinor" bigint, "vatMinor" bigint, vat jsonb)
      on total.treatment = kind.treatment`;
  return { priced, totals, language, from };
};

const treatmentsOf = async (db: Db | Tx, lines: RawBuilder<unknown>, seller: string) => {
  const { rows } = await sql<{ country: string | null; hasVatId: boolean }>`
    select distinct ${BILLED.country} as country, ${BILLED.hasVatId} as has_vat_id from (${lines}) as line ${BILLED.joins}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, treatment: treatmentOf(seller, row.country, row.hasVatId) }));
};
