import { sql } from 'kysely';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { listWorkers } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** Alive: heard of within the last half minute. `sending` counts the chunks in hand. */
export const showWorkers = async (db: Db): Promise<OutputOf<typeof listWorkers>> => {
  const { rows } = await sql<OutputOf<typeof listWorkers>[number]>`
    select w.id, w.host, w.pid, w.started_at, w.heartbeat_at, w.clock_ahead_ms, w.waits_for,
      (select count(*)::int from run r join chunk c on c.run_id = r.id where r.state = 'sending' and c.worker_id = w.id and c.lease_until > now()) as sending
    from worker w where w.stopped_at is null and w.heartbeat_at > now() - interval '30 seconds'
    order by w.started_at`.execute(db);
  return rows;
};
