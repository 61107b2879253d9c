export { createCompany, deleteCompany, getCompany, listCompanies, updateCompany } from './companies.ts';
export { createContact, deleteContact, getContact, listContacts, updateContact } from './contacts.ts';
export { createCustomField, listCustomFields, updateCustomField } from './custom-fields.ts';
export { exportCompanies, exportContacts } from './export.routes.ts';
export type { CrmField } from './field.ts';
export { listCrmFields, loadFields, type MergeFragment, mergeFieldFragments } from './fields.ts';
export { getImportReport, postImport } from './import/import.routes.ts';
export { importSchedule, importTasks } from './import/import.tasks.ts';
export {
  cancelImport,
  checkImport,
  getImport,
  getImportSample,
  listImportRows,
  listImports,
  runImport,
  updateImport,
  uploadImport,
} from './import/imports.ts';
export type { ImportedConsent, ImportHooks } from './import-hooks.ts';
export { phoneKey } from './phone-key.ts';
export { presentParty } from './present-party.ts';
export { deleteParties, listTags, tagParties } from './selections.ts';
export {
  getCompanyTimeline,
  getContactTimeline,
  type TimelineItem,
  type TimelineParty,
  type TimelineSource,
} from './timeline.ts';
