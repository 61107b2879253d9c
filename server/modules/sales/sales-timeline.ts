import { type RawBuilder, sql } from 'kysely';
import type { TimelineItem, TimelineParty, TimelineSource } from '../crm/index.ts';

/** A firm's are also those with its people. */
const ofParty = ({ kind, id }: TimelineParty): RawBuilder<boolean> =>
  kind === 'company'
    ? sql`not d.test and d.company_id = ${id}`
    : sql`not d.test and d.party_id = ${id} and d.party_kind = ${kind}`;

/** When a deal was closed: the moment it was written down, or that day where it was written down later. */
const CLOSED = sql`case when d.closed_on = (d.updated_at at time zone 'UTC')::date then d.updated_at else d.closed_on::timestamp at time zone 'UTC' end`;

const told = (of: RawBuilder<unknown>, amount: RawBuilder<unknown>, more = sql`'{}'::jsonb`) =>
  sql`${of} as record_kind, d.id as record_id, jsonb_strip_nulls(jsonb_build_object('title', d.title, 'amountMinor', ${amount}, 'currency', d.currency) || ${more}) as params`;

const NUMBER = sql`jsonb_build_object('number', d.number)`;
const INVOICE = told(sql`'invoice'`, sql`d.gross_minor`, NUMBER);
const OFFER = told(sql`'offer'`, sql`d.gross_minor`, NUMBER);
const DEAL = sql`'opportunity'`;
const VALUE = sql`d.value_minor`;

/** Invoices, offers and deals: made, answered, moved, closed, taken back; each entry opens its record. */
export const salesTimeline: TimelineSource = async (db, party, { before, limit }) => {
  const mine = ofParty(party);
  const { rows } = await sql<TimelineItem>`
    with entry as (
      select 'invoice:' || d.id as id, d.created_at as at, case d.kind when 'invoice' then 'invoice_issued' else 'invoice_credited' end as kind, ${INVOICE}
      from invoice d where ${mine}
      union all select 'offer:' || d.id, d.created_at, 'offer_sent', ${OFFER} from offer d where ${mine}
      union all select 'offer:' || d.id || ':answered', d.answered_at, 'offer_' || d.state, ${OFFER} from offer d where ${mine} and d.answered_at is not null
      union all select 'deal:' || d.id, d.created_at, 'deal_created', ${told(DEAL, VALUE)} from opportunity d where ${mine}
      union all select 'deal:' || d.id || ':closed', ${CLOSED}, 'deal_' || d.state, ${told(DEAL, VALUE, sql`jsonb_build_object('reason', d.lost_reason)`)}
      from opportunity d where ${mine} and d.state <> 'open'
      union all select 'deal:' || d.id || ':' || s.at, s.at, 'deal_moved', ${told(DEAL, sql`null::bigint`, sql`jsonb_build_object('stage', s.stage)`)}
      from opportunity d join opportunity_step s on s.opportunity_id = d.id where ${mine}
    )
    select id, at, kind, params, null::json as link, jsonb_build_object('kind', record_kind, 'id', record_id) as record
    from entry where ${before}::timestamptz is null or at < ${before}::timestamptz order by at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows;
};
