import { type RawBuilder, sql } from 'kysely';

/**
 * The party of a recipient line as it is at this moment, over the alias `line` (party_kind, party_id, role). A merged contact is
 * found under the id it now has. `joins` goes into the statement's FROM clause, the expressions anywhere after it.
 */
export const presentParty = {
  joins: sql`
    left join contact_alias present_alias on line.party_kind = 'contact' and present_alias.old_id = line.party_id
    left join contact present_contact on line.party_kind = 'contact' and present_contact.id = coalesce(present_alias.contact_id, line.party_id)
    left join company_alias present_firm_alias on line.party_kind = 'company' and present_firm_alias.old_id = line.party_id
    left join company present_company on present_company.id = case line.party_kind
      when 'company' then coalesce(present_firm_alias.company_id, line.party_id) when 'contact' then case line.role when 'office' then present_contact.company_id end end
    left join lead_alias present_lead_alias on line.party_kind = 'lead' and present_lead_alias.old_id = line.party_id
    left join lead present_lead on line.party_kind = 'lead' and present_lead.id = coalesce(present_lead_alias.lead_id, line.party_id)`,

  gone: sql<boolean>`(case line.party_kind when 'contact' then present_contact.id is null when 'company' then present_company.id is null
    else present_lead.id is null end)`,

  /** The normalised address the channel would use now: the person's own, or the firm's where the line goes to the office. */
  addressKey(channel: string): RawBuilder<string | null> {
    const column = channel === 'email' ? 'email_key' : 'phone_key';
    const own = sql.ref(`present_contact.${column}`);
    const firm = sql.ref(`present_company.${column}`);
    const lead = sql`case line.role when 'own' then ${sql.ref(`present_lead.${column}`)} else ${sql.ref(`present_lead.company_${column}`)} end`;
    return sql`(case when line.party_kind = 'lead' then ${lead} when line.party_kind = 'contact' and line.role = 'own' then ${own} else ${firm} end)`;
  },
};
