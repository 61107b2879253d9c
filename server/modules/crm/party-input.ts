import { sql } from 'kysely';
import { emailKey } from '../../../contract/address.ts';
import type { PartyEntity } from '../../../contract/crm-fields.ts';
import type { FieldOwner } from '../../../contract/custom-fields.ts';
import type { ErrorCode } from '../../../contract/messages/index.ts';
import type { CustomValues, FurtherAddress } from '../../../contract/party.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type FieldProblem, Invalid } from '../../platform/errors.ts';
import { findDefinitions } from './custom-field.store.ts';
import { furtherProblems } from './further-address.store.ts';
import { checkCustomValues } from './model/custom-values.ts';
import { looksLikePhone, phoneKey } from './phone-key.ts';

/** The fields that contacts, companies and leads share, as the API takes them; absent means unchanged. */
export interface PartyInput {
  email?: string | null | undefined;
  phone?: string | null | undefined;
  country?: string | null | undefined;
  tags?: string[] | undefined;
  custom?: CustomValues | undefined;
  further?: FurtherAddress[] | undefined;
}
export interface PresentParty {
  phone: string | null;
  country: string | null;
}

export const sameOrder = (tags: string[]) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()];

const addressProblems = ({ email, phone }: PartyInput): FieldProblem[] => [
  ...(email && emailKey(email) === null ? [{ field: 'email', code: 'invalid_email' as const, params: {} }] : []),
  ...(phone && !looksLikePhone(phone) ? [{ field: 'phone', code: 'invalid_phone' as const, params: {} }] : []),
];

/** What custom values cannot be written, and the column to write; the values are merged into the present ones. */
export const customColumn = async (
  db: Db | Tx,
  subject: { entity: FieldOwner; typeId?: string | null },
  custom: CustomValues,
) => {
  const { values, problems } = checkCustomValues(await findDefinitions(db, subject), custom);
  return {
    problems: problems.map(({ key, code, params }): FieldProblem => ({ field: `custom.${key}`, code, params })),
    column: sql<string>`jsonb_strip_nulls(custom || ${json(values)})`,
  };
};

/**
 * The columns to write for the shared fields: keys of addresses, tags once each, custom values merged into the present ones.
 * Throws Invalid naming every field that does not fit, the `others` too.
 */
export const partyColumns = async (
  db: Db | Tx,
  entity: PartyEntity,
  input: PartyInput,
  present: PresentParty,
  others: readonly FieldProblem[] = [],
) => {
  const custom = input.custom && (await customColumn(db, { entity }, input.custom));
  const problems = [
    ...addressProblems(input),
    ...furtherProblems(input.further ?? []),
    ...others,
    ...(custom?.problems ?? []),
  ];
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
    ...(custom && { custom: custom.column }),
  };
};

const REFERENCES: Record<string, [field: string, code: ErrorCode]> = {
  contact_company_id_fkey: ['companyId', 'unknown_company'],
  contact_account_manager_id_fkey: ['accountManagerId', 'unknown_user'],
  company_account_manager_id_fkey: ['accountManagerId', 'unknown_user'],
  lead_account_manager_id_fkey: ['accountManagerId', 'unknown_user'],
  lead_converted_contact_id_fkey: ['contact', 'unknown_contact'],
  lead_converted_company_id_fkey: ['company', 'unknown_company'],
  custom_field_asset_type_id_fkey: ['assetTypeId', 'unknown_asset_type'],
  custom_field_interaction_type_id_fkey: ['interactionTypeId', 'unknown_interaction_type'],
  asset_type_id_fkey: ['typeId', 'unknown_asset_type'],
  asset_contact_id_fkey: ['contactId', 'unknown_contact'],
  asset_company_id_fkey: ['companyId', 'unknown_company'],
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
