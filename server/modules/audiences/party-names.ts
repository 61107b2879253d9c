import { type RawBuilder, sql } from 'kysely';
import { personName } from '../crm/index.ts';

/** The name of the person, firm, lead or asset that the expressions give, as a look-up of one row; null when it was deleted. */
export const partyName = (kind: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<string | null> => sql<
  string | null
>`
  case ${kind} when 'contact' then (select ${personName('contact')} from contact where contact.id = ${id})
    when 'company' then (select company.name from company where company.id = ${id})
    when 'lead' then (select ${personName('lead')} from lead where lead.id = ${id})
    else (select asset.name from asset where asset.id = ${id}) end`;
