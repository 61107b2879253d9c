import { listAssets } from '../../../../contract/assets.ts';
import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import { listLeads } from '../../../../contract/leads.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { assetTexts } from './asset-texts/texts.ts';
import { leadName } from './lead-name.ts';
import { leadTexts } from './lead-texts/texts.ts';
import { personName } from './person-name.ts';
import { texts } from './texts/texts.ts';

const FOUND = 6;

/** Contacts in the palette. */
export const contactFinder = {
  title: () => textsNow(texts)('contacts'),
  find: async (words: string, signal: AbortSignal) => {
    const { rows } = await call(listContacts, { search: words, limit: FOUND }, signal);
    return rows.map((row) => ({
      key: row.id,
      label: personName(row),
      text: row.company?.name ?? row.email ?? '',
      href: paths.contact(row.id),
    }));
  },
};

/** Companies in the palette. */
export const companyFinder = {
  title: () => textsNow(texts)('companies'),
  find: async (words: string, signal: AbortSignal) => {
    const { rows } = await call(listCompanies, { search: words, limit: FOUND }, signal);
    return rows.map((row) => ({ key: row.id, label: row.name, text: row.city ?? '', href: paths.company(row.id) }));
  },
};

/** Leads in the palette. */
export const leadFinder = {
  title: () => textsNow(leadTexts)('leads'),
  find: async (words: string, signal: AbortSignal) => {
    const { rows } = await call(listLeads, { search: words, limit: FOUND }, signal);
    return rows.map((row) => ({
      key: row.id,
      label: leadName(row),
      text: row.companyName ?? row.email ?? '',
      href: paths.lead(row.id),
    }));
  },
};

/** Assets in the palette. */
export const assetFinder = {
  title: () => textsNow(assetTexts)('assets'),
  find: async (words: string, signal: AbortSignal) => {
    const { rows } = await call(listAssets, { search: words, limit: FOUND }, signal);
    return rows.map((row) => ({
      key: row.id,
      label: row.name,
      text: [row.type.name, row.contact?.name ?? row.company?.name].filter(Boolean).join(' · '),
      href: paths.asset(row.id),
    }));
  },
};
