import { type RawBuilder, sql } from 'kysely';
import type { CrmEntity, PartyEntity } from '../../../contract/crm-fields.ts';
import type { PartyFilters } from '../../../contract/party.ts';
import { userName } from '../access/index.ts';
import { furtherOf } from './further-address.store.ts';
import { personName } from './party-name.ts';

export const named = (id: RawBuilder<unknown>, name: RawBuilder<unknown>) =>
  sql`case when ${id} is null then null else jsonb_build_object('id', ${id}, 'name', ${name}) end`;

const common = (
  kind: PartyEntity,
) => sql`p.tags, p.custom, p.language, p.country, p.email, (p.email is null or p.email_key is not null) as email_valid, p.phone,
  p.phone_key as phone_number, p.street, p.postal_code, p.city, ${furtherOf(kind)} as further, p.created_at, p.updated_at,
  ${named(sql`p.account_manager_id`, userName(sql`p.account_manager_id`))} as account_manager`;

/** What a list or a page shows of a contact; over `p` (contact) and `firm` (its company, maybe none). */
export const CONTACT_COLUMNS = sql`p.id, p.first_name, p.last_name, p.title, p.main, p.time_zone, p.birthday,
  ${named(sql`firm.id`, sql`firm.name`)} as company, ${common('contact')}`;
export const CONTACT_TABLES = sql`contact as p left join company as firm on firm.id = p.company_id`;

const billing = sql`jsonb_build_object('name', null, 'street', null, 'postalCode', null, 'city', null, 'country', null, 'email', null,
  'paymentDays', null) || p.billing`;

/** What a list or a page shows of a company; over `p`. */
export const COMPANY_COLUMNS = sql`p.id, p.name, p.organisation_number, p.vat_id, p.website, ${billing} as billing,
  (select ${named(sql`m.id`, personName('m'))} from contact m where m.company_id = p.id and m.main) as main_contact,
  (select count(*)::int from contact m where m.company_id = p.id) as contacts, ${common('company')}`;
export const COMPANY_TABLES = sql`company as p`;

/** What a list or a page shows of a lead; over `p` (lead), and what it became. */
export const LEAD_COLUMNS = sql`p.id, p.first_name, p.last_name, p.title, p.company_name, p.company_email,
  (p.company_email is null or p.company_email_key is not null) as company_email_valid, p.company_phone, p.time_zone, p.source, p.state,
  ${named(sql`became.id`, personName('became'))} as contact, ${named(sql`became_firm.id`, sql`became_firm.name`)} as company, p.converted_at,
  ${common('lead')}`;
export const LEAD_TABLES = sql`lead as p left join contact became on became.id = p.converted_contact_id
  left join company became_firm on became_firm.id = p.converted_company_id`;

/** What a list or a page shows of an asset; over `p` (asset), `kind` (its type) and its owners `keeper` and `firm`. */
export const ASSET_COLUMNS = sql`p.id, ${named(sql`kind.id`, sql`kind.name`)} as type, p.name, p.identifier,
  ${named(sql`keeper.id`, personName('keeper'))} as contact, ${named(sql`firm.id`, sql`firm.name`)} as company, p.acquired_on, p.disposed_on, p.tags,
  p.custom, p.created_at, p.updated_at`;
export const ASSET_TABLES = sql`asset as p join asset_type kind on kind.id = p.type_id left join contact keeper on keeper.id = p.contact_id
  left join company firm on firm.id = p.company_id`;

const escaped = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

const SEARCHED: Record<CrmEntity, RawBuilder<string>> = {
  contact: sql`concat_ws(' ', p.first_name, p.last_name, p.email, p.phone, firm.name)`,
  company: sql`concat_ws(' ', p.name, p.organisation_number, p.vat_id, p.email, p.phone, p.city)`,
  lead: sql`concat_ws(' ', p.first_name, p.last_name, p.email, p.phone, p.company_name, p.company_email)`,
  asset: sql`concat_ws(' ', p.name, p.identifier, p.identifier_key, keeper.last_name, keeper.first_name, firm.name)`,
};

/** Also found by a further address. Not correlated, so that it is looked up once for the whole list. */
const furtherHas = (entity: CrmEntity, like: string) =>
  entity === 'asset'
    ? sql``
    : sql` or p.id in (select a.party_id from further_address a where a.party_kind = ${sql.lit(entity)} and a.address ilike ${like})`;

/** Every word of the search stands somewhere in what names the record. */
export const searched = (entity: CrmEntity, search: string | undefined): RawBuilder<boolean> => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return sql<boolean>`true`;
  const found = words.map(
    (word) => sql`(${SEARCHED[entity]} ilike ${escaped(word)}${furtherHas(entity, escaped(word))})`,
  );
  return sql<boolean>`(${sql.join(found, sql` and `)})`;
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
