export { listCrmFields, loadFields, type MergeFragment, mergeFieldFragments } from './fields.ts';
export { type CrmField, companyFields, contactFields } from './model/field.ts';
