import { sql } from 'kysely';
import type { ImportOptions } from '../../../../../contract/import.ts';
import { phoneKey } from '../../phone-key.ts';
import type { ImportColumn, ImportKind } from '../import-kind.ts';
import type { StagedRow } from '../staged-row.ts';

export const text = (name: string, by?: string): ImportColumn => ({ name, type: 'text', ...(by && { by }) });

/** Where people and firms are reached. */
export const PLACE: readonly ImportColumn[] = [
  text('email'),
  text('email_key', 'email'),
  text('phone'),
  text('phone_key', 'phone'),
  text('street'),
  text('postal_code'),
  text('city'),
  text('country'),
  text('language'),
  { name: 'account_manager_id', type: 'uuid' },
];

export const PERSON: readonly ImportColumn[] = [
  text('first_name'),
  text('last_name'),
  text('title'),
  text('time_zone'),
];

export const PLACE_INSTEAD: ImportKind['instead'] = {
  country: ({ country }: ImportOptions) => sql`${country}::text`,
  language: ({ language }: ImportOptions) => sql`${language}::text`,
};
export const PERSON_INSTEAD: ImportKind['instead'] = {
  ...PLACE_INSTEAD,
  first_name: () => sql`''`,
  last_name: () => sql`''`,
};

/** How addresses are compared. */
export const ADDRESS_KEYS = { email: sql`c.email_key`, phone: sql`coalesce(c.phone_key, c.phone)` };

export const lower = (value: string | null): string => (value ?? '').toLowerCase();

/** The keys by which phone numbers are compared; without a country code they are of the row's country. */
export const keyPhones = (row: StagedRow, columns: readonly string[], options: ImportOptions): void => {
  for (const column of columns) {
    const phone = row.get(column);
    const key = phone === null ? null : phoneKey(phone, row.get('country') ?? options.country);
    if (key !== null) row.set(`${column}_key`, key);
  }
};

/** Organisation numbers are compared without spaces. */
export const closeUp = (row: StagedRow, column: string): void => {
  const number = row.get(column);
  if (number !== null) row.set(column, number.replace(/[\s\u00a0]/g, ''));
};
