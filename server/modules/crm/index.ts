export { type CrmField, companyFields, contactFields } from './field.ts';
export { listCrmFields, loadFields, type MergeFragment, mergeFieldFragments } from './fields.ts';
export { presentParty } from './present-party.ts';
