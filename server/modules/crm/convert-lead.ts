import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/leads.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type ShownLead, showLead } from './lead.views.ts';
import { getLeadForUpdate } from './leads.ts';
import { withKnownReferences } from './party-input.ts';
import { personName } from './party-name.ts';

/** A lead that became a customer. What hangs on the lead's office address belongs to the company, the rest to the person, if there is one. */
export interface ConvertedLead {
  leadId: string;
  contactId: string | null;
  companyId: string | null;
  /** The keys of the firm's own address and number. */
  officeKeys: readonly string[];
}

/** What later modules do when a lead becomes a customer; called in its transaction. */
export type LeadHook = (tx: Tx, converted: ConvertedLead) => Promise<void>;

const MOST = 10;

/** The customers a lead may already be: by address and number, companies also by name. The surest first. */
export const suggestConversion = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.suggestConversion>,
): Promise<OutputOf<typeof api.suggestConversion>> => {
  authorise(actor, 'crm.see');
  const lead = await showLead(db, id);
  const further = (
    kind: string,
    key: string,
  ) => sql`exists (select from further_address a where a.party_kind = ${kind} and a.party_id = c.id
    and a.address_key in (${sql.ref(key)}))`;
  const { rows: contacts } = await sql<{ id: never; name: string; detail: string | null; by: 'email' | 'phone' }>`
    select c.id, ${personName('c')} as name, coalesce(c.email, c.phone) as detail,
      case when c.email_key = l.email_key or ${further('contact', 'l.email_key')} then 'email' else 'phone' end as by
    from lead l join contact c on c.email_key = l.email_key
      or c.id in (select a.party_id from further_address a where a.party_kind = 'contact' and a.address_key in (l.email_key, l.phone_key))
      or l.email_key is null and c.phone_key = l.phone_key
    where l.id = ${lead.id} order by by, c.created_at, c.id limit ${MOST}`.execute(db);
  const { rows: companies } = await sql<{ id: never; name: string; detail: string | null; by: 'email' | 'name' }>`
    select c.id, c.name, coalesce(c.organisation_number, c.city) as detail,
      case when c.email_key in (l.company_email_key, l.email_key) then 'email' else 'name' end as by
    from lead l join company c on c.email_key in (l.company_email_key, l.email_key) or lower(c.name) = lower(l.company_name)
    where l.id = ${lead.id} order by by, c.created_at, c.id limit ${MOST}`.execute(db);
  return { contacts, companies };
};

const PLACE = ['street', 'postal_code', 'city', 'country', 'language', 'account_manager_id'] as const;
const PERSON = ['title', 'time_zone', ...PLACE] as const;

const list = (columns: readonly string[], alias?: string) =>
  sql.join(columns.map((column) => sql.ref(alias ? `${alias}.${column}` : column)));

/** Fills what is empty, column by column; an address and its key go together. Tags are added, custom values only where there are none. */
const fill = async (tx: Tx, table: 'contact' | 'company', id: string, leadId: string, now: Date): Promise<void> => {
  const columns = table === 'contact' ? PERSON : PLACE;
  const [email, phone] = table === 'contact' ? ['email', 'phone'] : ['company_email', 'company_phone'];
  const filled = columns.map(
    (column) => sql`${sql.ref(column)} = coalesce(c.${sql.ref(column)}, l.${sql.ref(column)})`,
  );
  const reach = [
    ['email', email],
    ['phone', phone],
  ].flatMap(([own, theirs]) =>
    ['', '_key'].map(
      (end) =>
        sql`${sql.ref(own + end)} = case when c.${sql.ref(String(own))} is null then l.${sql.ref(theirs + end)} else c.${sql.ref(own + end)} end`,
    ),
  );
  const { numAffectedRows } = await sql`update ${sql.table(table)} c set ${sql.join([...filled, ...reach])},
      tags = array(select tag from unnest(c.tags || l.tags) with ordinality as one (tag, place) group by tag order by min(place)),
      updated_at = ${now}
    from lead l where l.id = ${leadId} and c.id = ${id}`.execute(tx);
  if (numAffectedRows === 0n) throw new Invalid(table, table === 'contact' ? 'unknown_contact' : 'unknown_company');
};

