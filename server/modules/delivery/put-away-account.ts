import { sql } from 'kysely';
import type { archiveSendingAccount as endpoint } from '../../../contract/accounts.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { otherAccounts } from '../campaigns/index.ts';
import { archiveSendingAccount } from '../channels/index.ts';

/** Named at most; how many there are is told besides. */
const NAMED = 5;

/** Of a distribution that is on its way nothing but Stop would be left. */
export const putAwayAccount = async (
  needs: { db: Db },
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'account.manage');
  const { rows } = await sql<{ name: string }>`
    select c.name from run r join campaign c on c.id = r.campaign_id
    where r.mode <> 'test' and r.state in ('scheduled', 'sending', 'paused', 'missed')
      and (r.sending_account_id = ${input.id} or ${input.id}::uuid in (${otherAccounts(sql`r.action_id`)}))
    order by c.name, r.id`.execute(needs.db);
  const names = [...new Set(rows.map(({ name }) => name))];
  const campaigns = names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ' …' : '');
  if (rows.length > 0) throw new Conflict('account_under_way', { count: rows.length, campaigns });
  return archiveSendingAccount(needs, actor, input);
};
