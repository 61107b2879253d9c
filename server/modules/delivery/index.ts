export { askApproval, getApproval } from './approvals/approvals.ts';
export { decideApproval } from './approvals/decide-approval.ts';
export { askTracksApproval, getTracksApproval } from './approvals/track-approvals.ts';
export { assertAudience } from './assert-audience.ts';
export { audienceChanges, listAudienceChanges } from './audience-changes.ts';
export type { SenderNeeds } from './bench.ts';
export { exportAssetsToCleanse } from './cleansing/export-assets.routes.ts';
export { listCleansedCells, listCleansings } from './cleansing/list-cleansings.ts';
export { receiveCleansedAssets } from './cleansing/receive-assets.routes.ts';
export { settleCleansing } from './cleansing/settle-cleansing.ts';
export { cancelRun, pauseRun, resumeRun, stopRun } from './control-run.ts';
export { createSenderNeeds } from './create-sender-needs.ts';
export { deliveryRelations, deliveryRuleFields } from './delivery-rules.ts';
export { type DistributingNeeds, distribute } from './distribute.ts';
export { editLineItem } from './edit-line-item.ts';
export { fetchFailed, resendUnknown } from './fetch-failed.ts';
export { forecastAction, forecastRun } from './forecast.ts';
export { generateSelection } from './generate-selection.ts';
export { createViewLine, getMessage, takeEnclosed } from './get-message.ts';
export { getAccountPace, getRunPace, tryAgainNow } from './get-pace.ts';
export { getRun, listRuns, listWorkers } from './get-run.ts';
export { launch } from './launch.ts';
export { getUnknownFate, leaveUnknown } from './leave-unknown.ts';
export {
  LINE_COLUMNS,
  LINE_NAME,
  LINE_TABLES,
  type LineFilter,
  lineConditions,
  readLines,
} from './line.views.ts';
export { createLineLookup, createSentLines } from './line-lookup.ts';
export { getLine, listLines } from './list-lines.ts';
export { listMissed } from './list-missed.ts';
export { campaignsLookedAfterBy } from './looked-after.ts';
export { lineMerge } from './merge-lines.ts';
export { countMissingData, listMissingData } from './missing-data.ts';
export type { PauseReason } from './model/auto-pause.ts';
export { listHandPicks, pickByHand } from './pick-by-hand.ts';
export { plannedLines } from './planned-lines.ts';
export type { PlanningNeeds } from './planning.ts';
export { countAction, previewAction, whyParty } from './preview-action.ts';
export { addProofReader, listProofReaders, removeProofReader } from './proof-readers.ts';
export { putAwayAccount } from './put-away-account.ts';
export { rescheduleRun } from './reschedule-run.ts';
export { getRunRow } from './run.store.ts';
export { showLiveRuns, showRun, showRuns } from './run.views.ts';
export { runTotalsOf } from './run-totals.ts';
export { type LineSample, sampleLines } from './sample-lines.ts';
export { sendTest } from './send-test.ts';
export { Sender } from './sender.ts';
export { senderOfLine } from './sender-of-line.ts';
export { setAnswer } from './set-answer.ts';
export { deliveryTasks } from './tell-finished.ts';
export { holdTracks, resumeTracks, settleEnrolments, startTracks } from './ticks/control-tracks.ts';
export { rehearseTracks } from './ticks/rehearse-tracks.ts';
export { tickTracks } from './ticks/tick-tracks.ts';
export { deliveryTimeline } from './timeline.ts';
export { getSendingHold, vouchForDatabase } from './vouch.ts';
export { whyInRun } from './why-in-run.ts';
