export { addAction } from './add-action.ts';
export { archiveCampaign, restoreCampaign } from './archive-campaign.ts';
export {
  assertLaunchable,
  authoriseRun,
  type CampaignForRun,
  getCampaignForRun,
  moveCampaign,
  recordDeed,
  setSchedule,
  setScheduled,
} from './campaign-for-run.ts';
export { campaignHistory } from './campaign-history.ts';
export { cancelCampaign } from './cancel-campaign.ts';
export { createCampaign, suggestCampaign } from './create-campaign.ts';
export { deleteCampaign } from './delete-campaign.ts';
export { duplicateCampaign } from './duplicate-campaign.ts';
export { getCampaign } from './get-campaign.ts';
export { type SenderTerms, type SentLine, sendersOfLines } from './line-sender.ts';
export { listCampaigns } from './list-campaigns.ts';
export { enrolmentMerge } from './merge-enrolments.ts';
export { orderActions } from './order-actions.ts';
export { removeAction } from './remove-action.ts';
export type { Ran, RanOnce, RunTotalsOf } from './run-totals.ts';
export { campaignSegmentUses } from './segment-uses.ts';
export { updateAction } from './update-action.ts';
export { updateCampaign } from './update-campaign.ts';
