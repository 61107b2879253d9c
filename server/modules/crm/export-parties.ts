import { type RawBuilder, sql } from 'kysely';
import type { AssetFilters } from '../../../contract/assets.ts';
import type { ContactFilters } from '../../../contract/crm.ts';
import type { CrmEntity } from '../../../contract/crm-fields.ts';
import type { LeadFilters } from '../../../contract/leads.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { PartyFilters } from '../../../contract/party.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { TableValue } from '../../platform/files/table-export.ts';
import { assetsWhere } from './asset.views.ts';
import { companiesWhere } from './company.views.ts';
import { contactsWhere } from './contact.views.ts';
import type { CrmField } from './field.ts';
import { loadFields } from './fields.ts';
import { leadsWhere } from './lead.views.ts';
import { ASSET_TABLES, COMPANY_TABLES, CONTACT_TABLES, LEAD_TABLES } from './party.views.ts';

const PAGE = 500;

/** Fields of whom a record belongs to, so that a file can be used, and imported again, by itself. */
const ALSO: Record<CrmEntity, readonly string[]> = {
  contact: ['company.name', 'company.organisation_number'],
  company: [],
  lead: [],
  asset: [
    ...['first_name', 'last_name', 'email', 'phone', 'street', 'postal_code', 'city', 'country', 'language'].map(
      (name) => `contact.${name}`,
    ),
    ...['name', 'organisation_number', 'email', 'phone', 'city'].map((name) => `company.${name}`),
  ],
};

const TABLES: Record<CrmEntity, RawBuilder<unknown>> = {
  contact: CONTACT_TABLES,
  company: COMPANY_TABLES,
  lead: LEAD_TABLES,
  asset: ASSET_TABLES,
};

/** What a file is asked for. */
export type ExportFilters =
  | ({ entity: 'contact' } & ContactFilters & Searched)
  | ({ entity: 'company' } & PartyFilters & Searched)
  | ({ entity: 'lead' } & LeadFilters & Searched)
  | ({ entity: 'asset' } & AssetFilters & Searched);
interface Searched {
  search?: string | undefined;
}

const whereOf = (filters: ExportFilters): RawBuilder<boolean> => {
  if (filters.entity === 'contact') return contactsWhere(filters);
  if (filters.entity === 'company') return companiesWhere(filters);
  return filters.entity === 'lead' ? leadsWhere(filters) : assetsWhere(filters);
};

const exported = (filters: ExportFilters, fields: ReadonlyMap<string, CrmField>): CrmField[] => {
  const typeId = filters.entity === 'asset' ? filters.typeId : undefined;
  const own = [...fields.values()].filter(
    (field) =>
      field.entity === filters.entity &&
      field.type !== 'id' &&
      !field.archived &&
      (typeId === undefined || field.assetTypeId === null || field.assetTypeId === typeId),
  );
  return [...own, ...ALSO[filters.entity].map((name) => fields.get(name)).filter((field) => field !== undefined)];
};

const minorUnits = (currency: string | null): number =>
  10 **
  (new Intl.NumberFormat('en', { style: 'currency', currency: currency ?? 'EUR' }).resolvedOptions()
    .maximumFractionDigits ?? 2);

export const YES_NO: Record<Language, [yes: string, no: string]> = {
  en: ['Yes', 'No'],
  nb: ['Ja', 'Nei'],
  pl: ['Tak', 'Nie'],
  fr: ['Oui', 'Non'],
};

export const cellOf = (field: CrmField, language: Language, text: string | null): TableValue => {
  if (text === null) return null;
  if (field.type === 'number') return Number(text);
  if (field.type === 'money') return Number(text) / minorUnits(field.currency);
  if (field.type === 'yes_no') return YES_NO[language][text === 'true' ? 0 : 1];
  const labels = field.options.find(({ value }) => value === text)?.labels;
  return labels?.[language] ?? text;
};

/** The alias of a field's table in the statement of another entity. */
const aliasOf = (field: CrmField, entity: CrmEntity) => {
  if (field.entity === entity) return 'p';
  return field.entity === 'company' ? 'firm' : 'keeper';
};

/** Two columns of one name (an asset's owner and his firm have both an address) say whose they are. */
const headerOf = (field: CrmField, entity: CrmEntity, language: Language): string => {
  const label = field.currency ? `${field.label[language]} (${field.currency})` : field.label[language];
  if (entity !== 'asset' || field.entity === 'asset') return label;
  return `${WHOSE[field.entity === 'company' ? 'company' : 'contact'][language]}: ${label}`;
};
const WHOSE: Record<'contact' | 'company', Record<Language, string>> = {
  contact: { en: 'Person', nb: 'Person', pl: 'Osoba', fr: 'Personne' },
  company: { en: 'Company', nb: 'Firma', pl: 'Firma', fr: 'Entreprise' },
};

/** The columns and, page by page of 500, the rows of everything that the search and the filters leave. */
export const exportParties = async (db: Db, filters: ExportFilters, language: Language) => {
  const { entity } = filters;
  const fields = exported(filters, await loadFields(db));
  const values: RawBuilder<unknown>[] = fields.map((field) => field.asText(aliasOf(field, entity)));
  async function* rows(): AsyncGenerator<TableValue[]> {
    let last: string | null = null;
    do {
      const found: { id: string; cells: (string | null)[] }[] = (
        await sql<{
          id: string;
          cells: (string | null)[];
        }>`select p.id, array[${sql.join(values)}]::text[] as cells from ${TABLES[entity]}
          where ${whereOf(filters)} and (${last}::uuid is null or p.id > ${last}) order by p.id limit ${PAGE}`.execute(
          db,
        )
      ).rows;
      for (const { cells } of found) yield fields.map((field, place) => cellOf(field, language, cells[place] ?? null));
      last = found.length < PAGE ? null : (found.at(-1)?.id ?? null);
    } while (last !== null);
  }
  return { columns: fields.map((field) => ({ header: headerOf(field, entity, language) })), rows: rows() };
};
