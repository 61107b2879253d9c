import type { RunTotals } from '../../../contract/campaigns.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** What delivery answers about campaigns that it has run; `lists` counts every run there is, lists and tests included. */
export type Ran = RunTotals & { lists: number };

/** Registered in app.ts by delivery: campaigns asks a later module without knowing it. Campaigns never run may be left out. */
export type RunTotalsOf = (db: Db, campaignIds: readonly CampaignId[]) => Promise<ReadonlyMap<CampaignId, Ran>>;

export const NOTHING_RAN: Ran = { lists: 0, distributions: 0, planned: 0, sent: 0, failed: 0, opened: 0, clicked: 0 };
