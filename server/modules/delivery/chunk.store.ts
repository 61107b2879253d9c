import { type RawBuilder, sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { otherAccounts } from '../campaigns/index.ts';
import { CHUNK_LINES } from './model/chunk-lines.ts';

export const LEASE_SECONDS = 60;

/** A line's chunk is known from its number. */
export const chunkNoOf = (no: number): number => Math.floor((no - 1) / CHUNK_LINES);
export const chunkOf = (no: RawBuilder<unknown>): RawBuilder<number> => sql`((${no} - 1) / ${sql.lit(CHUNK_LINES)})`;

/**
 * A line's number where lines are laid out by place: each place begins at the first number of a chunk, so that a chunk opens and closes for
 * all of its lines at once. `n` counts from 1 within verdict, time zone and country; numbers are left out for it.
 */
export const noByPlace = (() => {
  const size = sql.lit(CHUNK_LINES);
  const chunk = sql`dense_rank() over (order by verdict desc, time_zone, country, (n - 1) / ${size})`;
  return sql<number>`(${chunk} - 1) * ${size} + (n - 1) % ${size} + 1`;
})();

export interface Lease {
  runId: RunId;
  chunkNo: number;
  firstNo: number;
  lastNo: number;
  /** Grows with every lease: a worker that lost its chunk is told by it. */
  fence: string;
  /** Nobody leased it before, and nothing of it is told: its lines have neither intents nor outcomes. */
  untold: boolean;
  /** Until the send window closes; null: never. */
  openMs: number | null;
}

/**
 * Cuts the planned lines of a sealed run into chunks. Of a list that is not laid out by place they are numbered from 1 without a gap: it
 * need not be read for that, however long it is.
 */
export const writeChunks = async (tx: Tx, runId: RunId, dueAt: RawBuilder<unknown>): Promise<void> => {
  const size = sql.lit(CHUNK_LINES);
  const { numAffectedRows } = await sql`
    insert into chunk (run_id, chunk_no, first_no, last_no, total, open, due_at)
    select id, no, no * ${size} + 1, no * ${size} + lines, lines, lines, ${dueAt}
    from run cross join generate_series(0, (planned - 1) / ${size}) no cross join lateral (select least(${size}, planned - no * ${size}) as lines) one
    where id = ${runId} and planned > 0 and (terms ->> 'byPlace')::boolean is false`.execute(tx);
  if (numAffectedRows) return;
  await sql`
    insert into chunk (run_id, chunk_no, first_no, last_no, total, open, due_at, time_zone, country)
    select run_id, ${chunkOf(sql`no`)}, min(no), max(no), count(*), count(*), ${dueAt}, min(time_zone), min(country)
    from recipient where run_id = ${runId} and verdict = 'planned'
    group by 1, 2`.execute(tx);
};

/** Its send window is open. */
const isOpen = sql<boolean>`(c.closes_at is null or c.opens_at <= now() and now() < c.closes_at)`;

/**
 * Free to be leased: its window is open, and nobody holds it, or this worker does by the database but no longer by its own count (its
 * answer was lost). What it still has in hand it does not lease again, whatever became of the lease: a slot is at it.
 */
const isFree = (workerId: string, inHand: readonly Lease[]): RawBuilder<boolean> => sql`(${isOpen}
  and (coalesce(c.lease_until, '-infinity') <= now() or c.worker_id = ${workerId})
  and (c.run_id, c.chunk_no) not in (
    select run_id, chunk_no
    from unnest(${inHand.map((l) => l.runId)}::bigint[], ${inHand.map((l) => l.chunkNo)}::int[]) as held (run_id, chunk_no)))`;

/** One of its accounts may send: no limit is reached, and the server has not asked us to wait. A test only respects the server's wish. */
const mayLeave = sql<boolean>`exists (
  select from (select r.sending_account_id as id union all ${otherAccounts(sql`r.action_id`)}) account
  where not exists (
    select from pace p where p.account_id = account.id and p.scope = 'account'
      and greatest(p.held_until, case when r.mode <> 'test' then p.free_at end) > now()
  )
)`;

/** A run with something due that no worker has in hand. */
export const somebodyWaits = async (db: Db): Promise<boolean> => {
  const { rows } = await sql`
    select from run r where r.state = 'sending' and ${mayLeave}
      and exists (select from chunk c where c.run_id = r.id and c.open > 0 and c.due_at <= now() and ${isOpen})
      and not exists (select from chunk c where c.run_id = r.id and c.open > 0 and c.lease_until > now())
    limit 1`.execute(db);
  return rows.length > 0;
};

/** How a worker stands that asks for a chunk. */
export interface Hands {
  /** What it is sending now. */
  inHand: readonly Lease[];
  /** Runs that it has served, the longest ago first. */
  served: readonly string[];
  /** Runs of which it has all that it can draw from. */
  enough: readonly string[];
}

const EMPTY_HANDS: Hands = { inHand: [], served: [], enough: [] };

/**
 * Runs with something due. Tests come first, then those with the fewest leased chunks, then those that this worker has served the
 * longest ago, so that parallel campaigns share.
 */
const runsWithWork = async (db: Db, free: RawBuilder<boolean>, { served, enough }: Hands): Promise<RunId[]> => {
  const { rows } = await sql<{ id: RunId }>`
    select r.id from run r
    cross join lateral (
      select count(*) filter (where c.lease_until > now()) as leased,
        count(*) filter (where c.due_at <= now() and ${free}) as due
      from chunk c where c.run_id = r.id and c.open > 0
    ) c
    where r.state = 'sending' and c.due > 0 and r.id <> all(${enough}::bigint[]) and ${mayLeave}
    order by r.mode <> 'test', c.leased, array_position(${served}::bigint[], r.id) nulls first, r.sealed_at`.execute(
    db,
  );
  return rows.map((row) => row.id);
};

/** Chosen once, by itself: within `in (…)` the choice is made again for each chunk where the database expects few, and all are leased at once. */
const leaseIn = async (
  db: Db,
  runId: RunId,
  workerId: string,
  free: RawBuilder<boolean>,
): Promise<Lease | undefined> => {
  const { rows } = await sql<Lease>`
    with next as materialized (
      select run_id, chunk_no from chunk c
      where run_id = ${runId} and open > 0 and due_at <= now() and ${free}
      order by due_at, chunk_no limit 1 for update skip locked
    )
    update chunk set worker_id = ${workerId}, fence = fence + 1, lease_until = now() + ${sql.lit(LEASE_SECONDS)} * interval '1 second'
    from next where chunk.run_id = next.run_id and chunk.chunk_no = next.chunk_no and chunk.run_id = ${runId}
    returning chunk.run_id, chunk.chunk_no, first_no, last_no, fence, fence = 1 and open = total as untold, (extract(epoch from closes_at - now()) * 1000)::float8 as open_ms`.execute(
    db,
  );
  return rows[0];
};

export const leaseChunk = async (db: Db, workerId: string, hands: Hands = EMPTY_HANDS): Promise<Lease | undefined> => {
  const free = isFree(workerId, hands.inHand);
  for (const runId of await runsWithWork(db, free, hands)) {
    const lease = await leaseIn(db, runId, workerId, free);
    if (lease) return lease;
  }
  return undefined;
};

/** Answers the leases that still hold. */
export const renewLeases = async (db: Db, workerId: string, leases: readonly Lease[]): Promise<Set<string>> => {
  const { rows } = await sql<{ runId: string; chunkNo: number }>`
    update chunk c set lease_until = now() + ${sql.lit(LEASE_SECONDS)} * interval '1 second'
    from unnest(${leases.map((l) => l.runId)}::bigint[], ${leases.map((l) => l.chunkNo)}::int[], ${leases.map((l) => l.fence)}::bigint[])
      as held (run_id, chunk_no, fence)
    where c.run_id = held.run_id and c.chunk_no = held.chunk_no and c.fence = held.fence and c.worker_id = ${workerId}
    returning c.run_id, c.chunk_no`.execute(db);
  return new Set(rows.map((row) => leaseName(row)));
};

export const leaseName = (lease: { runId: string; chunkNo: number }): string => `${lease.runId}/${lease.chunkNo}`;

/** Until when (milliseconds of database time) lines wait that could not go for their account's or domain's sake. */
export type Waits = ReadonlyMap<number, number>;

/** Of a run in which all that is left waits, so many chunks a second are looked at: each is due the later, the more there are. */
const LOOKS_A_SECOND = 5;

/**
 * Gives the chunk back; what is deferred or waits in it says when it is due again. Intents nobody has settled yet are looked at in a
 * minute. `idle`: nothing of it could go.
 */
export const giveBack = async (db: Db, workerId: string, lease: Lease, waits: Waits, idle: boolean): Promise<void> => {
  const held = sql`run_id = ${lease.runId} and chunk_no = ${lease.chunkNo} and fence = ${lease.fence} and worker_id = ${workerId}`;
  // Nearly always all of it is settled, and nobody need look through its lines.
  const { rows } = await sql`
    update chunk set lease_until = null, worker_id = null, due_at = now() where ${held} and open = 0 returning 1 as one`.execute(
    db,
  );
  if (rows.length > 0) return;
  const rest = idle
    ? sql`(select count(*) from chunk where run_id = ${lease.runId} and open > 0) * interval '1 second' / ${sql.lit(LOOKS_A_SECOND)}`
    : sql`interval '0'`;
  await sql`
    update chunk set lease_until = null, worker_id = null, due_at = case when open = 0 then now() else ${rest} + coalesce((
      select min(greatest(w.until, coalesce(o.next_at, now() + case when a.no is null then interval '0' else interval '1 minute' end)))
      from recipient r
      left join (select no, to_timestamp(until / 1000) as until from unnest(${[...waits.keys()]}::int[], ${[...waits.values()]}::float8[]) as w (no, until)) w
        on w.no = r.no
      left join lateral (select state, next_at, attempt_no from outcome where run_id = r.run_id and no = r.no order by seq desc limit 1) o on true
      left join lateral (
        select no from attempt t where t.run_id = r.run_id and t.no = r.no and t.released_at is null and t.attempt_no is distinct from o.attempt_no
        order by attempt_no desc limit 1
      ) a on true
      where r.run_id = ${lease.runId} and r.no between ${lease.firstNo} and ${lease.lastNo} and r.verdict = 'planned'
        and (o.state is null or o.state = 'deferred')
    ), now()) end
    where ${held}`.execute(db);
};
