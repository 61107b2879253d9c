import type { Contact } from '../../../../contract/crm.ts';

/** What a person goes by: the name, else the address or the number. */
export const personName = ({
  firstName,
  lastName,
  email,
  phone,
}: Pick<Contact, 'firstName' | 'lastName' | 'email' | 'phone'>): string =>
  [firstName, lastName].filter((part) => part !== '').join(' ') || email || phone || '–';
