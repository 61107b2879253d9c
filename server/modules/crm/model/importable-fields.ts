import type { CrmEntity, CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { ALSO, OWNER_NAMES } from './header-names.ts';

/** What a column of a file may be read as. */
export interface ImportField extends Pick<CrmFieldInfo, 'name' | 'type' | 'label' | 'options' | 'currency' | 'custom'> {
  /** Further headers it goes by, as `plainHeader` writes them. */
  called: readonly string[];
  /** A row may be recognised by it. */
  matchable: boolean;
}

type OfField = Omit<ImportField, 'called' | 'matchable'> &
  Pick<CrmFieldInfo, 'entity'> &
  Partial<Pick<CrmFieldInfo, 'assetTypeId'>>;

const NEVER = ['created_at', 'company_id', 'state', 'type', 'owner'];
const TOLD_BY: Record<CrmEntity, readonly string[]> = {
  contact: ['contact.email', 'contact.phone'],
  company: ['company.organisation_number', 'company.name', 'company.vat_id', 'company.email'],
  lead: ['lead.email', 'lead.phone'],
  asset: ['asset.identifier', 'asset.name'],
};

const shortOf = (name: string) => name.split('.').at(-1) ?? name;

const fieldBeside = (name: string, en: string, nb: string, pl: string, fr: string): ImportField => ({
  name,
  label: { en, nb, pl, fr } satisfies Record<Language, string>,
  type: 'text',
  options: [],
  currency: null,
  custom: false,
  called: [...(ALSO[shortOf(name)] ?? []), ...(OWNER_NAMES[name] ?? [])],
  matchable: false,
});

const fullName = (name: string) =>
  fieldBeside(
    name,
    'Full name (first and last)',
    'Fullt navn (for- og etternavn)',
    'Imię i nazwisko razem',
    'Nom complet (prénom et nom)',
  );

/** What else a file of this kind may tell. Two names may stand in one cell; the owner of an asset is found among contacts and companies, never made. */
const BESIDE: Record<CrmEntity, readonly ImportField[]> = {
  contact: [fullName('contact.full_name')],
  company: [],
  lead: [fullName('lead.full_name')],
  asset: [
    fieldBeside('owner.email', 'Owner: e-mail', 'Eier: e-post', 'Właściciel: e-mail', 'Propriétaire : e-mail'),
    fieldBeside(
      'owner.organisation_number',
      'Owner: organisation number',
      'Eier: organisasjonsnummer',
      'Właściciel: numer rejestrowy',
      'Propriétaire : numéro d’immatriculation',
    ),
    fieldBeside('owner.name', 'Owner: name', 'Eier: navn', 'Właściciel: nazwa', 'Propriétaire : nom'),
  ],
};

/** By these a file of contacts names their companies; found, or made. */
const COMPANY_OF_CONTACT = ['company.name', 'company.organisation_number'];

const isMatchable = ({ name, entity, type, custom }: OfField): boolean =>
  custom ? type === 'text' || type === 'number' : TOLD_BY[entity].includes(name);

const offered = (field: OfField, matchable: boolean): ImportField => ({
  ...field,
  called: field.custom || field.name === 'asset.name' ? [] : (ALSO[shortOf(field.name)] ?? []),
  matchable,
});

/** The fields a file of this kind may fill; of assets those of the chosen type. */
export const importableFields = (
  entity: CrmEntity,
  fields: readonly OfField[],
  assetTypeId: string | null = null,
): ImportField[] => {
  const own = fields.filter(
    (field) =>
      field.entity === entity &&
      (field.custom || !NEVER.includes(shortOf(field.name))) &&
      ((field.assetTypeId ?? null) === null || field.assetTypeId === assetTypeId),
  );
  const firm = entity === 'contact' ? fields.filter(({ name }) => COMPANY_OF_CONTACT.includes(name)) : [];
  return [
    ...own.map((field) => offered(field, isMatchable(field))),
    ...BESIDE[entity],
    ...firm.map((field) => offered(field, false)),
  ];
};
