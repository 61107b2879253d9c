import type { ImportEntity } from '../../../../contract/import.ts';
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
