import type { ImportKind, ImportKinds } from '../import-kind.ts';
import { assetKind } from './asset.ts';
import { companyKind } from './company.ts';
import { contactKind } from './contact.ts';
import { leadKind } from './lead.ts';

/** What files may hold: the kinds of crm, and those of later modules. */
export const createImportKinds = (
  later: Record<Exclude<keyof ImportKinds, 'contact' | 'company' | 'lead' | 'asset'>, ImportKind>,
): ImportKinds => ({
  contact: contactKind,
  company: companyKind,
  lead: leadKind,
  asset: assetKind,
  ...later,
});
