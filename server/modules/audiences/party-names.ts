import { type RawBuilder, sql } from 'kysely';
import { personName } from '../crm/index.ts';

/** The name of the person, firm, lead or asset that the expressions give, as a look-up of one row, under an earlier id too; null when it was deleted. */
export const partyName = (kind: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<string | null> => sql<
  string | null
>`
  case ${kind} when 'contact' then coalesce((select ${personName('contact')} from contact where contact.id = ${id}),
      (select ${personName('contact')} from contact_alias join contact on contact.id = contact_alias.contact_id where contact_alias.old_id = ${id}))
    when 'company' then coalesce((select company.name from company where company.id = ${id}),
      (select company.name from company_alias join company on company.id = company_alias.company_id where company_alias.old_id = ${id}))
    when 'lead' then (select ${personName('lead')} from lead where lead.id = ${id})
    else (select asset.name from asset where asset.id = ${id}) end`;
