import { type RawBuilder, sql } from 'kysely';
import { personName } from './party-name.ts';

interface BilledFragment {
  joins: RawBuilder<unknown>;
  /** Whom a document is made out to, as JSON: name, company, street, postalCode, city, country, vatId, email. */
  buyer: RawBuilder<unknown>;
  country: RawBuilder<string | null>;
  /** Null where no firm is behind the party. */
  firmId: RawBuilder<string | null>;
  hasVatId: RawBuilder<boolean>;
  /** A firm is billed, or a lead that names one. */
  isFirm: RawBuilder<boolean>;
  /** Without these no invoice can be made out. */
  hasAddress: RawBuilder<boolean>;
  /** Within how many days the firm is used to paying; null: as the invoice says. */
  paymentDays: RawBuilder<number | null>;
  language: RawBuilder<string | null>;
}

/** How the party of a line (`party_kind`, `party_id`, `company_id`) is billed: its firm's billing data, then the firm's own, then the person's. */
export const billedParty = (line: string): BilledFragment => {
  const of = (column: string) => sql.ref(`${line}.${column}`);
  const first = (billing: string, column: string) =>
    sql<
      string | null
    >`coalesce(nullif(billed_firm.billing ->> ${sql.lit(billing)}, ''), nullif(${sql.ref(`billed_firm.${column}`)}, ''),
      nullif(${sql.ref(`billed_person.${column}`)}, ''), nullif(${sql.ref(`billed_lead.${column}`)}, ''))`;
  const country = first('country', 'country');
  const person = sql`case ${of('party_kind')} when 'contact' then ${personName('billed_person')} when 'lead' then ${personName('billed_lead')} end`;
  return {
    joins: sql`
      left join contact billed_person on ${of('party_kind')} = 'contact' and billed_person.id = ${of('party_id')}
      left join lead billed_lead on ${of('party_kind')} = 'lead' and billed_lead.id = ${of('party_id')}
      left join company billed_firm on billed_firm.id = case ${of('party_kind')} when 'company' then ${of('party_id')} else ${of('company_id')} end`,
    buyer: sql`jsonb_build_object('name', ${person},
      'company', coalesce(nullif(billed_firm.billing ->> 'name', ''), billed_firm.name, billed_lead.company_name),
      'street', ${first('street', 'street')}, 'postalCode', ${first('postalCode', 'postal_code')}, 'city', ${first('city', 'city')},
      'country', ${country}, 'vatId', billed_firm.vat_id, 'email', ${first('email', 'email')})`,
    country,
    firmId: sql<string | null>`billed_firm.id`,
    hasVatId: sql<boolean>`(nullif(billed_firm.vat_id, '') is not null)`,
    isFirm: sql<boolean>`(billed_firm.id is not null or nullif(billed_lead.company_name, '') is not null)`,
    hasAddress: sql<boolean>`(${first('street', 'street')} is not null and ${first('city', 'city')} is not null)`,
    paymentDays: sql<number | null>`(billed_firm.billing ->> 'paymentDays')::int`,
    language: sql`coalesce(billed_person.language, billed_lead.language, billed_firm.language)`,
  };
};
