import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { loadInstallation } from '../../access/index.ts';
import type { StoredCampaign } from '../campaign.store.ts';
import { afterInterval, nextOpening, zoneOf } from '../model/pace.ts';
import type { StoredPlan } from './track.store.ts';

type Sql = RawBuilder<unknown>;
type Which = 'opening' | 'following';

const SOON_MS = 3_600_000;

/**
 * As an item of FROM: for each time zone of these people (`zone`, '' for none) when the window is next open (`opening`), when the next
 * message follows one that goes now (`following`), and when to look again at something that may be settled soon (`soon`). A million
 * people have few zones.
 */
export const momentsOf = async (tx: Tx, plan: StoredPlan, zones: Sql, now: Date): Promise<Sql> => {
  const { rows } = await sql<{ zone: string | null }>`select distinct zone from (${zones}) as given (zone)`.execute(tx);
  const company = (await loadInstallation(tx)).timeZone;
  const moments = rows.map(({ zone: own }) => {
    const zone = zoneOf(plan.pace, own, company);
    return {
      own: own ?? '',
      opening: nextOpening(plan.pace, now, zone),
      following: afterInterval(plan.pace, now, zone),
      soon: nextOpening(plan.pace, new Date(now.getTime() + SOON_MS), zone),
    };
  });
  return sql`unnest(${moments.map(({ own }) => own)}::text[], ${moments.map(({ opening }) => opening)}::timestamptz[],
    ${moments.map(({ following }) => following)}::timestamptz[], ${moments.map(({ soon }) => soon)}::timestamptz[])
    as moment (zone, opening, following, soon)`;
};

/** Lets the next track of these people begin: in a sequential campaign the first that waits, once no other is under way; else all. */
export const activateQueued = async (
  tx: Tx,
  campaign: StoredCampaign,
  plan: StoredPlan,
  contactIds: Sql,
  which: Which,
  now: Date,
): Promise<void> => {
  const inTurn = campaign.kind === 'sequential';
  const waiting = sql`enrolment n join track t on t.id = n.track_id left join contact c on c.id = n.contact_id
    where n.campaign_id = ${campaign.id} and n.state = 'queued' and n.contact_id in (${contactIds})`;
  const moment = await momentsOf(tx, plan, sql`select c.time_zone from ${waiting}`, now);
  const free = inTurn
    ? sql`not exists (select from enrolment o where o.campaign_id = n.campaign_id and o.contact_id = n.contact_id and o.state in ('active', 'held'))`
    : sql`true`;
  const each = inTurn ? sql`n.contact_id` : sql`n.id`;
  await sql`
    update enrolment q set state = 'active', next_at = ${sql.ref(`moment.${which}`)} from (
      select distinct on (${each}) n.id, c.time_zone as zone from ${waiting} and ${free} order by ${each}, t.position
    ) as next join ${moment} on moment.zone = coalesce(next.zone, '')
    where q.id = next.id`.execute(tx);
};
