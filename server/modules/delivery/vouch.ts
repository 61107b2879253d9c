import type { OutputOf } from '../../../contract/endpoint.ts';
import type { getSendingHold as holdEndpoint, vouchForDatabase as vouchEndpoint } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
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
  await db.transaction().execute((tx) => releaseInstance(tx, actor.userId, clock.now()));
  return { ok: true };
};
