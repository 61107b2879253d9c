import { type RawBuilder, sql } from 'kysely';
import type { SendingAccountId } from '../../../contract/ids.ts';
import { int4Array, textArray, uuidArray } from '../../platform/database/binary-arrays.ts';
import { compiled, given, kindsOf, plainArray } from '../../platform/database/compiled.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Parcel } from '../channels/index.ts';
import { nothingWithdrawnSince, passedAs } from '../consent/index.ts';
import type { Merge, MergeValues } from '../content/index.ts';
import type { Lease } from './chunk.store.ts';
import type { DueLine } from './line.store.ts';
import { mergedLines } from './merge-lines.ts';

export interface NewIntent {
  line: DueLine;
  attemptNo: number;
  messageId: string;
  sendingAccountId: SendingAccountId;
  sender: Parcel['sender'];
}

/** The lines of which an intent stands, with what was read of them. */
export type Intended = Map<number, MergeValues>;

/** Writes intents of one run, after `passGate`; null: the lease or the run allow none. */
export type WriteIntents = (
  tx: Tx,
  lease: Lease,
  workerId: string,
  intents: readonly NewIntent[],
) => Promise<Intended | null>;

/**
 * Whether this lease and this run still allow new intents, by database time; the chunk's row is held until the transaction ends, so that
 * nobody can take the chunk over in between. Its counters may move meanwhile.
 */
const lease = sql`
  select ${nothingWithdrawnSince(sql`r.judged_seq`)} as as_judged from chunk c join run r on r.id = c.run_id
  where c.run_id = ${given('runId')}::bigint and c.chunk_no = ${given('chunkNo')}::int and c.fence = ${given('fence')}::bigint
    and c.worker_id = ${given('workerId')}::uuid and c.lease_until > now() and r.state = 'sending' and (c.closes_at is null or now() < c.closes_at)
  for key share of c`;

/** Whether no consent was withdrawn since the run's lines were judged; for what is allowed. */
export const asJudged = sql<boolean>`lease.as_judged`;

/**
 * In one statement: the lease is looked at, `allowed` is asked of each line, its values are read, and its intent is written with them.
 * Whom it passes over (or who was merged away) is told by missing in the answer. Fails where an intent stands already: only another
 * lease could have written it, and then the chunk is read anew.
 */
export const createIntents = (merge: Omit<Merge, 'plainJoins'>, allowed: RawBuilder<boolean>): WriteIntents => {
  const write = compiled(sql<{ held: boolean; nos: number[]; merged: MergeValues[] }>`
    with lease as materialized (${lease}), intended as (
      insert into attempt (run_id, no, attempt_no, worker_id, fence, gate_seq, message_id, sending_account_id, merged, sender_name, sender_reply_to, tracked)
      select ${given('runId')}::bigint, line.no, line.attempt_no, ${given('workerId')}::uuid, ${given('fence')}::bigint, ${passedAs},
        line.message_id, line.sending_account_id,
        ${merge.values}, line.sender_name, line.sender_reply_to, line.tracked
      from lease cross join (
        select no, (${given('attemptNo')}::int[])[kind] as attempt_no, (${given('partyKind')}::text[])[kind] as party_kind, party_id, company_id, about,
          (${given('role')}::text[])[kind] as role, address_key, message_id, (${given('account')}::uuid[])[kind] as sending_account_id,
          (${given('senderName')}::text[])[kind] as sender_name, (${given('senderReplyTo')}::text[])[kind] as sender_reply_to,
          (${given('tracked')}::boolean[])[kind] as tracked
        from unnest(${given('no')}::int[], ${given('partyId')}::uuid[], ${given('companyId')}::uuid[], ${given('about')}::text[],
          ${given('addressKey')}::text[], ${given('messageId')}::text[], ${given('kind')}::int[])
          as one (no, party_id, company_id, about, address_key, message_id, kind)
      ) line
      ${merge.joins}
      where line.no <> all(${mergedLines(sql`${given('runId')}::bigint`)}) and ${allowed}
      returning no, merged
    )
    select exists (select from lease) as held, coalesce(json_agg(no), '[]') as nos, coalesce(json_agg(merged), '[]') as merged from intended`);
  return async (tx, { runId, chunkNo, fence }, workerId, intents) => {
    const [answer] = await write(tx, { runId, chunkNo, fence, workerId, ...columnsOf(intents) });
    return answer?.held ? new Map(answer.nos.map((no, i) => [no, answer.merged[i]!])) : null;
  };
};

