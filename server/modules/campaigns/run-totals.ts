import type { RunTotals } from '../../../contract/campaigns.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** What was run of something; `lists` counts every run there is, lists and tests included. */
export type RanOnce = RunTotals & { lists: number };

/** What delivery answers about campaigns that it has run. Actions never run may be left out. */
export type Ran = RanOnce & { actions: ReadonlyMap<ActionId, RanOnce> };

/** Registered in app.ts by delivery: campaigns asks a later module without knowing it. Campaigns never run may be left out. */
export type RunTotalsOf = (db: Db, campaignIds: readonly CampaignId[]) => Promise<ReadonlyMap<CampaignId, Ran>>;

const NOTHING: RanOnce = { lists: 0, distributions: 0, planned: 0, sent: 0, failed: 0, opened: 0, clicked: 0 };
export const NOTHING_RAN: Ran = { ...NOTHING, actions: new Map() };

/** What became of one action of a campaign. */
export const ranOf = (ran: Ran | undefined, actionId: ActionId): RanOnce => ran?.actions.get(actionId) ?? NOTHING;
