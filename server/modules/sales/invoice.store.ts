import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { BILLED, type TaxedRun } from './taxed-run.ts';

/** What invoices that are issued together have in common. */
export interface InvoiceHead {
  title: string;
  sellerId: string;
  currency: string;
  day: string;
  /** Where the buyer is not used to others. */
  dueDays: number;
  terms: string;
  ownerId: string;
  campaignId: string | null;
  actionId: string | null;
  runId: string | null;
  test: boolean;
  createdBy: string | null;
  now: Date;
}

/** As SQL over a taxed run: the day by which its buyer is to pay. */
export const dueOn = ({ day, dueDays }: Pick<InvoiceHead, 'day' | 'dueDays'>): RawBuilder<string> =>
  sql<string>`(${day}::date + coalesce(${BILLED.paymentDays}, ${dueDays}::int))`;

/** One invoice for each `line` of a taxed run, without what is sold. `number`: over the alias `line` with its `place`. */
export const insertInvoices = async (
  tx: Tx,
  head: InvoiceHead,
  { from, language }: Pick<TaxedRun, 'from' | 'language'>,
  number: RawBuilder<string | null>,
): Promise<void> => {
  await sql`
    insert into invoice (id, kind, number, title, party_kind, party_id, company_id, seller_id, buyer, language, currency, vat_treatment, vat,
      net_minor, vat_minor, issued_on, due_on, terms, owner_id, campaign_id, action_id, run_id, line_no, test, created_by, created_at, updated_at)
    select uuid_at(${head.now}), 'invoice', ${number}, ${head.title}, line.party_kind,
      line.party_id, line.company_id, ${head.sellerId}, ${BILLED.buyer}, coalesce(${BILLED.language}, ${language}), ${head.currency}, kind.treatment,
      total.vat, total."netMinor", total."vatMinor", ${head.day}::date, ${dueOn(head)}, ${head.terms},
      coalesce(line.sender_id, ${head.ownerId}), ${head.campaignId}::uuid, ${head.actionId}::uuid, ${head.runId}::bigint, line.no, ${head.test},
      ${head.createdBy}::uuid, ${head.now}, ${head.now}
    from ${from} order by line.no`.execute(tx);
};
