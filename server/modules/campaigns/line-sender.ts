import { type RawBuilder, sql } from 'kysely';
import type { Action } from '../../../contract/campaigns.ts';

/**
 * Who a recipient line is from, as a join for a query over the alias `line` (party_kind, party_id, company_id): afterwards `sender.name` and
 * `sender.email` are the person's, or null where the account's own From must do. A sender who was disabled is replaced by the campaign's
 * owner; a person without an account manager has his firm's.
 */
export const joinLineSender = (
  policy: Action['senderPolicy'],
  campaign: { ownerId: string; createdBy: string },
): RawBuilder<unknown> => {
  const first = {
    creator: sql`select ${campaign.createdBy}::uuid as id, 1 as rank`,
    owner: sql`select ${campaign.ownerId}::uuid as id, 1 as rank`,
    account_manager: sql`
      select c.account_manager_id, 1 from contact c where line.party_kind = 'contact' and c.id = line.party_id
      union all select k.account_manager_id, 2 from company k
        where k.id = case line.party_kind when 'company' then line.party_id else line.company_id end`,
  }[policy];
  return sql`left join lateral (
    select u.name, u.email from (${first} union all select ${campaign.ownerId}::uuid, 9) candidate (id, rank)
    join app_user u on u.id = candidate.id and u.disabled_at is null
    order by candidate.rank limit 1) sender on true`;
};
