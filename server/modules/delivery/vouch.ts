import { sql } from 'kysely';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { getSendingHold as holdEndpoint, vouchForDatabase as vouchEndpoint } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { pauseByItself } from './control-run.ts';
import { findHold, releaseInstance } from './instance.store.ts';
import { findStranger, findWaiting } from './worker.store.ts';

/** Why nothing is sent, if so: the database is older than a worker remembers, no worker knows it, or a disk is full. */
export const getSendingHold = async ({ db }: { db: Db }, actor: Actor): Promise<OutputOf<typeof holdEndpoint>> => {
  authorise(actor, 'campaign.see');
  const hold = await findHold(db);
  if (hold !== null) return { reason: 'database_restored', host: hold.host };
  const stranger = await findStranger(db);
  if (stranger !== null) return { reason: 'unknown_host', host: stranger };
  return (await findWaiting(db)) ?? { reason: null, host: null };
};

/** A person says that this is the database to go on with. Paused campaigns stay paused: each is resumed by itself. */
export const vouchForDatabase = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
): Promise<OutputOf<typeof vouchEndpoint>> => {
  authorise(actor, 'settings.edit');
  // What could not be paused when the backup was found must not go on by this.
  if ((await findHold(db)) !== null) await pauseAll({ db, clock });
  await db.transaction().execute((tx) => releaseInstance(tx, actor.userId, clock.now()));
  return { ok: true };
};

const pauseAll = async (needs: { db: Db; clock: Clock }): Promise<void> => {
  const { rows } = await sql<{ id: RunId }>`select id from run where state = 'sending'`.execute(needs.db);
  for (const { id } of rows) await pauseByItself(needs, id, { code: 'database_restored', params: {} });
};
