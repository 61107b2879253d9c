import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import { byKey } from '../../platform/database/by-key.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { chunkNoOf, chunkOf } from './chunk.store.ts';

export type FinalState = 'sent' | 'failed' | 'unknown' | 'dropped';

export interface NewOutcome {
  no: number;
  /** Null for what never was tried (dropped). */
  attemptNo: number | null;
  state: FinalState | 'deferred';
  reason: string | null;
  reply: string | null;
  /** Seconds of database time until the next try; only with `deferred`. */
  retryInSeconds: number | null;
}

/**
 * Appends outcomes, moves the chunks' counters and notes whom we reached, in the caller's transaction. The state a line leaves is
 * read here, under the chunk's row lock, so that doing it twice changes nothing: an attempt that has its outcome keeps it, only
 * `unknown` may still become `sent` or `failed`.
 */
export const appendOutcomes = async (
  tx: Tx,
  runId: RunId | string,
  outcomes: readonly NewOutcome[],
  decidedBy: string | null = null,
): Promise<number> => {
  if (outcomes.length === 0) return 0;
  const given = sql`unnest(${outcomes.map((o) => o.no)}::int[], ${outcomes.map((o) => o.attemptNo)}::int[], ${outcomes.map((o) => o.state)}::text[],
    ${outcomes.map((o) => o.reason)}::text[], ${outcomes.map((o) => o.reply?.replaceAll('\u0000', '') ?? null)}::text[],
    ${outcomes.map((o) => o.retryInSeconds)}::int[]) as given (no, attempt_no, state, reason, reply, wait)`;
  await lockChunks(
    tx,
    runId,
    outcomes.map((o) => o.no),
  );
  const { rows } = await sql<{ added: number }>`
    with run as materialized (
      select channel, coalesce(terms -> 'gate' ->> 'purposeClass', 'marketing') as purpose_class from run where id = ${runId} and mode <> 'test'
    ), last as (
      select given.no, given.attempt_no, given.state, given.reason, given.reply, given.wait, coalesce(o.seq, 0) as seq, o.state as before
      from ${given}
      left join lateral (select seq, state, attempt_no from outcome where run_id = ${runId} and no = given.no order by seq desc limit 1) o on true
      where o.state is null
        or (o.state = 'deferred' and o.attempt_no is distinct from given.attempt_no)
        or (o.state = 'unknown' and given.state in ('sent', 'failed'))
    ), added as (
      insert into outcome (run_id, no, seq, attempt_no, state, reason, reply, next_at, decided_by)
      select ${runId}, no, seq + 1, attempt_no, state, reason, reply, now() + wait * interval '1 second', ${decidedBy} from last
      on conflict do nothing
      returning no, state
    ), moved as (
      select c.chunk_no,
        count(*) filter (where l.before is null or l.before = 'deferred') - count(*) filter (where a.state = 'deferred') as closed,
        count(*) filter (where a.state = 'deferred') - count(*) filter (where l.before = 'deferred') as deferred,
        count(*) filter (where a.state = 'sent') as sent,
        count(*) filter (where a.state = 'failed') as failed,
        count(*) filter (where a.state = 'dropped') as dropped,
        count(*) filter (where a.state = 'unknown') - count(*) filter (where l.before = 'unknown') as unknown
      from added a join last l on l.no = a.no cross join lateral (select ${chunkOf(sql`a.no`)} as chunk_no) c
      group by c.chunk_no
    ), counted as (
      update chunk c set open = c.open - m.closed, deferred = c.deferred + m.deferred, sent = c.sent + m.sent, failed = c.failed + m.failed,
        unknown = c.unknown + m.unknown, dropped = c.dropped + m.dropped
      from moved m where c.run_id = ${runId} and c.chunk_no = m.chunk_no
    ), touched as (
      insert into touch (party_id, at, run_id, no, party_kind, channel, purpose_class)
      select r.party_id, now(), r.run_id, r.no, r.party_kind, run.channel, run.purpose_class
      from run join added a on a.state = 'sent' join recipient r on r.run_id = ${runId} and r.no = a.no
      on conflict do nothing
    )
    select count(*)::int as added from added`.execute(tx);
  return rows[0]?.added ?? 0;
};

/**
 * Two recorders of one chunk go one after the other, in a fixed order, so that the counters are exact and nobody deadlocks. Intents of
 * the chunk do not wait for them.
 */
const lockChunks = async (tx: Tx, runId: RunId | string, nos: readonly number[]): Promise<void> => {
  await sql`
    select ${byKey} from chunk where run_id = ${runId} and chunk_no = any(${[...new Set(nos.map(chunkNoOf))]}::int[])
    order by chunk_no for no key update`.execute(tx);
};
