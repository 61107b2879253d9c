import { sql } from 'kysely';

/** `kind, id, name, company_name` of every person and firm: join it on kind and id. */
export const partyNames = sql`
  select 'contact' as kind, contact.id, coalesce(nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), ''), contact.email, '') as name,
    company.name as company_name
  from contact left join company on company.id = contact.company_id
  union all
  select 'company', id, name, null from company`;
