import { sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { Ran, RanOnce, RunTotalsOf } from '../campaigns/index.ts';

/** Sums over main and retry runs, for each action and in all; a line that was retried counts where its chain ends. */
export const runTotalsOf: RunTotalsOf = async (db, campaignIds) => {
  const { rows } = await sql<RanOnce & { campaignId: CampaignId; actionId: ActionId | null }>`
    select r.campaign_id, r.action_id, count(*)::int as lists,
      count(*) filter (where r.mode <> 'test' and r.sealed_at is not null)::int as distributions,
      coalesce(sum(r.planned) filter (where r.mode in ('main', 'tick') and r.sealed_at is not null), 0)::int as planned,
      coalesce(sum(c.sent) filter (where r.mode <> 'test'), 0)::int as sent,
      (coalesce(sum(c.failed) filter (where r.mode <> 'test'), 0) - coalesce(sum(retried.failed), 0))::int as failed,
      coalesce(sum(e.opened) filter (where r.mode <> 'test'), 0)::int as opened,
      coalesce(sum(e.clicked) filter (where r.mode <> 'test'), 0)::int as clicked
    from run r
    left join lateral (select sum(sent) as sent, sum(failed) as failed from chunk where run_id = r.id) c on true
    left join lateral (
      select count(*) as failed from retry_of x join run later on later.id = x.retry_run and later.sealed_at is not null
      where x.origin_run = r.id and exists (select from outcome o where o.run_id = x.origin_run and o.no = x.origin_no and o.state = 'failed')
    ) retried on r.mode <> 'test'
    left join lateral (
      select count(*) filter (where kind = 'opened') as opened, count(*) filter (where kind = 'clicked' and link_no = 0) as clicked
      from first_event where run_id = r.id and actor = 'human'
    ) e on true
    where r.campaign_id = any(${campaignIds}::uuid[])
    group by grouping sets ((r.campaign_id), (r.campaign_id, r.action_id))`.execute(db);
  const found = new Map<CampaignId, Ran>();
  for (const campaignId of campaignIds) {
    const whole = rows.find((row) => row.campaignId === campaignId && row.actionId === null);
    if (whole) found.set(campaignId, { ...sumsOf(whole), actions: actionsOf(rows, campaignId) });
  }
  return found;
};

const sumsOf = ({ lists, distributions, planned, sent, failed, opened, clicked }: RanOnce): RanOnce => ({
  lists,
  distributions,
  planned,
  sent,
  failed,
  opened,
  clicked,
});

const actionsOf = (
  rows: readonly (RanOnce & { campaignId: CampaignId; actionId: ActionId | null })[],
  campaignId: CampaignId,
): Ran['actions'] =>
  new Map(
    rows.flatMap((row) =>
      row.campaignId === campaignId && row.actionId !== null ? [[row.actionId, sumsOf(row)] as const] : [],
    ),
  );
