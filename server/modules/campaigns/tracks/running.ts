import { sql } from 'kysely';
import type { CampaignId } from '../../../../contract/ids.ts';
import { isProfiled } from '../../../../contract/tracks.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { loadInstallation } from '../../access/index.ts';
import { getCampaignRow, type StoredCampaign } from '../campaign.store.ts';
import type { CampaignForRun } from '../campaign-for-run.ts';
import { messageProblemsOf } from '../launch-facts.ts';
import { nextOpening, zoneOf } from '../model/pace.ts';
import { type EnrollingNeeds, enrolMatching } from './enrol.ts';
import { getPlan } from './track.store.ts';

/** The campaign, locked, where its tracks are running; whoever changes an enrolment holds this lock. */
export const lockRunning = async (tx: Tx, id: CampaignId): Promise<StoredCampaign | null> => {
  const campaign = await getCampaignRow(tx, id, true);
  return isProfiled(campaign.kind) && campaign.state === 'running' ? campaign : null;
};

export const isMessageReady = async (tx: Tx, subject: CampaignForRun, now: Date): Promise<boolean> =>
  (await messageProblemsOf(tx, subject.campaign, subject.action, now)).length === 0;

/** When the campaign’s window is open next, for a person with this time zone. */
export const openingsOf = async (tx: Tx, campaignId: CampaignId): Promise<(zone: string | null, at: Date) => Date> => {
  const { pace } = await getPlan(tx, campaignId);
  const company = (await loadInstallation(tx)).timeZone;
  return (zone, at) => nextOpening(pace, at, zoneOf(pace, zone, company));
};

/** How often people who have come to match are looked for. */
const LOOK_EVERY = sql`interval '5 minutes'`;

/** Brings newcomers into the running campaigns that take them in all along; `always`: also those that were looked at a moment ago. */
export const enrolDue = async (needs: EnrollingNeeds, now: Date, always: boolean): Promise<void> => {
  const { rows } = await sql<{ campaignId: CampaignId }>`
    update track_plan p set joined_at = now() from campaign c
    where c.id = p.campaign_id and c.state = 'running' and p.joining = 'live' and (${always} or p.joined_at <= now() - ${LOOK_EVERY})
    returning p.campaign_id`.execute(needs.db);
  for (const { campaignId } of rows) {
    await needs.db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx);
      const campaign = await lockRunning(tx, campaignId);
      if (campaign) await enrolMatching(needs, tx, campaign, now);
    });
  }
};
