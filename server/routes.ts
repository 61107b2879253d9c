import * as accessApi from '../contract/access.ts';
import * as accountChecksApi from '../contract/account-checks.ts';
import * as accountsApi from '../contract/accounts.ts';
import * as actionsApi from '../contract/actions.ts';
import * as activitiesApi from '../contract/activities.ts';
import * as approvalsApi from '../contract/approvals.ts';
import * as articlesApi from '../contract/articles.ts';
import * as assetsApi from '../contract/assets.ts';
import * as changesApi from '../contract/audience-changes.ts';
import * as calendarApi from '../contract/calendar.ts';
import * as campaignFilesApi from '../contract/campaign-files.ts';
import * as campaignNotesApi from '../contract/campaign-notes.ts';
import * as campaignPeopleApi from '../contract/campaign-people.ts';
import * as campaignsApi from '../contract/campaigns.ts';
import * as catalogueApi from '../contract/catalogue.ts';
import * as cataloguePricesApi from '../contract/catalogue-prices.ts';
import * as catalogueRevisionsApi from '../contract/catalogue-revisions.ts';
import * as cleansingApi from '../contract/cleansing.ts';
import * as consentApi from '../contract/consent.ts';
import * as contentApi from '../contract/content.ts';
import * as crmApi from '../contract/crm.ts';
import * as crmFieldsApi from '../contract/crm-fields.ts';
import * as customFieldsApi from '../contract/custom-fields.ts';
import * as deskApi from '../contract/desk.ts';
import * as forecastApi from '../contract/forecast.ts';
import * as importApi from '../contract/import.ts';
import * as interactionsApi from '../contract/interactions.ts';
import * as invoicesApi from '../contract/invoices.ts';
import * as layoutsApi from '../contract/layouts.ts';
import * as leadsApi from '../contract/leads.ts';
import * as lettersApi from '../contract/letters.ts';
import * as linkChecksApi from '../contract/link-checks.ts';
import * as mediaApi from '../contract/media.ts';
import * as mergesApi from '../contract/merges.ts';
import * as missedApi from '../contract/missed.ts';
import * as missingDataApi from '../contract/missing-data.ts';
import * as moneyApi from '../contract/money.ts';
import * as noticesApi from '../contract/notices.ts';
import * as occasionApi from '../contract/occasion.ts';
import * as offersApi from '../contract/offers.ts';
import * as outboxApi from '../contract/outbox.ts';
import * as paceApi from '../contract/pace.ts';
import * as partySelectionApi from '../contract/party-selection.ts';
import * as pressureApi from '../contract/pressure.ts';
import * as proofReadersApi from '../contract/proof-readers.ts';
import * as proposedProductsApi from '../contract/proposed-products.ts';
import * as quickCampaignApi from '../contract/quick-campaign.ts';
import * as reportingApi from '../contract/reporting.ts';
import * as ruleFieldsApi from '../contract/rule-fields.ts';
import * as runsApi from '../contract/runs.ts';
import * as salesApi from '../contract/sales.ts';
import * as salesPlanApi from '../contract/sales-plan.ts';
import * as savedViewsApi from '../contract/saved-views.ts';
import * as segmentsApi from '../contract/segments.ts';
import * as sellerApi from '../contract/seller.ts';
import * as sendTimesApi from '../contract/send-times.ts';
import * as smsApi from '../contract/sms.ts';
import * as smsAccountsApi from '../contract/sms-accounts.ts';
import * as smsInvoicesApi from '../contract/sms-invoices.ts';
import * as standInsApi from '../contract/stand-ins.ts';
import * as tracksApi from '../contract/tracks.ts';
import * as unknownLinesApi from '../contract/unknown-lines.ts';
import * as usesApi from '../contract/uses.ts';
import * as whyApi from '../contract/why.ts';
import type { App } from './app.ts';
import * as access from './modules/access/index.ts';
import * as audiences from './modules/audiences/index.ts';
import * as campaigns from './modules/campaigns/index.ts';
import * as catalogue from './modules/catalogue/index.ts';
import * as channels from './modules/channels/index.ts';
import * as consent from './modules/consent/index.ts';
import * as content from './modules/content/index.ts';
import * as crm from './modules/crm/index.ts';
import * as delivery from './modules/delivery/index.ts';
import * as desk from './modules/desk/index.ts';
import * as layouts from './modules/layouts/index.ts';
import * as reporting from './modules/reporting/index.ts';
import * as sales from './modules/sales/index.ts';
import * as tracking from './modules/tracking/index.ts';
import { type BareRoute, type Route, route } from './platform/http/route.ts';