const newCompany = async (tx: Tx, id: string, leadId: string, now: Date): Promise<void> => {
  const { numAffectedRows } =
    await sql`insert into company (id, name, email, email_key, phone, phone_key, ${list(PLACE)}, tags, created_at, updated_at)
    select ${id}::uuid, l.company_name, l.company_email, l.company_email_key, l.company_phone, l.company_phone_key, ${list(PLACE, 'l')}, l.tags, ${now}::timestamptz, ${now}::timestamptz
    from lead l where l.id = ${leadId} and l.company_name is not null`.execute(tx);
  if (numAffectedRows === 0n) throw new Invalid('company', 'company_name_needed');
};

/** Custom values whose key and type the contact's fields have too go along. */
const sharedCustom = sql`(select coalesce(jsonb_object_agg(v.key, v.value), '{}') from jsonb_each(l.custom) v
  join custom_field own on own.entity = 'lead' and own.key = v.key
  join custom_field theirs on theirs.entity = 'contact' and theirs.key = v.key and theirs.type = own.type
    and theirs.options = own.options and theirs.archived_at is null)`;

const newContact = async (tx: Tx, id: string, leadId: string, now: Date): Promise<void> => {
  await sql`insert into contact (id, first_name, last_name, email, email_key, phone, phone_key, ${list(PERSON)}, tags, custom, created_at, updated_at)
    select ${id}::uuid, l.first_name, l.last_name, l.email, l.email_key, l.phone, l.phone_key, ${list(PERSON, 'l')}, l.tags, ${sharedCustom}, ${now}::timestamptz, ${now}::timestamptz
    from lead l where l.id = ${leadId}`.execute(tx);
  await sql`insert into further_address (id, party_kind, party_id, kind, label, address, address_key, position)
    select gen_random_uuid(), 'contact', ${id}::uuid, kind, label, address, address_key, position from further_address
    where party_kind = 'lead' and party_id = ${leadId}`.execute(tx);
};

type Choice = InputOf<typeof api.convertLead>['contact'] | InputOf<typeof api.convertLead>['company'];

export const convertLead = async (
  { db, ids, clock, leadHooks }: { db: Db; ids: Ids; clock: Clock; leadHooks: readonly LeadHook[] },
  actor: Actor,
  { id, contact, company }: InputOf<typeof api.convertLead>,
): Promise<ShownLead> => {
  authorise(actor, 'crm.edit');
  if (contact === 'none' && company === 'none') throw new Invalid('contact', 'lead_becomes_nothing');
  const now = clock.now();
  const idOf = (choice: Choice): string | null => {
    if (choice === 'none') return null;
    return choice === 'new' ? ids.next() : choice;
  };
  await db.transaction().execute(async (tx) => {
    const lead = await getLeadForUpdate(tx, id);
    if (lead.state !== 'open') throw new Conflict(lead.state === 'lost' ? 'lead_lost' : 'lead_converted');
    const [contactId, companyId] = [idOf(contact), idOf(company)];
    if (companyId)
      await (company === 'new' ? newCompany(tx, companyId, id, now) : fill(tx, 'company', companyId, id, now));
    if (contactId)
      await (contact === 'new' ? newContact(tx, contactId, id, now) : fill(tx, 'contact', contactId, id, now));
    if (contactId && companyId)
      await sql`update contact set company_id = ${companyId} where id = ${contactId} and company_id is null`.execute(
        tx,
      );
    await withKnownReferences(() =>
      tx
        .updateTable('lead')
        .set({
          state: 'converted',
          convertedContactId: contactId,
          convertedCompanyId: companyId,
          convertedAt: now,
          updatedAt: now,
        })
        .where('id', '=', id)
        .execute(),
    );
    const officeKeys = [lead.companyEmailKey, lead.companyPhoneKey].filter((key) => key !== null);
    for (const hook of leadHooks) await hook(tx, { leadId: id, contactId, companyId, officeKeys });
  });
  return showLead(db, id);
};
