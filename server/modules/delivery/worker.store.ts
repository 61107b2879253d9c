import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { WaitReason } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';

export const registerWorker = async (db: Db, workerId: string, version: string): Promise<void> => {
  await sql`insert into worker (id, host, pid, version) values (${workerId}, ${hostname()}, ${process.pid}, ${version})`.execute(
    db,
  );
};

export interface Condition {
  clock: Date;
  waitsFor: WaitReason | null;
}

/** Nothing goes by this worker's clock; how far it is off is noted for those who look after the computer, as is a full disk. */
export const heartbeat = async (db: Db, workerId: string, { clock, waitsFor }: Condition): Promise<void> => {
  await sql`
    update worker set heartbeat_at = now(), waits_for = ${waitsFor},
      clock_ahead_ms = greatest(-2e9, least(2e9, extract(epoch from ${clock}::timestamptz - now()) * 1000))::int
    where id = ${workerId}`.execute(db);
};

/** After this, the worker's leases are nobody's; an intent it was just committing is waited for. */
export const signOffWorker = async (db: Db, workerId: string): Promise<void> => {
  await sql`
    update chunk set lease_until = null, worker_id = null where (run_id, chunk_no) in (
      select run_id, chunk_no from chunk where worker_id = ${workerId} and lease_until is not null for update)`.execute(
    db,
  );
  await sql`update worker set stopped_at = now() where id = ${workerId} and stopped_at is null`.execute(db);
};

/** The host of a live worker that may not send yet, because nobody who knows this database has vouched for it. */
export const findStranger = async (db: Db): Promise<string | null> => {
  const { rows } = await sql<{ host: string }>`
    select host from worker where stopped_at is null and heartbeat_at > now() - interval '30 seconds' and not trusted
      and (select epoch from instance) > 0
      and not exists (select from worker where stopped_at is null and heartbeat_at > now() - interval '30 seconds' and trusted)
    order by started_at limit 1`.execute(db);
  return rows[0]?.host ?? null;
};

/** What a live worker waits for, if any does. */
export const findWaiting = async (db: Db): Promise<{ reason: WaitReason; host: string } | null> => {
  const { rows } = await sql<{ reason: WaitReason; host: string }>`
    select waits_for as reason, host from worker
    where waits_for is not null and stopped_at is null and heartbeat_at > now() - interval '30 seconds'
    order by started_at limit 1`.execute(db);
  return rows[0] ?? null;
};

export interface Notice {
  runId: string;
  state: string;
  /** Drawn under the gate lock by the pause or stop. */
  gateSeq: string | null;
}

/** What the runs this worker has in hand are now. */
export const readNotices = async (db: Db, runIds: readonly string[]): Promise<Notice[]> => {
  const { rows } =
    await sql<Notice>`select id as run_id, state, gate_seq from run where id = any(${runIds}::bigint[])`.execute(db);
  return rows;
};

/** The worker has taken note of everything up to this gate_seq: it begins nothing any more that was forbidden by then. */
export const acknowledge = async (db: Db, workerId: string, gateSeq: string): Promise<void> => {
  await sql`update worker set notice_seen = greatest(notice_seen, ${gateSeq}::bigint) where id = ${workerId}`.execute(
    db,
  );
};

/** Workers that hold a chunk of the run and have not yet taken note. */
export const countUnaware = async (db: Db, runId: string, gateSeq: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct w.id)::int as count from chunk c join worker w on w.id = c.worker_id
    where c.run_id = ${runId} and c.lease_until > now() and w.stopped_at is null and w.notice_seen < ${gateSeq}::bigint`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
};
