import { type RawBuilder, sql } from 'kysely';
import type { ContactFilters } from '../../../contract/crm.ts';
import type { CrmEntity } from '../../../contract/crm-fields.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { TableValue } from '../../platform/files/table-export.ts';
import { companiesWhere } from './company.views.ts';
import { contactsWhere } from './contact.views.ts';
import type { CrmField } from './field.ts';
import { loadFields } from './fields.ts';
import { COMPANY_TABLES, CONTACT_TABLES } from './party.views.ts';

const PAGE = 2_000;

/** A contact's file also names the company, so that it can be imported again. */
const OF_COMPANY = ['company.name', 'company.organisation_number'];

const exported = (entity: CrmEntity, fields: ReadonlyMap<string, CrmField>): CrmField[] => {
  const own = [...fields.values()].filter((field) => field.entity === entity && field.type !== 'id' && !field.archived);
  return entity === 'contact'
    ? [...own, ...OF_COMPANY.map((name) => fields.get(name)).filter((field) => field !== undefined)]
    : own;
};

const minorUnits = (currency: string | null): number =>
  10 **
  (new Intl.NumberFormat('en', { style: 'currency', currency: currency ?? 'EUR' }).resolvedOptions()
    .maximumFractionDigits ?? 2);

const YES_NO: Record<Language, [yes: string, no: string]> = {
  en: ['Yes', 'No'],
  nb: ['Ja', 'Nei'],
  pl: ['Tak', 'Nie'],
  fr: ['Oui', 'Non'],
};

const cellOf = (field: CrmField, language: Language, text: string | null): TableValue => {
  if (text === null) return null;
  if (field.type === 'number') return Number(text);
  if (field.type === 'money') return Number(text) / minorUnits(field.currency);
  if (field.type === 'yes_no') return YES_NO[language][text === 'true' ? 0 : 1];
  return text;
};

type Where = ContactFilters & { search?: string | undefined };

/** The columns and, page by page of 2,000, the rows of every contact or company that the search and the filters leave. */
export const exportParties = async (db: Db, entity: 'contact' | 'company', filters: Where, language: Language) => {
  const fields = exported(entity, await loadFields(db));
  const [tables, where] =
    entity === 'contact' ? [CONTACT_TABLES, contactsWhere(filters)] : [COMPANY_TABLES, companiesWhere(filters)];
  const values: RawBuilder<unknown>[] = fields.map((field) => field.asText(field.entity === entity ? 'p' : 'firm'));
  async function* rows(): AsyncGenerator<TableValue[]> {
    let last: string | null = null;
    do {
      const found: { id: string; cells: (string | null)[] }[] = (
        await sql<{
          id: string;
          cells: (string | null)[];
        }>`select p.id, array[${sql.join(values)}]::text[] as cells from ${tables}
          where ${where} and (${last}::uuid is null or p.id > ${last}) order by p.id limit ${PAGE}`.execute(db)
      ).rows;
      for (const { cells } of found) yield fields.map((field, place) => cellOf(field, language, cells[place] ?? null));
      last = found.length < PAGE ? null : (found.at(-1)?.id ?? null);
    } while (last !== null);
  }
  const columns = fields.map((field) => ({
    header: field.currency ? `${field.label[language]} (${field.currency})` : field.label[language],
  }));
  return { columns, rows: rows() };
};
