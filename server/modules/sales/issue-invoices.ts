import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { dayAt } from '../catalogue/index.ts';
import type { Issued } from './issue-opportunities.ts';
import { numbersOfRun } from './number-series.store.ts';
import { findPlan } from './plan.store.ts';
import { writeLines } from './sales-line.store.ts';
import { findSeller } from './seller.store.ts';
import { BILLED, taxedRun } from './taxed-run.ts';

/** One invoice for each line of the run, numbered in their order without a gap, with the VAT of each buyer; a proof draws no number. */
export const issueInvoices = async (tx: Tx, run: Issued): Promise<void> => {
  const { title, lines, dueDays, terms } = await findPlan(tx, run.actionId);
  const day = await dayAt(tx, run.now);
  const seller = await findSeller(tx);
  if (seller === null) throw new Invalid('lines', 'seller_needed');
  const { priced, language, from } = await taxedRun(tx, { lines, currency: run.currency, day }, run.lines);
  await sql`
    insert into invoice (id, kind, number, title, party_kind, party_id, company_id, seller_id, buyer, language, currency, vat_treatment, vat,
      net_minor, vat_minor, issued_on, due_on, terms, owner_id, campaign_id, action_id, run_id, line_no, test, created_by, created_at, updated_at)
    select uuid_at(${run.now}), 'invoice', ${await numbersOfRun(tx, 'invoice', run, day)}, ${title || run.campaignName}, line.party_kind,
      line.party_id, line.company_id, ${seller.id}, ${BILLED.buyer}, coalesce(${BILLED.language}, ${language}), ${run.currency}, kind.treatment, total.vat,
      total."netMinor", total."vatMinor", ${day}::date, ${day}::date + coalesce(${BILLED.paymentDays}, ${dueDays}::int), ${terms},
      coalesce(line.sender_id, ${run.ownerId}), ${run.campaignId}, ${run.actionId}, ${run.runId}, line.no, ${run.test}, ${run.startedBy}::uuid,
      ${run.now}, ${run.now}
    from ${from} order by line.no`.execute(tx);
  await writeLines(tx, 'invoice', sql`select id from invoice where run_id = ${run.runId}`, priced);
};
