import { type RawBuilder, sql } from 'kysely';

interface PlaceFragment {
  joins: RawBuilder<unknown>;
  timeZone: RawBuilder<string | null>;
  country: RawBuilder<string | null>;
}

/** Where the party of a line (`party_kind`, `party_id`, `company_id`) is: its own time zone, and its own country or its company's. */
export const partyPlace = (line: string): PlaceFragment => {
  const of = (column: string) => sql.ref(`${line}.${column}`);
  return {
    joins: sql`
      left join contact place_contact on ${of('party_kind')} = 'contact' and place_contact.id = ${of('party_id')}
      left join lead place_lead on ${of('party_kind')} = 'lead' and place_lead.id = ${of('party_id')}
      left join company place_company on place_company.id = case ${of('party_kind')} when 'company' then ${of('party_id')} else ${of('company_id')} end`,
    timeZone: sql`coalesce(place_contact.time_zone, place_lead.time_zone)`,
    country: sql`coalesce(place_contact.country, place_lead.country, place_company.country)`,
  };
};
