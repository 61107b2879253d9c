import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { personName } from './person-name.ts';
import { texts } from './texts/texts.ts';

const LIMIT = 6;

/** People by name, e-mail address, phone or company, in the palette. */
export const contactFinder = {
  title: () => textsNow(texts)('contacts'),
  find: async (search: string, signal: AbortSignal) => {
    const { rows } = await call(listContacts, { search, limit: LIMIT }, signal);
    return rows.map((contact) => ({
      key: contact.id,
      label: personName(contact),
      text: [contact.company?.name, contact.email].filter(Boolean).join(' · '),
      href: paths.contact(contact.id),
    }));
  },
};

export const companyFinder = {
  title: () => textsNow(texts)('companies'),
  find: async (search: string, signal: AbortSignal) => {
    const { rows } = await call(listCompanies, { search, limit: LIMIT }, signal);
    return rows.map(({ id, name, city, email }) => ({
      key: id,
      label: name,
      text: [city, email].filter(Boolean).join(' · '),
      href: paths.company(id),
    }));
  },
};
