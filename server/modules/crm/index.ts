export { addressKeysOf } from './address-keys.ts';
export { createAssetType, listAssetTypes, updateAssetType } from './asset-types.ts';
export { changeAsset, createAsset, deleteAsset, getAsset, listAssets, updateAsset } from './assets.ts';
export { billedParty } from './billed-party.ts';
export { type CleansedField, loadCleansedFields, readAssets, type SaidAsset } from './cleansed-assets.ts';
export { createCompany, deleteCompany, getCompany, listCompanies, updateCompany } from './companies.ts';
export { createContact, deleteContact, getContact, listContacts, updateContact } from './contacts.ts';
export { type ConvertedLead, convertLead, type LeadHook, suggestConversion } from './convert-lead.ts';
export { createCustomField, listCustomFields, updateCustomField } from './custom-fields.ts';
export { exportAssets, exportCompanies, exportContacts, exportLeads } from './export.routes.ts';
export type { CrmField } from './field.ts';
export { listCrmFields, loadFields, type MergeFragment, mergeFieldFragments } from './fields.ts';
export { rowsOf, rowsThatAre } from './import/decide-batch.ts';
export { getImportReport, postImport } from './import/import.routes.ts';
export { importSchedule, importTasks } from './import/import.tasks.ts';
export type { Batch, CellTaker, ImportKind, ImportKinds, RowReading } from './import/import-kind.ts';
export {
  deleteImportProfile,
  listImportProfiles,
  saveImportProfile,
  useImportProfile,
} from './import/import-profiles.ts';
export {
  cancelImport,
  checkImport,
  getImport,
  getImportSample,
  listImportFields,
  listImportRows,
  listImports,
  runImport,
  updateImport,
  uploadImport,
} from './import/imports.ts';
export { createImportKinds } from './import/kinds/crm-kinds.ts';
export { readUpload } from './import/read-upload.ts';
export type { StagedRow } from './import/staged-row.ts';
export type { ImportedConsent, ImportedRecipients, ImportHooks } from './import-hooks.ts';
export { countItems, fieldsOfCampaign, type ItemCounts } from './interactions/campaign-items.ts';
export { makeDefaultTypes } from './interactions/default-types.ts';
export { exportInteractions } from './interactions/export-interactions.ts';
export { interactionTimeline } from './interactions/interaction-timeline.ts';
export {
  asksForWork,
  assertTypeInUse,
  hasInteractionTypes,
  typeOfferedFor,
} from './interactions/interaction-type.store.ts';
export {
  createInteractionType,
  listInteractionTypes,
  updateInteractionType,
} from './interactions/interaction-types.ts';
export {
  createInteraction,
  getInteraction,
  listInteractions,
  settleInteractions,
  updateInteraction,
} from './interactions/interactions.ts';
export { endWork, findWork, issueWork, type WorkItem, withdrawWork } from './interactions/issue-work.ts';
export { editItemOfLine, itemOfLine, type LineAsItem } from './interactions/line-item.ts';
export { cancelWork, type DossierTerms, dossierTerms, makeWork, settleWork } from './interactions/line-work.ts';
export { addInterest, hasInterest, listInterests } from './interests.ts';
export { createLead, deleteLead, getLead, listLeads, updateLead } from './leads.ts';
export { crmMerge } from './merge/crm-merge.ts';
export { dismissDuplicates, listDuplicates } from './merge/duplicates.ts';
export type { MergeHandler, Merging } from './merge/merge-handler.ts';
export { listMerges, mergeParties, previewMerge } from './merge/merges.ts';
export { undoMerge } from './merge/undo-merge.ts';
export { assetChangeOf, compareCell } from './model/cleansed-cell.ts';
export type { ImportField } from './model/importable-fields.ts';
export { minorDigits } from './model/read-cell.ts';
export { vatProblem } from './model/vat-id.ts';
export { numberKind } from './number-kind.ts';
export { findAssetsOf, findOwnData, type OwnData } from './own-data.views.ts';
export { partyIds } from './party-ids.ts';
export { partyName, personName } from './party-name.ts';
export { partyPlace } from './party-place.ts';
export { phoneKey } from './phone-key.ts';
export { phoneKeysMissingIn } from './phone-keys.ts';
export { presentId, presentIdOfMany } from './present-id.ts';
export { presentParty } from './present-party.ts';
export { deleteParties } from './selections.ts';
export { tagSchedule, tagTasks } from './tags.tasks.ts';
export { listTags, tagParties } from './tags.ts';
export {
  getCompanyTimeline,
  getContactTimeline,
  getLeadTimeline,
  type TimelineItem,
  type TimelineParty,
  type TimelineSource,
} from './timeline.ts';
export { listUses, type Named, type UseSource } from './uses.ts';
