import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Standing } from './model/standing.ts';

/** How this database and this worker stand to each other. */
export const loadStanding = async (db: Db, workerId: string): Promise<Standing> => {
  const { rows } = await sql<Omit<Standing, 'epoch'> & { epoch: string }>`
    select i.lineage, i.epoch, i.held is not null as held, coalesce(w.trusted, false) as trusted,
      exists (
        select from worker o where o.id <> ${workerId} and o.trusted and o.stopped_at is null and o.heartbeat_at > now() - interval '30 seconds'
      ) as vouched
    from instance i left join worker w on w.id = ${workerId}`.execute(db);
  const { epoch, ...rest } = rows[0]!;
  return { ...rest, epoch: BigInt(epoch) };
};

export const trustWorker = async (db: Db, workerId: string): Promise<void> => {
  await sql`update worker set trusted = true where id = ${workerId} and not trusted`.execute(db);
};

export const advanceEpoch = async (db: Db): Promise<bigint> => {
  const { rows } = await sql<{ epoch: string }>`update instance set epoch = epoch + 1 returning epoch`.execute(db);
  return BigInt(rows[0]!.epoch);
};

/** True for the call that did it. */
export const holdInstance = async (tx: Tx, host: string, seen: bigint): Promise<boolean> => {
  const { rows } = await sql`
    update instance set held = jsonb_build_object('host', ${host}::text, 'seen', ${seen.toString()}::text)
    where held is null and epoch < ${seen.toString()}::bigint returning 1 as one`.execute(tx);
  return rows.length === 1;
};

/** This database is the right one: it goes on from behind everything any worker has seen, and every worker that lives may send. */
export const releaseInstance = async (tx: Tx, by: string | null, at: Date): Promise<void> => {
  await sql`
    update instance set epoch = greatest(epoch, coalesce((held ->> 'seen')::bigint, 0)) + 1, held = null, vouched_at = ${at}, vouched_by = ${by}`.execute(
    tx,
  );
  await sql`update worker set trusted = true where stopped_at is null and heartbeat_at > now() - interval '1 minute'`.execute(
    tx,
  );
};

export interface Hold {
  host: string;
}

export const findHold = async (db: Db): Promise<Hold | null> => {
  const { rows } = await sql<{ held: Hold | null }>`select held from instance`.execute(db);
  return rows[0]?.held ?? null;
};
