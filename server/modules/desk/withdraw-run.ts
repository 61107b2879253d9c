import { WORK_CHANNELS } from '../../../contract/action-work.ts';
import type { withdrawRun as endpoint } from '../../../contract/desk.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { authoriseRun, getCampaignForRun, recordDeed } from '../campaigns/index.ts';
import { withdrawWork } from '../crm/index.ts';
import { getRunRow } from '../delivery/index.ts';

/** A wrong batch is taken back in one step. Nobody is asked to do what was open; what was done was done, and is told. */
export const withdrawRun = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> =>
  db.transaction().execute(async (tx) => {
    const { actionId, campaignId, channel, state } = await getRunRow(tx, id);
    authoriseRun(actor, await getCampaignForRun(tx, actionId, { forUpdate: true }));
    if (!WORK_CHANNELS.includes(channel)) throw new Conflict('run_gives_no_work');
    if (state !== 'finished') throw new Conflict('run_state_impossible', { state });
    const result = await withdrawWork(tx, id, clock.now());
    await recordDeed(tx, actor, campaignId, 'withdrawn', clock.now(), result);
    return result;
  });
