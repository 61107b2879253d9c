import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { closeGate } from './gate-lock.ts';

export interface OptOutRow {
  subject: { campaignId: string } | { topicId: string };
  /** 'all' or one channel. */
  channel: string;
  partyKind: string;
  partyId: string;
  addressKey: string;
  source: string;
  evidence: Record<string, unknown>;
  recordedBy: string | null;
  at: Date;
}

const idIn = (row: OptOutRow, name: 'campaignId' | 'topicId'): string | null =>
  (row.subject as Partial<Record<typeof name, string>>)[name] ?? null;

/** Writes what is not in force already; answers how many were new. */
export const optOut = async (tx: Tx, rows: readonly OptOutRow[]): Promise<number> => {
  if (rows.length === 0) return 0;
  const gateSeq = await closeGate(tx);
  const { numAffectedRows } = await sql`
    insert into opt_out (scope, campaign_id, topic_id, channel, party_kind, party_id, address_key, source, evidence, recorded_by, gate_seq, at)
    select case when campaign_id is null then 'topic' else 'campaign' end, campaign_id, topic_id, channel, party_kind, party_id, address_key,
      source, evidence::jsonb, recorded_by, ${gateSeq}::bigint, at
    from unnest(${rows.map((r) => idIn(r, 'campaignId'))}::uuid[], ${rows.map((r) => idIn(r, 'topicId'))}::uuid[],
      ${rows.map((r) => r.channel)}::text[], ${rows.map((r) => r.partyKind)}::text[], ${rows.map((r) => r.partyId)}::uuid[],
      ${rows.map((r) => r.addressKey)}::text[], ${rows.map((r) => r.source)}::text[], ${rows.map((r) => JSON.stringify(r.evidence))}::text[],
      ${rows.map((r) => r.recordedBy)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[])
      as one (campaign_id, topic_id, channel, party_kind, party_id, address_key, source, evidence, recorded_by, at)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
};

/** Takes back what was left through one line (`evidence.line`); answers whether there was anything. */
export const liftOptOutsOfLine = async (tx: Tx, partyId: string, line: string, at: Date): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update opt_out set lifted_at = ${at} where party_id = ${partyId} and lifted_at is null and evidence ->> 'line' = ${line}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n) > 0;
};

export interface Leaver {
  partyKind: string;
  partyId: string;
  addressKey: string;
}

/** What the party, or anyone with the address, has left and not come back to. */
export const findOptOuts = async (db: Db, { partyKind, partyId, addressKey }: Leaver) => {
  const { rows } = await sql<{ campaignId: string | null; topicId: string | null; channel: string }>`
    select campaign_id, topic_id, channel from opt_out where lifted_at is null
      and (party_id = ${partyId}::uuid and party_kind = ${partyKind} or ${addressKey} <> '' and address_key = ${addressKey})`.execute(
    db,
  );
  return rows;
};

/** People and firms who left a campaign and did not come back. */
export const countLeavers = async (db: Db, campaignId: string): Promise<number> => {
  const { rows } = await sql<{ left: number }>`
    select count(distinct (party_kind, party_id))::int as left from opt_out
    where scope = 'campaign' and campaign_id = ${campaignId} and lifted_at is null`.execute(db);
  return rows[0]!.left;
};
