import type { CrmFieldInfo } from './crm-fields.ts';
import type { ImportEntity, Mapping } from './import.ts';

/** Two names in one cell, as in “Kari Nordmann”: the last word is the last name. */
export const FULL_NAME = 'contact.full_name';
const COMPANY_OF_CONTACT = ['company.name', 'company.organisation_number'];
const NEVER = ['created_at', 'company_id', 'state', 'type', 'owner'];
/** Who owns an asset: found among contacts and companies, never made. */
export const OWNER_FIELDS = ['owner.email', 'owner.organisation_number', 'owner.name'] as const;
/** What else a file of this kind may tell. */
const BESIDE: Record<ImportEntity, readonly string[]> = {
  contact: [FULL_NAME, ...COMPANY_OF_CONTACT],
  company: [],
  lead: ['lead.full_name'],
  asset: OWNER_FIELDS,
};

type OfField = Pick<CrmFieldInfo, 'name' | 'entity' | 'custom'> & Partial<Pick<CrmFieldInfo, 'assetTypeId'>>;

/** The fields a file of this kind may fill; of assets those of the chosen type. A contact's company is found by number or name, or made. */
export const importableFields = (
  entity: ImportEntity,
  fields: readonly OfField[],
  assetTypeId: string | null = null,
): string[] => {
  const own = fields.filter(
    (field) =>
      field.entity === entity &&
      (field.custom || !NEVER.includes(field.name.split('.')[1] ?? '')) &&
      ((field.assetTypeId ?? null) === null || field.assetTypeId === assetTypeId),
  );
  return [...own.map(({ name }) => name), ...BESIDE[entity]];
};

const TOLD_BY: Record<ImportEntity, readonly string[]> = {
  contact: ['contact.email', 'contact.phone'],
  company: ['company.organisation_number', 'company.name', 'company.vat_id', 'company.email'],
  lead: ['lead.email', 'lead.phone'],
  asset: ['asset.identifier', 'asset.name'],
};

/** The fields by which a record may be found again; of those that the file fills. */
export const matchableFields = (
  entity: ImportEntity,
  fields: readonly Pick<CrmFieldInfo, 'name' | 'type' | 'custom'>[],
  mapping: Mapping,
): string[] =>
  mapping.filter((name): name is string => {
    const field = fields.find((one) => one.name === name);
    if (name === null || field === undefined) return false;
    return field.custom ? field.type === 'text' || field.type === 'number' : TOLD_BY[entity].includes(name);
  });
