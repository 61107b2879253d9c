import { type RawBuilder, sql } from 'kysely';

/** The name of the person or firm that the expressions give, as a look-up of one row; null when it was deleted. */
export const partyName = (kind: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<string | null> => sql<
  string | null
>`
  case ${kind} when 'contact' then (
    select coalesce(nullif(concat_ws(' ', nullif(contact.first_name, ''), nullif(contact.last_name, '')), ''), contact.email, '')
    from contact where contact.id = ${id}
  ) else (select company.name from company where company.id = ${id}) end`;
