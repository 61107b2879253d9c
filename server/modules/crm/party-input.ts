import { sql } from 'kysely';
import { emailKey } from '../../../contract/address.ts';
import type { CustomValues } from '../../../contract/crm.ts';
import type { CrmEntity } from '../../../contract/crm-fields.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type FieldProblem, Invalid } from '../../platform/errors.ts';
import type { CrmField } from './field.ts';
import { loadFields } from './fields.ts';
import { checkCustomValues } from './model/custom-values.ts';
import { looksLikePhone, phoneKey } from './phone-key.ts';

/** The fields that contacts and companies share, as the API takes them; absent means unchanged. */
export interface PartyInput {
  email?: string | null | undefined;
  phone?: string | null | undefined;
  country?: string | null | undefined;
  tags?: string[] | undefined;
  custom?: CustomValues | undefined;
}
export interface PresentParty {
  phone: string | null;
  country: string | null;
}

/** The fields of one entity that may be written, by key. */
export const writableCustomFields = async (db: Db | Tx, entity: CrmEntity): Promise<Map<string, CrmField>> => {
  const fields = [...(await loadFields(db)).values()].filter(
    (field) => field.custom && !field.archived && field.entity === entity,
  );
  return new Map(fields.map((field) => [field.name.slice(`${entity}.custom.`.length), field]));
};

const sameOrder = (tags: string[]) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()];

const addressProblems = ({ email, phone }: PartyInput): FieldProblem[] => [
  ...(email && emailKey(email) === null ? [{ field: 'email', code: 'invalid_email' as const, params: {} }] : []),
  ...(phone && !looksLikePhone(phone) ? [{ field: 'phone', code: 'invalid_phone' as const, params: {} }] : []),
];

/**
 * The columns to write for the shared fields: keys of addresses, tags once each, custom values merged into the present ones.
 * Throws Invalid naming every field that does not fit.
 */
export const partyColumns = async (db: Db | Tx, entity: CrmEntity, input: PartyInput, present: PresentParty) => {
  const problems = addressProblems(input);
  const custom = input.custom && checkCustomValues(await writableCustomFields(db, entity), input.custom);
  for (const { key, code, params } of custom?.problems ?? []) problems.push({ field: `custom.${key}`, code, params });
  if (problems.length > 0) throw Invalid.all(problems);
  const { email, phone, country, tags } = input;
  const dialled = phone !== undefined ? phone : present.phone;
  const home = country !== undefined ? country : present.country;
  return {
    ...(email !== undefined && { email, emailKey: email === null ? null : emailKey(email) }),
    ...((phone !== undefined || country !== undefined) && {
      phone: dialled,
      phoneKey: dialled === null ? null : phoneKey(dialled, home),
    }),
    ...(country !== undefined && { country }),
    ...(tags !== undefined && { tags: sameOrder(tags) }),
    ...(custom && { custom: sql<string>`jsonb_strip_nulls(custom || ${json(custom.values)})` }),
  };
};

const REFERENCES: Record<string, [field: string, code: 'unknown_company' | 'unknown_user']> = {
  contact_company_id_fkey: ['companyId', 'unknown_company'],
  contact_account_manager_id_fkey: ['accountManagerId', 'unknown_user'],
  company_account_manager_id_fkey: ['accountManagerId', 'unknown_user'],
};

/** Runs the work; a reference to something that does not exist becomes Invalid at its field. */
export const withKnownReferences = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const [field, code] = REFERENCES[(error as { constraint?: string }).constraint ?? ''] ?? [];
    if (field === undefined || code === undefined) throw error;
    throw new Invalid(field, code);
  }
};
