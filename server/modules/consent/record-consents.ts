import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import { closeGateToWithdraw, nextGateSeq } from './gate-lock.ts';

export interface ConsentRow {
  partyKind: string;
  partyId: string;
  /** '' is any address of the party that the channel uses. */
  addressKey: string;
  channel: string;
  topicId: string;
  decision: 'given' | 'withdrawn';
  /** The words the person saw. */
  wording: string;
  source: string;
  evidence: Record<string, unknown>;
  recordedBy: string | null;
  at: Date;
}

export interface RecordingOptions {
  /**
   * True when the person himself says so now: a consent then overrules an earlier withdrawal and lifts opt-outs from the topic. An
   * import must not: who has left stays out.
   */
  overrules: boolean;
}

export interface Recording {
  recorded: number;
  /** Positions of rows that say what is known already, with the same words from the same source. */
  unchanged: number[];
  /** Positions of rows not recorded because the person has left and the import may not overrule that. */
  keptWithdrawn: number[];
}

/** The rows as a relation `given`, numbered from 1. */
const asRelation = (rows: readonly (ConsentRow & { ord: number })[]) => sql`
  unnest(${rows.map((r) => r.ord)}::int[], ${rows.map((r) => r.partyKind)}::text[], ${rows.map((r) => r.partyId)}::uuid[],
    ${rows.map((r) => r.addressKey)}::text[], ${rows.map((r) => r.channel)}::text[], ${rows.map((r) => r.topicId)}::uuid[],
    ${rows.map((r) => r.decision)}::text[], ${rows.map((r) => r.wording)}::text[], ${rows.map((r) => r.source)}::text[],
    ${rows.map((r) => JSON.stringify(r.evidence))}::text[], ${rows.map((r) => r.recordedBy)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[])
  as given (ord, party_kind, party_id, address_key, channel, topic_id, decision, wording, source, evidence, recorded_by, at)`;

type Numbered = ConsentRow & { ord: number };

const SAME_PARTY_AND_TOPIC = sql`c.topic_id = given.topic_id and c.channel = given.channel and c.party_id = given.party_id
  and c.party_kind = given.party_kind`;

const LEFT = sql`exists (select from opt_out o where o.scope = 'topic' and o.lifted_at is null and o.topic_id = given.topic_id
    and o.channel in ('all', given.channel) and (o.party_id = given.party_id and o.party_kind = given.party_kind
      or given.address_key <> '' and o.address_key = given.address_key))`;

/** Which rows say nothing new, and which would bring somebody back against his will. */
const sift = async (tx: Tx, rows: Numbered[]): Promise<Map<number, 'unchanged' | 'left'>> => {
  const { rows: found } = await sql<{ ord: number; verdict: 'unchanged' | 'left' }>`
    select ord, verdict from (
      select given.ord, case
        when given.decision = 'given' and (${LEFT} or exists (select from consent c where ${SAME_PARTY_AND_TOPIC}
          and c.decision = 'withdrawn' and c.address_key in ('', given.address_key))) then 'left'
        when exists (select from consent c join consent_record r on r.id = c.record_id where ${SAME_PARTY_AND_TOPIC}
          and c.address_key = given.address_key and c.decision = given.decision and r.wording = given.wording
          and r.source = given.source) then 'unchanged' end as verdict
      from ${asRelation(rows)}
    ) sifted where verdict is not null`.execute(tx);
  return new Map(found.map(({ ord, verdict }) => [ord, verdict]));
};

const write = async (tx: Tx, rows: Numbered[], gateSeq: string): Promise<void> => {
  await sql`
    with record as (
      insert into consent_record (party_kind, party_id, address_key, channel, topic_id, decision, wording, source, evidence, recorded_by,
        gate_seq, at)
      select party_kind, party_id, address_key, channel, topic_id, decision, wording, source, evidence::jsonb, recorded_by,
        ${gateSeq}::bigint, at
      from ${asRelation(rows)} order by ord
      returning id, party_kind, party_id, address_key, channel, topic_id, decision, at
    ), latest as (
      select distinct on (topic_id, channel, party_id, address_key, party_kind) * from record
      order by topic_id, channel, party_id, address_key, party_kind, at desc, id desc
    )
    insert into consent as c (party_kind, party_id, address_key, channel, topic_id, decision, record_id, at)
    select party_kind, party_id, address_key, channel, topic_id, decision, id, at from latest
    on conflict (topic_id, channel, party_id, address_key, party_kind)
      do update set decision = excluded.decision, record_id = excluded.record_id, at = excluded.at where excluded.at >= c.at`.execute(
    tx,
  );
};

/** A decision for any address settles the single addresses decided before it. */
const settleSingleAddresses = async (tx: Tx, rows: Numbered[]): Promise<void> => {
  const general = rows.filter((row) => row.addressKey === '');
  if (general.length === 0) return;
  await sql`
    update consent c set decision = whole.decision, record_id = whole.record_id, at = whole.at
    from ${asRelation(general)}
    join consent whole on whole.topic_id = given.topic_id and whole.channel = given.channel and whole.party_id = given.party_id
      and whole.party_kind = given.party_kind and whole.address_key = ''
    where ${SAME_PARTY_AND_TOPIC} and c.address_key <> '' and c.record_id < whole.record_id and c.at <= whole.at`.execute(
    tx,
  );
};

const liftOptOuts = async (tx: Tx, rows: Numbered[]): Promise<void> => {
  const given = rows.filter((row) => row.decision === 'given');
  if (given.length === 0) return;
  await sql`
    update opt_out o set lifted_at = given.at, lifted_by = given.recorded_by from ${asRelation(given)}
    where o.scope = 'topic' and o.lifted_at is null and o.topic_id = given.topic_id and o.channel in ('all', given.channel)
      and o.at <= given.at and (o.party_id = given.party_id and o.party_kind = given.party_kind
        or given.address_key <> '' and o.address_key = given.address_key)`.execute(tx);
};

/**
 * Records decisions, in the order given: the append-only record and the present decision in one transaction. For an import call it
 * once per batch, early in the batch's transaction: a withdrawal closes the gate until it ends.
 */
export const recordConsents = async (
  tx: Tx,
  rows: readonly ConsentRow[],
  { overrules }: RecordingOptions,
): Promise<Recording> => {
  if (rows.length === 0) return { recorded: 0, unchanged: [], keptWithdrawn: [] };
  const gateSeq = rows.some((row) => row.decision === 'withdrawn')
    ? await closeGateToWithdraw(tx)
    : await nextGateSeq(tx);
  const numbered = rows.map((row, position) => ({ ...row, ord: position + 1 }));
  const verdicts = overrules ? new Map<number, 'unchanged' | 'left'>() : await sift(tx, numbered);
  const fresh = numbered.filter((row) => !verdicts.has(row.ord));
  if (fresh.length > 0) {
    await write(tx, fresh, gateSeq);
    await settleSingleAddresses(tx, fresh);
    if (overrules) await liftOptOuts(tx, fresh);
  }
  const positions = (verdict: string) => [...verdicts].filter(([, v]) => v === verdict).map(([ord]) => ord - 1);
  return { recorded: fresh.length, unchanged: positions('unchanged'), keptWithdrawn: positions('left') };
};
