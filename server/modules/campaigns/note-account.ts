import { type RawBuilder, sql } from 'kysely';

/**
 * The id of the account by which Fanfare writes to its own users about a campaign: the one that this action sends by, else one that mails the
 * campaign, else any that leaves this machine, else any.
 */
export const noteAccount = (
  campaignId: RawBuilder<unknown>,
  actionId: RawBuilder<unknown> = sql`null::uuid`,
): RawBuilder<string | null> => sql`(
  select s.id from sending_account s left join action a on a.sending_account_id = s.id and a.campaign_id = ${campaignId}
  where s.channel = 'email' and s.direction = 'sending' and s.archived_at is null and s.paused_at is null and s.from_address is not null
  order by (a.id = ${actionId}) is not true, a.id is null, s.nature = 'local', s.created_at limit 1)`;
