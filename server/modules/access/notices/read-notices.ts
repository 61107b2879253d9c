import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { countNotices as countEndpoint, readNotices as readEndpoint } from '../../../../contract/notices.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Actor } from '../model/may.ts';

/** Everybody's own, whatever their role. */
export const countNotices = async ({ db }: { db: Db }, { userId }: Actor): Promise<OutputOf<typeof countEndpoint>> => {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from notice where user_id = ${userId} and read_at is null`.execute(db);
  return rows[0]!;
};

export const readNotices = async (
  { db, clock }: { db: Db; clock: Clock },
  { userId }: Actor,
  { ids }: InputOf<typeof readEndpoint>,
): Promise<OutputOf<typeof readEndpoint>> => {
  const which = ids === null ? sql`true` : sql`id = any(${ids}::bigint[])`;
  await sql`
    update notice set read_at = ${clock.now()} where user_id = ${userId} and read_at is null and ${which}`.execute(db);
  return { ok: true };
};