type AppRoute = Route<App, access.Actor> | BareRoute<App, access.Actor>;

/** Every URL of the house. Public endpoints get an actor only when somebody is signed in. */
export const routes: readonly AppRoute[] = [
  // access
  route(accessApi.getSession, access.getSession),
  route(accessApi.setUp, access.setUp),
  route(accessApi.signIn, access.signIn),
  route(accessApi.signOut, access.signOut),
  route(accessApi.changePassword, access.changePassword),
  route(accessApi.updatePreferences, access.updatePreferences),
  route(accessApi.listUsers, access.listUsers),
  route(accessApi.listColleagues, access.listColleagues),
  route(accessApi.inviteUser, access.inviteUser),
  route(accessApi.renewInvitation, access.renewInvitation),
  route(accessApi.updateUser, access.updateUser),
  route(accessApi.setSeat, access.setSeat),
  route(accessApi.getSeats, access.getSeats),
  route(accessApi.getInvitation, access.getInvitation),
  route(accessApi.acceptInvitation, access.acceptInvitation),
  route(accessApi.getInstallation, access.getInstallation),
  route(accessApi.updateInstallation, access.updateInstallation),
  route(sendTimesApi.getSendTimes, access.getSendTimes),
  route(sendTimesApi.updateSendTimes, access.updateSendTimes),
  route(standInsApi.getAbsence, access.getAbsence),
  route(standInsApi.setAbsence, access.setAbsence),
  route(standInsApi.clearAbsence, access.clearAbsence),
  route(approvalsApi.getApprovalRules, access.getApprovalRules),
  route(approvalsApi.updateApprovalRules, access.updateApprovalRules),
  route(noticesApi.countNotices, access.countNotices),
  route(noticesApi.readNotices, access.readNotices),
  route(savedViewsApi.listSavedViews, access.listSavedViews),
  route(savedViewsApi.saveView, access.saveView),
  route(savedViewsApi.updateView, access.updateView),
  route(savedViewsApi.deleteView, access.deleteView),
  route(savedViewsApi.openWithView, access.openWithView),
  // crm
  route(crmFieldsApi.listCrmFields, crm.listCrmFields),
  route(crmApi.listContacts, crm.listContacts),
  route(crmApi.getContact, crm.getContact),
  route(crmApi.createContact, crm.createContact),
  route(crmApi.updateContact, crm.updateContact),
  route(crmApi.deleteContact, crm.deleteContact),
  route(crmApi.getContactTimeline, crm.getContactTimeline),
  route(crmApi.listCompanies, crm.listCompanies),
  route(crmApi.getCompany, crm.getCompany),
  route(crmApi.createCompany, crm.createCompany),
  route(crmApi.updateCompany, crm.updateCompany),
  route(crmApi.deleteCompany, crm.deleteCompany),
  route(crmApi.getCompanyTimeline, crm.getCompanyTimeline),
  route(leadsApi.listLeads, crm.listLeads),
  route(leadsApi.getLead, crm.getLead),
  route(leadsApi.createLead, crm.createLead),
  route(leadsApi.updateLead, crm.updateLead),
  route(leadsApi.deleteLead, crm.deleteLead),
  route(leadsApi.getLeadTimeline, crm.getLeadTimeline),
  route(leadsApi.suggestConversion, crm.suggestConversion),
  route(leadsApi.convertLead, crm.convertLead),
  route(assetsApi.listAssetTypes, crm.listAssetTypes),
  route(assetsApi.createAssetType, crm.createAssetType),
  route(assetsApi.updateAssetType, crm.updateAssetType),
  route(assetsApi.listAssets, crm.listAssets),
  route(assetsApi.getAsset, crm.getAsset),
  route(assetsApi.createAsset, crm.createAsset),
  route(assetsApi.updateAsset, crm.updateAsset),
  route(assetsApi.deleteAsset, crm.deleteAsset),
  route(partySelectionApi.tagParties, crm.tagParties),
  route(partySelectionApi.deleteParties, crm.deleteParties),
  route(partySelectionApi.listTags, crm.listTags),
  route(customFieldsApi.listCustomFields, crm.listCustomFields),
  route(customFieldsApi.createCustomField, crm.createCustomField),
  route(customFieldsApi.updateCustomField, crm.updateCustomField),
  route(usesApi.listUses, crm.listUses),
  route(interactionsApi.listInteractionTypes, crm.listInteractionTypes),
  route(interactionsApi.createInteractionType, crm.createInteractionType),
  route(interactionsApi.updateInteractionType, crm.updateInteractionType),
  route(interactionsApi.listInteractions, crm.listInteractions),
  route(interactionsApi.getInteraction, crm.getInteraction),
  route(interactionsApi.createInteraction, crm.createInteraction),
  route(interactionsApi.updateInteraction, crm.updateInteraction),
  route(interactionsApi.settleInteractions, crm.settleInteractions),
  crm.exportInteractions,
  route(mergesApi.listDuplicates, crm.listDuplicates),
  route(mergesApi.dismissDuplicates, crm.dismissDuplicates),
  route(mergesApi.previewMerge, crm.previewMerge),
  route(mergesApi.mergeParties, crm.mergeParties),
  route(mergesApi.undoMerge, crm.undoMerge),
  route(mergesApi.listMerges, crm.listMerges),
  crm.exportContacts,
  crm.exportCompanies,
  crm.exportLeads,
  crm.exportAssets,
  crm.postImport,
  route(importApi.listImports, crm.listImports),
  route(importApi.getImport, crm.getImport),
  route(importApi.getImportSample, crm.getImportSample),
  route(importApi.listImportFields, crm.listImportFields),
  route(importApi.updateImport, crm.updateImport),
  route(importApi.listImportProfiles, crm.listImportProfiles),
  route(importApi.saveImportProfile, crm.saveImportProfile),
  route(importApi.useImportProfile, crm.useImportProfile),
  route(importApi.deleteImportProfile, crm.deleteImportProfile),
  route(importApi.checkImport, crm.checkImport),
  route(importApi.runImport, crm.runImport),
  route(importApi.cancelImport, crm.cancelImport),
  route(importApi.listImportRows, crm.listImportRows),
  crm.getImportReport,
  // catalogue
  catalogue.exportProducts,
  catalogue.exportRevision,
  route(catalogueApi.listProducts, catalogue.listProducts),
  route(catalogueApi.getProduct, catalogue.getProduct),
  route(catalogueApi.suggestProductNumber, catalogue.suggestProductNumber),
  route(catalogueApi.createProduct, catalogue.createProduct),
  route(catalogueApi.updateProduct, catalogue.updateProduct),
  route(catalogueApi.archiveProducts, catalogue.archiveProducts),
  route(catalogueApi.deleteProduct, catalogue.deleteProduct),
  route(catalogueApi.listProductTags, catalogue.listProductTags),
  route(catalogueApi.listProductGroups, catalogue.listProductGroups),
  route(catalogueApi.createProductGroup, catalogue.createProductGroup),
  route(catalogueApi.updateProductGroup, catalogue.updateProductGroup),
  route(catalogueApi.deleteProductGroup, catalogue.deleteProductGroup),
  route(cataloguePricesApi.listPriceLists, catalogue.listPriceLists),
  route(cataloguePricesApi.createPriceList, catalogue.createPriceList),
  route(cataloguePricesApi.updatePriceList, catalogue.updatePriceList),
  route(cataloguePricesApi.setPrice, catalogue.setPrice),
  route(cataloguePricesApi.listPriceHistory, catalogue.listPriceHistory),
  route(cataloguePricesApi.getPriceOn, catalogue.getPriceOn),
  route(catalogueRevisionsApi.listPriceRevisions, catalogue.listPriceRevisions),
  route(catalogueRevisionsApi.getPriceRevision, catalogue.getPriceRevision),
  route(catalogueRevisionsApi.countSelection, catalogue.countSelection),
  route(catalogueRevisionsApi.createPriceRevision, catalogue.createPriceRevision),
  route(catalogueRevisionsApi.updatePriceRevision, catalogue.updatePriceRevision),
  route(catalogueRevisionsApi.deletePriceRevision, catalogue.deletePriceRevision),
  route(catalogueRevisionsApi.rehearsePriceRevision, catalogue.rehearsePriceRevision),
  route(catalogueRevisionsApi.applyPriceRevision, catalogue.applyPriceRevision),
  route(catalogueRevisionsApi.reversePriceRevision, catalogue.reversePriceRevision),
  route(catalogueRevisionsApi.stopPriceRevision, catalogue.stopPriceRevision),
  route(catalogueRevisionsApi.listRevisionLines, catalogue.listRevisionLines),
  // sales
  route(salesApi.listOpportunities, sales.listOpportunities),
  route(salesApi.getOpportunity, sales.getOpportunity),
  route(salesApi.createOpportunity, sales.createOpportunity),
  route(salesApi.updateOpportunity, sales.updateOpportunity),
  route(salesApi.closeOpportunity, sales.closeOpportunity),
  route(salesApi.reopenOpportunity, sales.reopenOpportunity),
  route(salesApi.deleteOpportunity, sales.deleteOpportunity),
  route(offersApi.listOffers, sales.listOffers),
  route(offersApi.getOffer, sales.getOffer),
  route(offersApi.answerOffer, sales.answerOffer),
  route(invoicesApi.listInvoices, sales.listInvoices),
  route(invoicesApi.rehearseCredit, sales.rehearseCredit),
  route(invoicesApi.creditInvoices, sales.creditInvoices),
  route(invoicesApi.creditPart, sales.creditPart),
  route(invoicesApi.findInvoiceProof, sales.findInvoiceProof),
  route(invoicesApi.getInvoice, sales.getInvoice),
  route(invoicesApi.payInvoice, sales.payInvoice),
  route(invoicesApi.rehearseInvoices, reporting.rehearseInvoices),
  route(offersApi.rehearseOffers, reporting.rehearseOffers),
  route(sellerApi.getSeller, sales.getSeller),
  route(sellerApi.saveSeller, sales.saveSeller),
  route(offersApi.getSalesTerms, sales.getSalesTerms),
  route(offersApi.saveSalesTerms, sales.saveSalesTerms),
  route(salesApi.listSalesStages, sales.listSalesStages),
  route(salesApi.saveSalesStages, sales.saveSalesStages),
  route(proposedProductsApi.listOpenedProducts, sales.listOpenedProducts),
  route(proposedProductsApi.listCampaignProducts, sales.listCampaignProducts),
  route(proposedProductsApi.repriceProducts, sales.repriceProducts),
  // consent
  route(consentApi.listTopics, consent.listTopics),
  route(consentApi.createTopic, consent.createTopic),
  route(consentApi.updateTopic, consent.updateTopic),
  route(consentApi.archiveTopic, consent.archiveTopic),
  route(consentApi.restoreTopic, consent.restoreTopic),
  route(consentApi.getPartyConsent, consent.getPartyConsent),
  route(consentApi.recordConsent, consent.recordConsent),
  route(consentApi.recordTrackingConsent, consent.recordTrackingConsent),
  route(consentApi.listSuppressions, consent.listSuppressions),
  route(consentApi.addSuppression, consent.addSuppression),
  route(consentApi.importSuppressions, consent.importSuppressions),
  route(consentApi.liftSuppression, consent.liftSuppression),
  consent.exportSuppressions,
  // content
  route(contentApi.listMergeFields, content.listMergeFields),
  route(contentApi.createContentVersion, content.createContentVersion),
  route(contentApi.getContentVersion, content.getContentVersion),
  route(contentApi.updateContentVersion, content.updateContentVersion),
  route(contentApi.listEarlierContents, content.listEarlierContents),
  route(linkChecksApi.tryLinks, content.tryLinks),
  route(contentApi.previewContent, content.previewContent),
  route(contentApi.drawDesign, content.drawDesign),
  route(contentApi.listTemplates, content.listTemplates),
  route(contentApi.getTemplate, content.getTemplate),
  route(contentApi.createTemplate, content.createTemplate),
  route(contentApi.updateTemplate, content.updateTemplate),
  route(contentApi.archiveTemplate, content.archiveTemplate),
  route(contentApi.listBuiltInTemplates, content.listBuiltInTemplates),
  route(mediaApi.listPictures, content.listPictures),
  route(mediaApi.renamePicture, content.renamePicture),
  route(mediaApi.archivePicture, content.archivePicture),
  content.postPicture,
  content.showPicture,
  content.postAttachment,
  content.takeAttachment,
  route(articlesApi.listArticles, content.listArticles),
  route(articlesApi.getArticle, content.getArticle),
  route(articlesApi.createArticle, content.createArticle),
  route(articlesApi.updateArticle, content.updateArticle),
  route(articlesApi.archiveArticle, content.archiveArticle),
  route(articlesApi.messageFromArticle, content.messageFromArticle),
  // layouts and letters
  route(layoutsApi.listLayouts, layouts.listLayouts),
  route(layoutsApi.getLayout, layouts.getLayout),
  route(layoutsApi.createLayout, layouts.createLayout),
  route(layoutsApi.updateLayout, layouts.updateLayout),
  route(layoutsApi.archiveLayout, layouts.archiveLayout),
  route(lettersApi.getLetterPlan, campaigns.getLetterPlan),
  route(lettersApi.saveLetterPlan, campaigns.saveLetterPlan),
  route(lettersApi.previewLetter, channels.previewLetter),
  route(lettersApi.listLetterBatches, channels.listLetterBatches),
  route(lettersApi.reprintLetters, channels.reprintLetters),
  route(lettersApi.recordReturnedLetter, campaigns.recordReturnedLetter),
  ...channels.letterFiles,
  delivery.takeEnclosed,
  // audiences
  route(ruleFieldsApi.listRuleFields, audiences.listRuleFields),
  route(ruleFieldsApi.listRuleRelations, audiences.listRuleRelations),
  route(pressureApi.listPressureRules, audiences.listPressureRules),
  route(pressureApi.createPressureRule, audiences.createPressureRule),
  route(pressureApi.updatePressureRule, audiences.updatePressureRule),
  route(pressureApi.deletePressureRule, audiences.deletePressureRule),
  route(segmentsApi.listSegments, audiences.listSegments),
  route(segmentsApi.getSegment, audiences.getSegment),
  route(segmentsApi.countSegment, audiences.countSegment),
  route(segmentsApi.createSegment, audiences.createSegment),
  route(segmentsApi.updateSegment, audiences.updateSegment),
  route(segmentsApi.deleteSegment, audiences.deleteSegment),
  route(segmentsApi.previewSegment, audiences.previewSegment),
  // channels
  route(accountsApi.listSendingAccounts, channels.listSendingAccounts),
  route(accountsApi.getSendingAccount, channels.getSendingAccount),
  route(accountsApi.createSendingAccount, channels.createSendingAccount),
  route(accountsApi.updateSendingAccount, channels.updateSendingAccount),
  route(accountsApi.archiveSendingAccount, delivery.putAwayAccount),
  route(accountsApi.restoreSendingAccount, channels.restoreSendingAccount),
  route(accountsApi.testSendingAccount, channels.testSendingAccount),
  route(smsAccountsApi.getSmsAccount, channels.showSmsAccount),
  route(smsAccountsApi.createSmsAccount, channels.createSmsAccount),
  route(smsAccountsApi.updateSmsAccount, channels.updateSmsAccount),
  route(smsAccountsApi.testSmsAccount, channels.testSmsAccount),
  route(accountsApi.pauseSendingAccount, channels.pauseSendingAccount),
  route(accountsApi.resumeSendingAccount, channels.resumeSendingAccount),
  route(paceApi.getAccountPace, delivery.getAccountPace),
  route(paceApi.getRunPace, delivery.getRunPace),
  route(paceApi.tryAgainNow, delivery.tryAgainNow),
  route(accountChecksApi.checkSendingAccount, channels.checkSendingAccount),
  route(accountsApi.getDkim, channels.getDkim),
  route(accountsApi.makeDkimKey, channels.makeDkimKey),
  route(accountsApi.setDkimSigning, channels.setDkimSigning),
  route(outboxApi.listOutbox, channels.listOutbox),
  route(outboxApi.getOutboxMessage, channels.getOutboxMessage),
  // tracking
  route(smsApi.previewSms, campaigns.previewSms),
  route(smsApi.listSmsPrices, channels.listSmsPrices),
  route(smsApi.saveSmsPrices, channels.saveSmsPrices),
  route(smsApi.smsUsage, reporting.smsUsage),
  reporting.exportSmsUsage,
  route(smsInvoicesApi.listSmsBills, reporting.listSmsBills),
  route(smsInvoicesApi.lastSmsBill, reporting.lastSmsBill),
  route(smsInvoicesApi.rehearseSmsInvoice, reporting.rehearseSmsInvoice),
  route(smsInvoicesApi.issueSmsInvoice, reporting.issueSmsInvoice),
  route(smsApi.forecastSms, reporting.forecastSms),
  ...channels.smsHooks,
  tracking.openPixel,
  tracking.followLink,
  tracking.viewMessage,
  tracking.unsubscribePage,
  tracking.unsubscribe,
  // campaigns
  route(campaignsApi.suggestCampaign, campaigns.suggestCampaign),
  route(campaignsApi.createCampaign, campaigns.createCampaign),
  route(quickCampaignApi.createQuickCampaign, campaigns.createQuickCampaign),
  route(campaignsApi.listCampaigns, campaigns.listCampaigns),
  route(articlesApi.listArticleUses, campaigns.listArticleUses),
  route(salesPlanApi.getSalesPlan, campaigns.getSalesPlan),
  route(salesPlanApi.saveSalesPlan, campaigns.saveSalesPlan),
  route(campaignsApi.getCampaign, campaigns.getCampaign),
  route(campaignsApi.updateCampaign, campaigns.updateCampaign),
  route(campaignsApi.updateAction, campaigns.updateAction),
  route(actionsApi.addAction, campaigns.addAction),
  route(actionsApi.removeAction, campaigns.removeAction),
  route(actionsApi.orderActions, campaigns.orderActions),
  route(occasionApi.saveOccasion, campaigns.saveOccasion),
  route(occasionApi.setAnswer, delivery.setAnswer),
  route(occasionApi.campaignAnswers, reporting.campaignAnswers),
  route(occasionApi.listAnswers, reporting.listAnswers),
  campaigns.directLink,
  campaigns.directLinkTarget,
  campaigns.directLinkRecord,
  campaigns.answerForm,
  campaigns.answerFormChosen,
  campaigns.answerInvitation,
  campaigns.invoiceOfLine,
  campaigns.invoicePage,
  campaigns.invoicePdf,
  sales.downloadInvoice,
  sales.downloadOffer,
  campaigns.offerOfLine,
  campaigns.offerPage,
  campaigns.answerOfferPage,
  campaigns.calendarOfInvitation,
  route(moneyApi.addCostLine, campaigns.addCostLine),
  route(moneyApi.updateCostLine, campaigns.updateCostLine),
  route(moneyApi.removeCostLine, campaigns.removeCostLine),
  route(moneyApi.addRevenueLine, campaigns.addRevenueLine),
  route(moneyApi.updateRevenueLine, campaigns.updateRevenueLine),
  route(moneyApi.removeRevenueLine, campaigns.removeRevenueLine),
  route(campaignsApi.previewDuplicate, campaigns.previewDuplicate),
  route(campaignsApi.duplicateCampaign, campaigns.duplicateCampaign),
  route(campaignsApi.archiveCampaign, campaigns.archiveCampaign),
  route(campaignsApi.restoreCampaign, campaigns.restoreCampaign),
  route(campaignsApi.cancelCampaign, campaigns.cancelCampaign),
  route(campaignsApi.deleteCampaign, campaigns.deleteCampaign),
  route(campaignsApi.campaignHistory, campaigns.campaignHistory),
  campaigns.postCampaignFile,
  route(campaignFilesApi.listCampaignFiles, campaigns.listCampaignFiles),
  route(campaignFilesApi.removeCampaignFile, campaigns.removeCampaignFile),
  route(campaignNotesApi.listCampaignNotes, campaigns.listCampaignNotes),
  route(campaignNotesApi.writeCampaignNote, campaigns.writeCampaignNote),
  route(campaignNotesApi.removeCampaignNote, campaigns.removeCampaignNote),
  route(activitiesApi.listActivities, campaigns.listActivities),
  route(activitiesApi.planActivity, campaigns.planActivity),
  route(activitiesApi.updateActivity, campaigns.updateActivity),
  route(activitiesApi.tickActivity, campaigns.tickActivity),
  route(activitiesApi.removeActivity, campaigns.removeActivity),
  route(tracksApi.getTracks, campaigns.getTracks),
  route(tracksApi.updateTrackPlan, campaigns.updateTrackPlan),
  route(tracksApi.saveTracks, campaigns.saveTracks),
  route(tracksApi.addInterest, crm.addInterest),
  route(tracksApi.countComing, campaigns.countComing),
  route(tracksApi.endTracks, campaigns.endTracks),
  route(tracksApi.listEnrolments, campaigns.listEnrolments),
  // delivery
  route(runsApi.countAction, delivery.countAction),
  route(runsApi.previewAction, delivery.previewAction),
  route(runsApi.whyParty, delivery.whyParty),
  route(whyApi.whyInRun, delivery.whyInRun),
  route(changesApi.audienceChanges, delivery.audienceChanges),
  route(changesApi.listAudienceChanges, delivery.listAudienceChanges),
  route(runsApi.generateSelection, delivery.generateSelection),
  route(runsApi.listRuns, delivery.listRuns),
  route(runsApi.getRun, delivery.getRun),
  route(runsApi.listLines, delivery.listLines),
  route(runsApi.getLine, delivery.getLine),
  route(runsApi.getMessage, delivery.getMessage),
  route(interactionsApi.editLineItem, delivery.editLineItem),
  route(runsApi.pickByHand, delivery.pickByHand),
  route(runsApi.listHandPicks, delivery.listHandPicks),
  route(runsApi.sendTest, delivery.sendTest),
  route(proofReadersApi.listProofReaders, delivery.listProofReaders),
  route(proofReadersApi.addProofReader, delivery.addProofReader),
  route(proofReadersApi.removeProofReader, delivery.removeProofReader),
  route(runsApi.distribute, delivery.launch),
  route(approvalsApi.getApproval, delivery.getApproval),
  route(approvalsApi.askApproval, delivery.askApproval),
  route(approvalsApi.getTracksApproval, delivery.getTracksApproval),
  route(approvalsApi.askTracksApproval, delivery.askTracksApproval),
  route(approvalsApi.decideApproval, delivery.decideApproval),
  route(runsApi.pauseRun, delivery.pauseRun),
  route(runsApi.resumeRun, delivery.resumeRun),
  route(runsApi.stopRun, delivery.stopRun),
  route(runsApi.cancelRun, delivery.cancelRun),
  route(runsApi.rescheduleRun, delivery.rescheduleRun),
  route(tracksApi.startTracks, delivery.startTracks),
  route(tracksApi.holdTracks, delivery.holdTracks),
  route(tracksApi.resumeTracks, delivery.resumeTracks),
  route(tracksApi.rehearseTracks, delivery.rehearseTracks),
  route(tracksApi.settleEnrolments, delivery.settleEnrolments),
  route(forecastApi.forecastAction, delivery.forecastAction),
  route(forecastApi.forecastRun, delivery.forecastRun),
  route(missedApi.listMissed, delivery.listMissed),
  route(missingDataApi.countMissingData, delivery.countMissingData),
  route(missingDataApi.listMissingData, delivery.listMissingData),
  route(runsApi.fetchFailed, delivery.fetchFailed),
  route(runsApi.resendUnknown, delivery.resendUnknown),
  route(unknownLinesApi.getUnknownFate, delivery.getUnknownFate),
  route(unknownLinesApi.leaveUnknown, delivery.leaveUnknown),
  route(runsApi.listWorkers, delivery.listWorkers),
  route(runsApi.getSendingHold, delivery.getSendingHold),
  route(runsApi.vouchForDatabase, delivery.vouchForDatabase),
  delivery.exportAssetsToCleanse,
  delivery.receiveCleansedAssets,
  route(cleansingApi.listCleansings, delivery.listCleansings),
  route(cleansingApi.listCleansedCells, delivery.listCleansedCells),
  route(cleansingApi.settleCleansing, delivery.settleCleansing),
  // desk
  route(deskApi.getDesk, desk.getDesk),
  route(deskApi.nextCall, desk.nextCall),
  route(deskApi.keepCall, desk.keepCall),
  route(deskApi.leaveCall, desk.leaveCall),
  route(deskApi.endCall, desk.endCall),
  route(deskApi.getInstructions, desk.getInstructions),
  route(deskApi.withdrawRun, desk.withdrawRun),

  // reporting
  route(interactionsApi.campaignProgress, reporting.campaignProgress),
  route(runsApi.campaignReport, reporting.campaignReport),
  route(noticesApi.listNotices, reporting.listNotices),
  route(calendarApi.campaignCalendar, reporting.campaignCalendar),
  route(calendarApi.campaignPlan, reporting.campaignPlan),
  route(campaignPeopleApi.listCampaignsWithPeople, reporting.listCampaignsWithPeople),
  route(campaignPeopleApi.listPeopleWithCampaigns, reporting.listPeopleWithCampaigns),
  route(reportingApi.listCampaignLines, reporting.listCampaignLines),
  route(runsApi.today, reporting.today),
  reporting.exportLines,
  reporting.exportCampaignLines,
  reporting.makeTableFile,
  route(moneyApi.campaignMoney, reporting.campaignMoney),
  route(moneyApi.compareCampaigns, reporting.compareCampaigns),
  reporting.exportComparison,
];
