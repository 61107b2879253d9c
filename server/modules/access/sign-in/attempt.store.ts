import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { FAILURE_WINDOW_MS, type Failures, pauseBefore } from '../model/slow-down.ts';
import type { Source } from './known-device.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

/**
 * Admits an attempt to prove a password or throws 429 with the seconds to wait. It counts as failed from now on, until `forgive`, so that
 * many at the same moment do not all slip in.
 */
export const admitAttempt = async (
  { db, ids, clock }: Needs,
  account: string,
  source: Source,
  { reply }: Pick<Exchange, 'reply'>,
): Promise<void> => {
  const now = clock.now();
  const since = new Date(now.getTime() - FAILURE_WINDOW_MS);
  const seconds = await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 0))`.execute(tx);
    await sql`delete from sign_in_attempt where id in (
      select id from sign_in_attempt where at < ${since} order by at limit 100 for update skip locked)`.execute(tx);
    const { rows } = await sql<Failures>`
      select count(*)::int as of_account, count(*) filter (where source = ${source.key})::int as of_source,
        max(at) filter (where source = ${source.key}) as last_of_source_at
      from sign_in_attempt where account = ${account} and at >= ${since}`.execute(tx);
    const pause = pauseBefore(rows[0]!, source.known, now);
    if (pause === 0)
      await tx.insertInto('signInAttempt').values({ id: ids.next(), account, source: source.key, at: now }).execute();
    return pause;
  });
  if (seconds === 0) return;
  reply.header('retry-after', seconds);
  throw new DomainError(429, [{ field: null, code: 'too_many_requests', params: { seconds } }]);
};

/** The password was right: what this source failed at before no longer counts. */
export const forgive = async (db: Db, account: string, source: Source): Promise<void> => {
  await db.deleteFrom('signInAttempt').where('account', '=', account).where('source', '=', source.key).execute();
};
