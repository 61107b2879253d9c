import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import { int4Array, uuidArray } from '../../platform/database/binary-arrays.ts';
import { byKey } from '../../platform/database/by-key.ts';
import { compiledAlong, given, kindsOf, plainArray } from '../../platform/database/compiled.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { chunkNoOf } from './chunk.store.ts';
import { type LineState, mayFollow, movesOf } from './model/moves.ts';

export interface NewOutcome {
  no: number;
  /** Null for what never was tried (dropped). */
  attemptNo: number | null;
  state: LineState;
  reason: string | null;
  reply: string | null;
  /** Seconds of database time until the next try; only with `deferred`. */
  retryInSeconds: number | null;
}

/** Where a line's story stands, and whose it is. */
export interface Story {
  seq: number;
  before: LineState | null;
  partyKind: string;
  partyId: string;
}

export type NextOutcome = NewOutcome & Story;

/** Named one by one: copying objects of several shapes takes ten times as long, once for every message. */
export const follow = (
  { seq, before, partyKind, partyId }: Story,
  { no, attemptNo, state, reason, reply, retryInSeconds }: NewOutcome,
): NextOutcome => ({ no, attemptNo, state, reason, reply, retryInSeconds, seq, before, partyKind, partyId });

/**
 * Writes outcomes that follow what stands, moves the chunks' counters and notes whom we reached, in one statement. In a
 * transaction it leaves with what comes next. Fails with `isOvertaken` where somebody else has told more of a line meanwhile.
 */
export const writeOutcomes = async (
  db: Db | Tx,
  runId: RunId | string,
  outcomes: readonly NextOutcome[],
  decidedBy: string | null = null,
): Promise<void> => {
  if (outcomes.length === 0) return;
  const { kinds, kind } = kindsOf(outcomes, areAlike);
  const plain = (pick: (one: NextOutcome) => number | string | null) => plainArray(kinds.map(pick));
  await write(db, {
    runId,
    decidedBy,
    ...countersOf(outcomes),
    no: int4Array(outcomes.map(({ no }) => no)),
    partyId: uuidArray(outcomes.map(({ partyId }) => partyId)),
    kind: int4Array(kind),
    seq: plain(({ seq }) => seq + 1),
    attemptNo: plain(({ attemptNo }) => attemptNo),
    state: plain(({ state }) => state),
    reason: kinds.map(({ reason }) => reason),
    reply: kinds.map(({ reply }) => reply?.replaceAll('\u0000', '') ?? null),
    wait: plain(({ retryInSeconds }) => retryInSeconds),
    partyKind: plain(({ partyKind }) => partyKind),
  });
};

const areAlike = (a: NextOutcome, b: NextOutcome): boolean =>
  a.seq === b.seq &&
  a.attemptNo === b.attemptNo &&
  a.state === b.state &&
  a.reason === b.reason &&
  a.reply === b.reply &&
  a.retryInSeconds === b.retryInSeconds &&
  a.partyKind === b.partyKind;

const countersOf = (outcomes: readonly NextOutcome[]) => {
  const moves = movesOf(outcomes, chunkNoOf);
  const by = (counter: 'open' | LineState) => plainArray([...moves.values()].map((move) => move[counter]));
  return {
    chunkNo: plainArray([...moves.keys()]),
    open: by('open'),
    deferredLines: by('deferred'),
    sentLines: by('sent'),
    failedLines: by('failed'),
    unknownLines: by('unknown'),
    droppedLines: by('dropped'),
  };
};

const UNIQUE_VIOLATION = '23505';
/** Told twice, the last lines of a chunk are more than were open in it; that is seen before the line itself is. */
const SUMS_OF_CHUNK = 'chunk_sums';

/** The line's story went on meanwhile: what follows has to be judged by where it stands now. */
export const isOvertaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION || constraint === SUMS_OF_CHUNK;
};

/**
 * First the chunks are locked, in a fixed order: two who record for one chunk go one after the other, and nobody deadlocks. Columns are
 * named, because a statement that asks for all of them is never prepared.
 */
