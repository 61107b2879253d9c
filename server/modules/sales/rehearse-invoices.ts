import { type RawBuilder, sql } from 'kysely';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId } from '../../../contract/ids.ts';
import type { rehearseInvoices as endpoint } from '../../../contract/invoices.ts';
import type { VatTreatment } from '../../../contract/sales-documents.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { firmsReachedAgain } from './firms-reached-again.ts';
import { numberAt } from './model/document-number.ts';
import { nextNumber } from './number-series.store.ts';
import { findPlan } from './plan.store.ts';
import { uninvoiceable } from './seller.ts';
import { taxedRun } from './taxed-run.ts';

interface Asked {
  actionId: ActionId;
  currency: string;
  day: string;
  /** A query of `no, party_kind, party_id, company_id`. */
  lines: RawBuilder<unknown>;
}

/** What issuing would come to, by the very statement that issues; throws what issuing would throw, and draws no number. */
export const invoicesFor = async (
  db: Db,
  { actionId, currency, day, lines }: Asked,
): Promise<OutputOf<typeof endpoint>> => {
  const hindered = await uninvoiceable(db);
  if (hindered !== null) throw new Invalid('lines', hindered.code);
  const plan = await findPlan(db, actionId);
  const { from, totals } = await taxedRun(db, { lines: plan.lines, currency, day }, lines);
  const { rows: counted } = await sql<{ treatment: VatTreatment; invoices: number }>`
    select kind.treatment, count(*)::int as invoices from ${from} group by kind.treatment`.execute(db);
  const treatments = totals.flatMap(({ treatment, netMinor, vatMinor }) => {
    const invoices = counted.find((one) => one.treatment === treatment)?.invoices ?? 0;
    const of = (minor: number) => minor * invoices;
    const grossMinor = of(netMinor + vatMinor);
    return invoices === 0 ? [] : [{ treatment, invoices, netMinor: of(netMinor), vatMinor: of(vatMinor), grossMinor }];
  });
  const sum = (what: 'invoices' | 'netMinor' | 'vatMinor' | 'grossMinor') =>
    treatments.reduce((all, one) => all + one[what], 0);
  const invoices = sum('invoices');
  const series = await nextNumber(db, 'invoice', day);
  return {
    invoices,
    currency,
    netMinor: sum('netMinor'),
    vatMinor: sum('vatMinor'),
    grossMinor: sum('grossMinor'),
    treatments,
    firmsBilledAgain: await firmsReachedAgain(db, lines),
    numbers: invoices === 0 ? null : { first: numberAt(series, 1), last: numberAt(series, invoices) },
  };
};
