import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type {
  getUnknownFate as fateEndpoint,
  leaveUnknown as leaveEndpoint,
  UnknownFate,
} from '../../../contract/unknown-lines.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { authoriseRun, getCampaignForRun, recordDeed } from '../campaigns/index.ts';
import { getRunRow } from './run.store.ts';
import { showUnknownFate, unknownNos } from './unknown-lines.views.ts';

export const getUnknownFate = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof fateEndpoint>,
): Promise<UnknownFate> => {
  authorise(actor, 'campaign.see');
  await getRunRow(db, id);
  return showUnknownFate(db, id);
};

/** By a named person's decision: nothing of it is sent again, and the ledger goes on saying that nobody knows. */
export const leaveUnknown = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id }: InputOf<typeof leaveEndpoint>,
): Promise<UnknownFate> => {
  await db.transaction().execute(async (tx) => {
    const run = await getRunRow(tx, id);
    authoriseRun(actor, await getCampaignForRun(tx, run.actionId, { forUpdate: true }));
    const now = clock.now();
    const { rows: left } = await sql`
      insert into left_unknown (run_id, no, left_by, left_at)
      select ${id}::bigint, u.no, ${actor.userId}::uuid, ${now} from (${unknownNos(id)}) u
      where not exists (select from retry_of x where x.origin_run = ${id} and x.origin_no = u.no)
      on conflict do nothing returning no`.execute(tx);
    if (left.length === 0) throw new Conflict('not_unknown');
    await recordDeed(tx, actor, run.campaignId, 'left_unknown', now, { lines: left.length });
  });
  return showUnknownFate(db, id);
};
