import { getApproval, getTracksApproval } from '../../../../contract/approvals.ts';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { countNotices, listNotices } from '../../../../contract/notices.ts';
import { listRuns, today } from '../../../../contract/runs.ts';

/** Answers that know of approvals. */
export const staleApprovals = [
  getApproval,
  getTracksApproval,
  listRuns,
  campaignHistory,
  today,
  listNotices,
  countNotices,
];
