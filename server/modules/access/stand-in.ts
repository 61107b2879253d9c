import { type RawBuilder, sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as contract from '../../../contract/stand-ins.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { authorise } from './authorise.ts';
import type { Actor } from './model/may.ts';
import { getUser } from './user.store.ts';

type Input<E extends keyof typeof contract> = InputOf<(typeof contract)[E]>;
const OK = { ok: true } as const;

/** One's own is one's own; anybody's is for who manages users: whoever fell ill cannot say so himself. */
const authoriseAbsence = (actor: Actor, userId: string): void => {
  if (actor.userId !== userId) authorise(actor, 'user.manage');
};

export const getAbsence = async (
  { db }: { db: Db },
  actor: Actor,
  { userId }: Input<'getAbsence'>,
): Promise<OutputOf<typeof contract.getAbsence>> => {
  authoriseAbsence(actor, userId);
  const { rows } = await sql<NonNullable<OutputOf<typeof contract.getAbsence>['absence']>>`
    select stand_in_id, from_day::text as from, until_day::text as until from absence where user_id = ${userId}`.execute(
    db,
  );
  return { absence: rows[0] ?? null };
};

export const setAbsence = async ({ db }: { db: Db }, actor: Actor, input: Input<'setAbsence'>): Promise<typeof OK> => {
  const { userId, standInId, from, until } = input;
  authoriseAbsence(actor, userId);
  if (until < from) throw new Invalid('until', 'ends_before_start');
  if (standInId === userId) throw new Invalid('standInId', 'stand_in_self');
  if ((await getUser(db, standInId)).disabledAt !== null) throw new Invalid('standInId', 'owner_unknown');
  await sql`
    insert into absence (user_id, stand_in_id, from_day, until_day) values (${userId}, ${standInId}, ${from}, ${until})
    on conflict (user_id) do update set stand_in_id = excluded.stand_in_id, from_day = excluded.from_day, until_day = excluded.until_day`.execute(
    db,
  );
  return OK;
};

export const clearAbsence = async (
  { db }: { db: Db },
  actor: Actor,
  { userId }: Input<'clearAbsence'>,
): Promise<typeof OK> => {
  authoriseAbsence(actor, userId);
  await db.deleteFrom('absence').where('userId', '=', userId).execute();
  return OK;
};

/** For the SQL of other modules: who does the work of the user whose id the expression gives today; himself unless he is away. Stand-ins have none of their own. */
export const presentUser = (id: RawBuilder<unknown>): RawBuilder<string | null> => sql<string | null>`coalesce((
  select absence.stand_in_id from absence join app_user stand_in on stand_in.id = absence.stand_in_id and stand_in.disabled_at is null
  cross join (select time_zone from installation) here
  where absence.user_id = ${id} and (now() at time zone here.time_zone)::date between absence.from_day and absence.until_day), ${id})`;
