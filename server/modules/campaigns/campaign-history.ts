import { sql } from 'kysely';
import type { campaignHistory as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';

type Output = OutputOf<typeof endpoint>;

/** Who did what with a campaign, newest first; the cursor is the last entry's id. */
export const campaignHistory = async (
  needs: { db: Db },
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<Output> => {
  authorise(actor, 'campaign.see');
  if (input.after !== undefined && !/^\d{1,18}$/.test(input.after))
    throw new Invalid('after', 'invalid', { reason: 'cursor' });
  const { rows } = await sql<Output['rows'][number]>`
    select h.id::text as id, h.at, h.verb, h.detail, (select u.name from app_user u where u.id = h.user_id) as user
    from campaign_history h
    where h.campaign_id = ${input.id} and (${input.after ?? null}::bigint is null or h.id < ${input.after ?? null}::bigint)
    order by h.id desc limit ${input.limit + 1}`.execute(needs.db);
  const page = rows.slice(0, input.limit);
  return { rows: page, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null, total: null };
};
