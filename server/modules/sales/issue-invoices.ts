import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { dayAt } from '../catalogue/index.ts';
import { insertInvoices } from './invoice.store.ts';
import type { Issued } from './issue-opportunities.ts';
import { numbersOfRun } from './number-series.store.ts';
import { findPlan } from './plan.store.ts';
import { writeLines } from './sales-line.store.ts';
import { findSeller } from './seller.store.ts';
import { taxedRun } from './taxed-run.ts';

/** One invoice for each line of the run, numbered in their order without a gap, with the VAT of each buyer; a proof draws no number. */
export const issueInvoices = async (tx: Tx, run: Issued): Promise<void> => {
  const { title, lines, dueDays, terms } = await findPlan(tx, run.actionId);
  const day = await dayAt(tx, run.now);
  const seller = await findSeller(tx);
  if (seller === null) throw new Invalid('lines', 'seller_needed');
  const taxed = await taxedRun(tx, { lines, currency: run.currency, day }, run.lines);
  const number = await numbersOfRun(tx, 'invoice', run, day);
  const head = {
    ...run,
    title: title || run.campaignName,
    sellerId: seller.id,
    day,
    dueDays,
    terms,
    createdBy: run.startedBy,
  };
  await insertInvoices(tx, head, taxed, number);
  await writeLines(tx, 'invoice', sql`select id from invoice where run_id = ${run.runId}`, taxed.priced);
};
