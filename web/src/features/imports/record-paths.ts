import { listAssets } from '../../../../contract/assets.ts';
import { listProductGroups, listProducts, listProductTags } from '../../../../contract/catalogue.ts';
import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import type { Endpoint } from '../../../../contract/endpoint.ts';
import type { ImportEntity } from '../../../../contract/import.ts';
import { listLeads } from '../../../../contract/leads.ts';
import { listTags } from '../../../../contract/party-selection.ts';
import { paths } from '../../paths.ts';

/** Where a record that came in is seen. */
export const recordPath: Record<ImportEntity, (id: string) => string> = {
  contact: paths.contact,
  company: paths.company,
  lead: paths.lead,
  asset: paths.asset,
  product: paths.product,
};
/** Where all of its kind are. */
export const listPath: Record<ImportEntity, () => string> = {
  contact: paths.contacts,
  company: paths.companies,
  lead: paths.leads,
  asset: paths.assets,
  product: paths.products,
};
export const SEE_ALL = {
  contact: 'seeContacts',
  company: 'seeCompanies',
  lead: 'seeLeads',
  asset: 'seeAssets',
  product: 'seeProducts',
} as const;
/** What an import makes out of date. */
export const CHANGED: Record<ImportEntity, readonly Pick<Endpoint, 'name'>[]> = {
  contact: [listContacts, listCompanies, listTags],
  company: [listCompanies, listTags],
  lead: [listLeads, listTags],
  asset: [listAssets, listTags],
  product: [listProducts, listProductGroups, listProductTags],
};
