import { sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** Deals won and invoices issued, by action; `otherCurrency` are those that cannot be added up with the campaign's money. */
export interface WonDeals {
  actionId: ActionId | null;
  won: number;
  invoiced: number;
  amountMinor: number;
  otherCurrency: number;
}

/** Whose deal it is: an invoice to a firm bills what its people said yes to. */
const BUYER = sql`coalesce(company_id, party_id)`;

/**
 * O43, O44: what a campaign's deals, accepted offers and invoices brought, without VAT. What was sold to one buyer counts once, as its
 * furthest document says: an invoice, less what was credited of it, stands for the deals and offers of its buyer, an accepted offer for the deals with its party;
 * where either is with the firm itself, for those of the firm and its people. `won` counts the deals and offers, `invoiced` the invoices.
 */
export const wonDealsOf = async (db: Db, campaignId: CampaignId, currency: string): Promise<WonDeals[]> => {
  const mine = sql`campaign_id = ${campaignId} and not test`;
  const invoice = sql`d.kind = 'invoice'`;
  const earns = sql`(${invoice} or not d.is_invoiced)`;
  const { rows } = await sql<WonDeals>`
    with won as (
      select 'opportunity' as kind, action_id, currency, value_minor as amount, party_kind, party_id, ${BUYER} as buyer
      from opportunity where ${mine} and state = 'won'
      union all select 'offer', action_id, currency, net_minor, party_kind, party_id, ${BUYER} from offer where ${mine} and state = 'accepted'
      union all select 'invoice', action_id, currency, net_minor - credited_net_minor, party_kind, party_id, ${BUYER}
      from invoice where ${mine} and kind = 'invoice' and state <> 'credited'
    ), seen as (
      select won.*, bool_or(kind = 'invoice') over (partition by buyer) as is_invoiced,
        bool_or(kind = 'offer') over (partition by party_kind, party_id)
          or bool_or(kind = 'offer' and party_kind = 'company') over (partition by buyer)
          or party_kind = 'company' and bool_or(kind = 'offer') over (partition by buyer) as is_offered
      from won
    ), d as (select * from seen where not (kind = 'opportunity' and is_offered))
    select d.action_id, (count(*) filter (where not ${invoice} and d.currency = ${currency}))::int as won,
      (count(*) filter (where ${invoice} and d.currency = ${currency}))::int as invoiced,
      coalesce(sum(d.amount) filter (where ${earns} and d.currency = ${currency}), 0)::float8 as amount_minor,
      (count(*) filter (where d.currency <> ${currency}))::int as other_currency
    from d group by d.action_id`.execute(db);
  return rows;
};
