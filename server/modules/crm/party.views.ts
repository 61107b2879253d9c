import { type RawBuilder, sql } from 'kysely';
import type { PartyFilters } from '../../../contract/crm.ts';
import type { CrmEntity } from '../../../contract/crm-fields.ts';
import { userName } from '../access/index.ts';
import { personName } from './party-name.ts';

const named = (id: RawBuilder<unknown>, name: RawBuilder<unknown>) =>
  sql`case when ${id} is null then null else jsonb_build_object('id', ${id}, 'name', ${name}) end`;

const COMMON = sql`p.tags, p.custom, p.language, p.country, p.email, (p.email is null or p.email_key is not null) as email_valid, p.phone,
  p.phone_key as phone_number, p.street, p.postal_code, p.city, p.created_at, p.updated_at,
  ${named(sql`p.account_manager_id`, userName(sql`p.account_manager_id`))} as account_manager`;

/** What a list or a page shows of a contact; over `p` (contact) and `firm` (its company, maybe none). */
export const CONTACT_COLUMNS = sql`p.id, p.first_name, p.last_name, p.title, p.main, p.time_zone, p.birthday,
  ${named(sql`firm.id`, sql`firm.name`)} as company, ${COMMON}`;
export const CONTACT_TABLES = sql`contact as p left join company as firm on firm.id = p.company_id`;

/** What a list or a page shows of a company; over `p`. */
export const COMPANY_COLUMNS = sql`p.id, p.name, p.organisation_number, p.vat_id, p.website,
  (select ${named(sql`m.id`, personName('m'))} from contact m where m.company_id = p.id and m.main) as main_contact,
  (select count(*)::int from contact m where m.company_id = p.id) as contacts, ${COMMON}`;
export const COMPANY_TABLES = sql`company as p`;

const escaped = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

const SEARCHED: Record<CrmEntity, RawBuilder<string>> = {
  contact: sql`concat_ws(' ', p.first_name, p.last_name, p.email, p.phone, firm.name)`,
  company: sql`concat_ws(' ', p.name, p.organisation_number, p.vat_id, p.email, p.phone, p.city)`,
  lead: sql`concat_ws(' ', p.first_name, p.last_name, p.email, p.phone, p.company_name, p.company_email)`,
  asset: sql`concat_ws(' ', p.name, p.identifier, p.identifier_key, keeper.last_name, keeper.first_name, firm.name)`,
};

/** Every word of the search stands somewhere in what names the record. */
export const searched = (entity: CrmEntity, search: string | undefined): RawBuilder<boolean> => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(
    words.map((word) => sql`${SEARCHED[entity]} ilike ${escaped(word)}`),
    sql` and `,
  )})`;
};

/** The filters that lists and exports share, over `p`. */
export const filtered = ({
  accountManagerId,
  tag,
  country,
  language,
  companyId,
}: PartyFilters & { companyId?: string | undefined }) => {
  const conditions: RawBuilder<unknown>[] = [
    ...(accountManagerId ? [sql`p.account_manager_id = ${accountManagerId}`] : []),
    ...(tag ? [sql`${tag} = any(p.tags)`] : []),
    ...(country ? [sql`p.country = ${country}`] : []),
    ...(language ? [sql`p.language = ${language}`] : []),
    ...(companyId ? [sql`p.company_id = ${companyId}`] : []),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
};
