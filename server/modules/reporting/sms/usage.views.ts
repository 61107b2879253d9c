import { type RawBuilder, sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../../contract/ids.ts';
import type { SmsUsageRow } from '../../../../contract/sms.ts';
import type { Db } from '../../../platform/database/open-database.ts';

export interface UsageTerms {
  year: number;
  by: 'month' | 'quarter';
  timeZone: string;
  /** Minor units in one of the currency. */
  minorUnits: number;
}

/** How a period is called. */
export const FORMS = { month: 'YYYY-MM', quarter: 'YYYY-"Q"Q' } as const;

/** Over the alias `m` of the meter: what was handed over in that year. */
export const yearOf = ({ year, timeZone }: Pick<UsageTerms, 'year' | 'timeZone'>): RawBuilder<boolean> =>
  sql<boolean>`m.at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, ${timeZone}) and m.at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, ${timeZone})
    and m.state in ('handing', 'accepted', 'unknown')`;

/** A message counts when it was handed over. What was refused costs nothing and is not here. */
export const readUsage = async (db: Db, { year, by, timeZone, minorUnits }: UsageTerms): Promise<SmsUsageRow[]> => {
  const { rows } = await sql<SmsUsageRow>`
    select to_char(m.at at time zone ${timeZone}, ${FORMS[by]}) as period, a.name as account, m.country,
      count(*) filter (where m.accepted_parts > 0 and not m.test)::int as messages,
      coalesce(sum(m.accepted_parts) filter (where not m.test), 0)::int as parts,
      coalesce(sum(m.accepted_parts) filter (where m.test), 0)::int as test_parts,
      coalesce(sum(m.parts - m.accepted_parts) filter (where m.state in ('handing', 'unknown')), 0)::int as unsettled_parts,
      case when bool_or(m.accepted_parts > 0 and m.price_millionths is null) then null
        else round(coalesce(sum(m.accepted_parts * m.price_millionths), 0) * ${minorUnits} / 1000000)::int end as cost_minor
    from sms_metered m join sending_account a on a.id = m.account_id
    where ${yearOf({ year, timeZone })}
    group by 1, 2, 3 order by 1 desc, 2, 3 nulls last`.execute(db);
  return rows;
};

export interface SmsCost {
  actionId: ActionId;
  parts: number;
  totalMinor: number;
}

/** What the SMS of a campaign's actions cost, tests left out; each part once. */
export const readSmsCosts = async (db: Db, campaignId: CampaignId, minorUnits: number): Promise<SmsCost[]> => {
  const { rows } = await sql<SmsCost>`
    select r.action_id, sum(m.accepted_parts)::int as parts,
      round(coalesce(sum(m.accepted_parts * m.price_millionths), 0) * ${minorUnits} / 1000000)::float8 as total_minor
    from run r join sms_message m on m.run_id = r.id
    where r.campaign_id = ${campaignId} and r.channel = 'sms' and r.mode <> 'test' and m.accepted_parts > 0
    group by 1`.execute(db);
  return rows;
};
