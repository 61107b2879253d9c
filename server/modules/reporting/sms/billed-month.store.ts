import { sql } from 'kysely';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { InvoiceId } from '../../../../contract/ids.ts';
import type { lastSmsBill, SmsBill } from '../../../../contract/sms-invoices.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { invoiceStands } from '../../sales/index.ts';

type Terms = Pick<SmsBill, 'productId' | 'pricing' | 'markup' | 'perPartMillionths' | 'lines'>;
type Last = OutputOf<typeof lastSmsBill>['last'];

export interface BilledMonth {
  account: string;
  /** `2026-10` */
  month: string;
  number: string;
}

interface Months {
  accountIds: readonly string[];
  /** First days. */
  months: readonly string[];
}

/** The first of these months that stands on an invoice; null: none does. */
export const findBilled = async (db: Db | Tx, { accountIds, months }: Months): Promise<BilledMonth | null> => {
  const { rows } = await sql<BilledMonth>`
    select a.name as account, to_char(b.month, 'YYYY-MM') as month, i.number
    from sms_billed_month b join sending_account a on a.id = b.account_id join invoice i on i.id = b.invoice_id
    where b.account_id = any(${accountIds}::uuid[]) and b.month = any(${months}::date[]) and ${invoiceStands(sql`b.invoice_id`)}
    order by b.month, a.name limit 1`.execute(db);
  return rows[0] ?? null;
};

/** How many of the months went to the invoice: fewer than asked for where another one that still stands has them. */
export const takeMonths = async (
  tx: Tx,
  { accountIds, months, invoiceId }: Months & { invoiceId: InvoiceId },
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into sms_billed_month (account_id, month, invoice_id)
    select account_id, month, ${invoiceId}::uuid from unnest(${accountIds}::uuid[]) as account_id cross join unnest(${months}::date[]) as month
    order by account_id, month
    on conflict (account_id, month) do update set invoice_id = excluded.invoice_id
      where not ${invoiceStands(sql`sms_billed_month.invoice_id`)}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
};

export const storeBill = async (tx: Tx, invoiceId: InvoiceId, terms: Terms, at: Date): Promise<void> => {
  const { productId, pricing, markup, perPartMillionths, lines } = terms;
  await sql`
    insert into sms_bill (invoice_id, product_id, pricing, markup, per_part_millionths, lines, created_at)
    values (${invoiceId}, ${productId}, ${pricing}, ${markup}, ${perPartMillionths}, ${lines}, ${at})`.execute(tx);
};

/** Of a product that is still there. The company is the one the invoice is with now. */
export const findLastBill = async (db: Db, accountId: string): Promise<Last> => {
  const { rows } = await sql<NonNullable<Last>>`
    select b.pricing, b.markup, b.per_part_millionths::float8 as per_part_millionths, b.lines, jsonb_build_object('id', p.id, 'name', p.name) as product,
      (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = i.company_id) as company
    from sms_bill b join invoice i on i.id = b.invoice_id join product p on p.id = b.product_id
    where b.invoice_id in (select m.invoice_id from sms_billed_month m where m.account_id = ${accountId})
    order by b.created_at desc limit 1`.execute(db);
  return rows[0] ?? null;
};
