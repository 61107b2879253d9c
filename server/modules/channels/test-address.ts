import { emailKey } from '../../../contract/address.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { findInstallation } from '../access/index.ts';
import { phoneKey } from '../crm/index.ts';

/** Where a number without a country code is dialled, judged by the language of the house. */
const HOME: Record<Language, string | null> = { nb: 'NO', pl: 'PL', fr: 'FR', en: null };

/** The number as E.164. Throws Invalid at the field. */
export const phoneToTest = async (db: Db, to: string, field = 'to'): Promise<string> => {
  const language = (await findInstallation(db))?.language ?? 'en';
  const number = phoneKey(to, HOME[language]);
  if (number === null) throw new Invalid(field, 'invalid_phone');
  return number;
};

/** To where a test of the channel goes, as addresses are compared: a phone, or else an e-mail address. Throws Invalid at the field. */
export const testAddress = async (db: Db, channel: string, to: string, field = 'to'): Promise<string> => {
  if (channel === 'sms') return phoneToTest(db, to, field);
  const key = emailKey(to);
  if (key === null) throw new Invalid(field, 'invalid_email');
  return key;
};
