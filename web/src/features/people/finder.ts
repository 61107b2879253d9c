import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
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
