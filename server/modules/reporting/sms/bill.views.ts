import { sql } from 'kysely';
import type { SmsBillRow } from '../../../../contract/sms-invoices.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { invoiceStands } from '../../sales/index.ts';
import { FORMS, type UsageTerms, yearOf } from './usage.views.ts';

/** Each period of an account in which a gateway took parts, with the invoices it is on. */
export const readBills = async (
  db: Db,
  { year, by, timeZone, minorUnits }: UsageTerms,
): Promise<Omit<SmsBillRow, 'runsUntil'>[]> => {
  const { rows } = await sql<Omit<SmsBillRow, 'runsUntil'>>`
    with used as (
      select to_char(m.at at time zone ${timeZone}, ${FORMS[by]}) as period, m.account_id, sum(m.accepted_parts)::float8 as parts,
        coalesce(sum(m.parts - m.accepted_parts) filter (where m.state in ('handing', 'unknown')), 0)::float8 as unsettled_parts,
        case when bool_or(m.accepted_parts > 0 and m.price_millionths is null) then null
          else round(coalesce(sum(m.accepted_parts * m.price_millionths), 0) * ${minorUnits} / 1000000)::float8 end as cost_minor
      from sms_metered m where ${yearOf({ year, timeZone })} group by 1, 2 having sum(m.accepted_parts) > 0
    ), billed as (
      select to_char(b.month, ${FORMS[by]}) as period, b.account_id, b.invoice_id, jsonb_agg(to_char(b.month, 'YYYY-MM') order by b.month) as months
      from sms_billed_month b where extract(year from b.month) = ${year} and ${invoiceStands(sql`b.invoice_id`)} group by 1, 2, 3
    )
    select u.period, jsonb_build_object('id', a.id, 'name', a.name) as account, u.parts, u.unsettled_parts, u.cost_minor,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'months', b.months) order by i.created_at), '[]')
        from billed b join invoice i on i.id = b.invoice_id where b.period = u.period and b.account_id = u.account_id) as invoices
    from used u join sending_account a on a.id = u.account_id order by u.period desc, a.name`.execute(db);
  return rows;
};
