import { z } from 'zod';
import { AssetFilters } from '../../../contract/assets.ts';
import { ContactFilters } from '../../../contract/crm.ts';
import type { CrmEntity } from '../../../contract/crm-fields.ts';
import { LeadFilters } from '../../../contract/leads.ts';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import { PartyFilters } from '../../../contract/party.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { streamTable } from '../../platform/files/table-export.ts';
import { languageOf } from '../../platform/http/problem.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type ExportFilters, exportParties } from './export-parties.ts';

const Asked = {
  format: z.enum(['csv', 'xlsx']),
  /** Of the headers; otherwise the browser's. */
  words: z.enum(LANGUAGES).optional(),
  search: z.string().trim().max(200).optional(),
};
const QUERY = {
  contact: ContactFilters.extend(Asked),
  company: PartyFilters.extend(Asked),
  lead: LeadFilters.extend(Asked),
  asset: AssetFilters.extend(Asked),
};
const FILE = {
  contact: { en: 'contacts', nb: 'kontakter', pl: 'kontakty', fr: 'contacts' },
  company: { en: 'companies', nb: 'firmaer', pl: 'firmy', fr: 'entreprises' },
  lead: { en: 'leads', nb: 'emner', pl: 'leady', fr: 'prospects' },
  asset: { en: 'assets', nb: 'eiendeler', pl: 'obiekty', fr: 'biens' },
};

const exportRoute = (entity: CrmEntity, path: string) =>
  bare<{ db: Db; clock: Clock }, Actor>({
    method: 'GET',
    path,
    access: 'session',
    summary: `Every ${entity} that the search and filters leave, as a CSV or Excel file`,
    handle: async ({ db, clock }, actor, { request, reply }) => {
      authorise(actor, 'crm.export');
      const asked = QUERY[entity].safeParse(request.query);
      if (!asked.success)
        throw new Invalid(String(asked.error.issues[0]?.path[0] ?? 'format'), 'invalid_choice', {
          choices: 'csv, xlsx',
        });
      const { format, words, ...filters } = asked.data;
      const language = words ?? languageOf(request);
      const table = await exportParties(db, { entity, ...filters } as ExportFilters, language);
      const fileName = `${FILE[entity][language]}-${clock.now().toISOString().slice(0, 10)}`;
      return streamTable(reply, { ...table, format, fileName, separator: language === 'en' ? ',' : ';' });
    },
  });

export const exportContacts = exportRoute('contact', '/api/contacts/export');
export const exportCompanies = exportRoute('company', '/api/companies/export');
export const exportLeads = exportRoute('lead', '/api/leads/export');
export const exportAssets = exportRoute('asset', '/api/assets/export');
