import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/pressure.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

export const findPressureRules = async (db: Db | Tx): Promise<api.PressureRule[]> => {
  const { rows } = await sql<api.PressureRule>`
    select id, max_messages, days, channel, purpose_class, active from pressure_rule
    order by max_messages::float / days, days, id`.execute(db);
  return rows;
};

export const listPressureRules = async ({ db }: Pick<Needs, 'db'>, actor: Actor): Promise<api.PressureRule[]> => {
  authorise(actor, 'campaign.see');
  return findPressureRules(db);
};

export const createPressureRule = async (
  { db, ids, clock }: Needs,
  actor: Actor,
  input: InputOf<typeof api.createPressureRule>,
): Promise<{ id: api.PressureRuleId }> => {
  authorise(actor, 'settings.edit');
  const id = ids.next() as api.PressureRuleId;
  const now = clock.now();
  await db
    .insertInto('pressureRule')
    .values({ id, ...input, createdBy: actor.userId, createdAt: now, updatedAt: now })
    .execute();
  return { id };
};

export const updatePressureRule = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  actor: Actor,
  { id, ...change }: InputOf<typeof api.updatePressureRule>,
): Promise<{ ok: true }> => {
  authorise(actor, 'settings.edit');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const { numUpdatedRows } = await db
    .updateTable('pressureRule')
    .set({ ...given, updatedAt: clock.now() })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound('pressure_rule');
  return { ok: true };
};

export const deletePressureRule = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id }: InputOf<typeof api.deletePressureRule>,
): Promise<{ ok: true }> => {
  authorise(actor, 'settings.edit');
  const { numDeletedRows } = await db.deleteFrom('pressureRule').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw new NotFound('pressure_rule');
  return { ok: true };
};
