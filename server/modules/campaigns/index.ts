export { accountSharingOf, accountsOfAction, otherAccounts } from './account-sharing.ts';
export { actionsOf } from './action.store.ts';
export { activitiesOf } from './activity.store.ts';
export { addAction } from './add-action.ts';
export { answerForm, answerFormChosen, answerInvitation, calendarOfInvitation } from './answer.routes.ts';
export { answerGroup, answerOfLine } from './answer-fragments.ts';
export { archiveCampaign, restoreCampaign } from './archive-campaign.ts';
export { listArticleUses } from './article-uses.ts';
export { getCampaignRow, type StoredCampaign } from './campaign.store.ts';
export type { CampaignsLookedAfterBy } from './campaign.views.ts';
export { postCampaignFile } from './campaign-files.routes.ts';
export { listCampaignFiles, removeCampaignFile } from './campaign-files.ts';
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
export { listCampaignNotes, removeCampaignNote, writeCampaignNote } from './campaign-notes.ts';
export { campaignOwner } from './campaign-owner.ts';
export { campaignsThatName } from './campaigns-that-name.ts';
export { cancelCampaign } from './cancel-campaign.ts';
export { createCampaign, suggestCampaign } from './create-campaign.ts';
export { createQuickCampaign } from './create-quick-campaign.ts';
export { deleteCampaign } from './delete-campaign.ts';
export { directLink, directLinkRecord, directLinkTarget } from './direct-link/direct-link.routes.ts';
export { invoiceOfLine, invoicePage, invoicePdf } from './documents/invoice.routes.ts';
export { mailedDocument } from './documents/mailed-document.ts';
export { answerOfferPage, offerOfLine, offerPage } from './documents/offer.routes.ts';
export { offerTasks } from './documents/tell-owner.ts';
export { duplicateCampaign } from './duplicate-campaign.ts';
export { listActivities, planActivity, removeActivity, tickActivity, updateActivity } from './edit-activities.ts';
export {
  addCostLine,
  addRevenueLine,
  removeCostLine,
  removeRevenueLine,
  updateCostLine,
  updateRevenueLine,
} from './edit-money.ts';
export { getCampaign } from './get-campaign.ts';
export { giveAnswer, type SenderOfLine } from './give-answer.ts';
export { getLetterPlan, layoutOfLetters, saveLetterPlan } from './letters/letter-plan.ts';
export { recordReturnedLetter } from './letters/record-return.ts';
export { joinLineSender, type SenderTerms, type SentLine, sendersOfLines } from './line-sender.ts';
export { type ListingNeeds, listCampaigns } from './list-campaigns.ts';
export { answerMerge } from './merge-answers.ts';
export { enrolmentMerge } from './merge-enrolments.ts';
export { reasonsOf } from './model/dependencies.ts';
export { costOf, moneySums, shareOf, type Units } from './model/money.ts';
export { timeOf } from './model/plan.ts';
export { rehearse } from './model/rehearse.ts';
export { costLinesOf, revenueLinesOf } from './money.store.ts';
export { noteAccount } from './note-account.ts';
export { findOccasion } from './occasion.store.ts';
export { orderActions } from './order-actions.ts';
export { previewDuplicate } from './preview-duplicate.ts';
export { removeAction } from './remove-action.ts';
export type { Ran, RanOnce, RunTotalsOf } from './run-totals.ts';
export { getSalesPlan, saveSalesPlan } from './sales-plan.ts';
export { saveOccasion } from './save-occasion.ts';
export { campaignSegmentUses } from './segment-uses.ts';
export { messageAsLong, previewSms } from './sms/preview-sms.ts';
export { createSmsDesk, type SmsDesk, smsSchedule, smsTasks } from './sms/sms-desk.ts';
export { advance, campaignsDue, messagesDue, takeDue, waitForMessage } from './tracks/due.store.ts';
export { countPeople, countPeopleIn, matchesAudience } from './tracks/enrol.ts';
export { countComing, getTracks, presentTracks } from './tracks/get-tracks.ts';
export { listEnrolments } from './tracks/list-enrolments.ts';
export {
  endTracks,
  holdCampaign,
  letCampaignGoOn,
  pauseTracks,
  startProblems,
  startTracks,
} from './tracks/run-tracks.ts';
export { enrolDue, isMessageReady, lockRunning, openingsOf } from './tracks/running.ts';
export { lockToEdit, saveTracks } from './tracks/save-tracks.ts';
export { settleEnrolments } from './tracks/settle-enrolments.ts';
export { getPlan, tracksOf } from './tracks/track.store.ts';
export { updateTrackPlan } from './tracks/update-plan.ts';
export { walkOf } from './tracks/walk-of.ts';
export { updateAction } from './update-action.ts';
export { updateCampaign } from './update-campaign.ts';
