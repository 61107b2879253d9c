import { type RawBuilder, sql } from 'kysely';
import { VAT_TREATMENTS } from '../../../contract/offers.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { loadInstallation } from '../access/index.ts';
import { dayAt } from '../catalogue/index.ts';
import { billedParty } from '../crm/index.ts';
import type { Issued } from './issue-opportunities.ts';
import { totalsOf, treatmentOf } from './model/vat.ts';
import { drawNumbers } from './number-series.store.ts';
import { findPlan } from './plan.store.ts';
import { priceLines } from './price-lines.ts';
import { writeLines } from './sales-line.store.ts';
import { sellerOf, untaxable } from './sales-terms.ts';

const BILLED = billedParty('line');

/** How each kind of buyer among the lines is taxed: the kinds are few, however many lines there are. */
const treatmentsOf = async (tx: Tx, lines: RawBuilder<unknown>, seller: string) => {
  const { rows } = await sql<{ country: string | null; hasVatId: boolean }>`
    select distinct ${BILLED.country} as country, ${BILLED.hasVatId} as has_vat_id from (${lines}) as line ${BILLED.joins}`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, treatment: treatmentOf(seller, row.country, row.hasVatId) }));
};

/** One offer for each line of the run, numbered in their order without a gap, with the VAT of each buyer; a proof draws no number. */
export const issueOffers = async (tx: Tx, run: Issued): Promise<void> => {
  const { title, lines, validDays, terms } = await findPlan(tx, run.actionId);
  const day = await dayAt(tx, run.now);
  const seller = await sellerOf(tx);
  const { rates, country } = seller;
  const priced = await priceLines(tx, { lines, currency: run.currency, day });
  const hindered = untaxable(seller, priced);
  if (hindered !== null) throw new Invalid('lines', hindered.code, hindered.params);
  const totals = VAT_TREATMENTS.map((treatment) => ({ treatment, ...totalsOf(priced, treatment, rates) }));
  const kinds = await treatmentsOf(tx, run.lines, country ?? '');
  const { language } = await loadInstallation(tx);
  await sql`
    insert into offer (id, number, title, party_kind, party_id, company_id, buyer, language, currency, vat_treatment, vat, net_minor, vat_minor,
      issued_on, valid_until, terms, owner_id, campaign_id, action_id, run_id, line_no, test, created_by, created_at, updated_at)
    select uuid_at(${run.now}), ${await numbers(tx, run, day)}, ${title || run.campaignName}, line.party_kind, line.party_id, line.company_id, ${BILLED.buyer},
      coalesce(${BILLED.language}, ${language}), ${run.currency}, kind.treatment, total.vat, total."netMinor", total."vatMinor",
      ${day}::date, ${day}::date + ${validDays}::int, ${terms}, coalesce(line.sender_id, ${run.ownerId}), ${run.campaignId}, ${run.actionId}, ${run.runId},
      line.no, ${run.test}, ${run.startedBy}::uuid, ${run.now}, ${run.now}
    from (select asked.*, row_number() over (order by asked.no) as place from (${run.lines}) as asked) as line ${BILLED.joins}
    join jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as kind (country text, "hasVatId" boolean, treatment text)
      on kind.country is not distinct from ${BILLED.country} and kind."hasVatId" = ${BILLED.hasVatId}
    join jsonb_to_recordset(${JSON.stringify(totals)}::jsonb) as total (treatment text, "netMinor" bigint, "vatMinor" bigint, vat jsonb)
      on total.treatment = kind.treatment
    order by line.no`.execute(tx);
  await writeLines(tx, 'offer', sql`select id from offer where run_id = ${run.runId}`, priced);
};

/** The number of each line as SQL over `line.place`. */
const numbers = async (tx: Tx, { lines, test }: Issued, day: string): Promise<RawBuilder<string | null>> => {
  if (test) return sql`null::text`;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${lines}) as line`.execute(tx);
  const { prefix, digits, first } = await drawNumbers(tx, 'offer', { count: rows[0]?.count ?? 0, day });
  const number = sql`(${first}::bigint + line.place - 1)::text`;
  return sql<string>`${prefix}::text || lpad(${number}, greatest(${digits}::int, length(${number})), '0')`;
};