const columnsOf = (intents: readonly NewIntent[]): Record<string, unknown> => {
  const { kinds, kind } = kindsOf(intents, areAlike);
  const plain = (pick: (one: NewIntent) => number | string | null) => plainArray(kinds.map(pick));
  return {
    no: int4Array(intents.map(({ line }) => line.no)),
    partyId: uuidArray(intents.map(({ line }) => line.partyId)),
    companyId: uuidArray(intents.map(({ line }) => line.companyId)),
    about: textArray(intents.map(({ line }) => line.about)),
    addressKey: textArray(intents.map(({ line }) => line.addressKey)),
    messageId: textArray(intents.map(({ messageId }) => messageId)),
    kind: int4Array(kind),
    attemptNo: plain(({ attemptNo }) => attemptNo),
    partyKind: plain(({ line }) => line.partyKind),
    role: plain(({ line }) => line.role),
    account: plain(({ sendingAccountId }) => sendingAccountId),
    senderName: kinds.map(({ sender }) => sender?.name ?? null),
    senderReplyTo: kinds.map(({ sender }) => sender?.replyTo ?? null),
    tracked: plain(({ line }) => String(line.tracked)),
  };
};

const areAlike = (a: NewIntent, b: NewIntent): boolean =>
  a.attemptNo === b.attemptNo &&
  a.sendingAccountId === b.sendingAccountId &&
  a.sender?.name === b.sender?.name &&
  a.sender?.replyTo === b.sender?.replyTo &&
  a.line.partyKind === b.line.partyKind &&
  a.line.role === b.line.role &&
  a.line.tracked === b.line.tracked;

/** The Message-IDs under which these lines, by number, were first tried, where the chain of retries began; of those that were. */
export const formerMessageIds = async (db: Db, lines: readonly DueLine[]): Promise<Map<number, string>> => {
  const { rows } = await sql<{ no: number; messageId: string }>`
    select line.no, first.message_id
    from unnest(${lines.map(({ no }) => no)}::int[], ${lines.map(({ chainRun }) => chainRun)}::bigint[], ${lines.map(({ chainNo }) => chainNo)}::int[])
      as line (no, chain_run, chain_no)
    cross join lateral (
      select message_id from attempt where run_id = line.chain_run and no = line.chain_no and message_id is not null order by attempt_no limit 1
    ) first`.execute(db);
  return new Map(rows.map(({ no, messageId }) => [no, messageId]));
};

/** Those of the run's lines that were merged away. */
export const findMergedLines = async (tx: Tx, runId: string): Promise<Set<number>> => {
  const { rows } = await sql<{ merged: number[] }>`select ${mergedLines(sql`${runId}::bigint`)} as merged`.execute(tx);
  return new Set(rows[0]?.merged);
};

/**
 * After a commit whose answer was lost: which of these intents stand. Where the server is still about that commit, it holds the chunk's
 * row, and is waited for.
 */
export const standingIntents = (
  db: Db,
  { runId, chunkNo, fence }: Lease,
  workerId: string,
  intents: readonly NewIntent[],
): Promise<Intended> =>
  db.transaction().execute(async (tx) => {
    await sql`select 1 from chunk where run_id = ${runId} and chunk_no = ${chunkNo} for update`.execute(tx);
    const { rows } = await sql<{ no: number; merged: MergeValues }>`
      select t.no, t.merged from attempt t
      join unnest(${intents.map(({ line }) => line.no)}::int[], ${intents.map((one) => one.attemptNo)}::int[]) as a (no, attempt_no)
        on a.no = t.no and a.attempt_no = t.attempt_no
      where t.run_id = ${runId} and t.worker_id = ${workerId} and t.fence = ${fence} and t.released_at is null`.execute(
      tx,
    );
    return new Map(rows.map(({ no, merged }) => [no, merged]));
  });