const write = compiledAlong(sql`
  with locked as materialized (
    select chunk_no from chunk where run_id = ${given('runId')}::bigint and chunk_no = any(${given('chunkNo')}::int[])
    order by chunk_no for no key update
  ), moved as (
    update chunk c set open = c.open + m.open, deferred = c.deferred + m.deferred, sent = c.sent + m.sent, failed = c.failed + m.failed,
      unknown = c.unknown + m.unknown, dropped = c.dropped + m.dropped
    from unnest(${given('chunkNo')}::int[], ${given('open')}::int[], ${given('deferredLines')}::int[], ${given('sentLines')}::int[],
      ${given('failedLines')}::int[], ${given('unknownLines')}::int[], ${given('droppedLines')}::int[])
      as m (chunk_no, open, deferred, sent, failed, unknown, dropped)
    where c.run_id = ${given('runId')}::bigint and c.chunk_no = m.chunk_no and c.chunk_no in (select chunk_no from locked)
    returning c.chunk_no
  ), told as materialized (
    select no, party_id, (${given('seq')}::int[])[kind] as seq, (${given('attemptNo')}::int[])[kind] as attempt_no,
      (${given('state')}::text[])[kind] as state, (${given('reason')}::text[])[kind] as reason, (${given('reply')}::text[])[kind] as reply,
      (${given('wait')}::int[])[kind] as wait, (${given('partyKind')}::text[])[kind] as party_kind
    from unnest(${given('no')}::int[], ${given('partyId')}::uuid[], ${given('kind')}::int[]) as one (no, party_id, kind)
    where (select count(*) from moved) >= 0
  ), counted as materialized (
    select id, channel, coalesce(terms -> 'gate' ->> 'purposeClass', 'marketing') as purpose_class
    from run where id = ${given('runId')}::bigint and mode <> 'test'
  ), touched as (
    insert into touch (party_id, at, run_id, no, party_kind, channel, purpose_class)
    select told.party_id, now(), counted.id, told.no, told.party_kind, counted.channel, counted.purpose_class
    from counted cross join told where told.state = 'sent'
  )
  insert into outcome (run_id, no, seq, attempt_no, state, reason, reply, next_at, decided_by)
  select ${given('runId')}::bigint, no, seq, attempt_no, state, reason, reply, now() + wait * interval '1 second', ${given('decidedBy')}::uuid from told`);

/** Appends outcomes to lines of which the caller does not know where they stand; what may not follow is left out. Answers how many were added. */
export const appendOutcomes = async (
  tx: Tx,
  runId: RunId | string,
  outcomes: readonly NewOutcome[],
  decidedBy: string | null = null,
): Promise<number> => {
  if (outcomes.length === 0) return 0;
  const stories = await readStories(
    tx,
    runId,
    outcomes.map(({ no }) => no),
  );
  const following = outcomes.flatMap((one) => {
    const story = stories.get(one.no);
    return story !== undefined && mayFollow({ ...story, state: story.before }, one) ? [follow(story, one)] : [];
  });
  await writeOutcomes(tx, runId, following, decidedBy);
  return following.length;
};

/** Read under the locks of the chunks, so that nobody tells more of these lines before the transaction ends. */
const readStories = async (
  tx: Tx,
  runId: RunId | string,
  nos: readonly number[],
): Promise<Map<number, Story & { attemptNo: number | null }>> => {
  await sql`
    select ${byKey} from chunk where run_id = ${runId} and chunk_no = any(${[...new Set(nos.map(chunkNoOf))]}::int[])
    order by chunk_no for no key update`.execute(tx);
  const { rows } = await sql<Story & { no: number; attemptNo: number | null }>`
    select r.no, r.party_kind, r.party_id, coalesce(o.seq, 0) as seq, o.state as before, o.attempt_no
    from recipient r
    left join lateral (select seq, state, attempt_no from outcome where run_id = r.run_id and no = r.no order by seq desc limit 1) o on true
    where r.run_id = ${runId} and r.no = any(${[...nos]}::int[])`.execute(tx);
  return new Map(rows.map((row) => [row.no, row]));
};
