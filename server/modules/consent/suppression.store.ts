import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { closeGate } from './gate-lock.ts';

export interface SuppressionRow {
  kind: 'address' | 'domain' | 'number';
  /** Normalised. */
  value: string;
  /** 'all' or one channel. */
  channel: string;
  purposeClass: 'marketing' | 'all';
  reason: 'manual' | 'import' | 'unsubscribed' | 'hard_bounce' | 'complaint' | 'erased';
  note: string;
  evidence: Record<string, unknown>;
  recordedBy: string | null;
  at: Date;
}

export const suppressionKey = (row: Pick<SuppressionRow, 'kind' | 'value' | 'channel' | 'purposeClass'>): string =>
  [row.kind, row.value, row.channel, row.purposeClass].join(' ');

/** Writes those not in force already; answers the keys of the new ones. Large lists in batches: the gate is closed until the transaction ends. */
export const suppress = async (tx: Tx, ids: Ids, rows: readonly SuppressionRow[]): Promise<Map<string, string>> => {
  if (rows.length === 0) return new Map();
  const gateSeq = await closeGate(tx);
  const { rows: added } = await sql<SuppressionRow & { id: string }>`
    insert into suppression (id, kind, value, channel, purpose_class, reason, note, evidence, recorded_by, gate_seq, at)
    select id, kind, value, channel, purpose_class, reason, note, evidence::jsonb, recorded_by, ${gateSeq}::bigint, at
    from unnest(${rows.map(() => ids.next())}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.value)}::text[],
      ${rows.map((r) => r.channel)}::text[], ${rows.map((r) => r.purposeClass)}::text[], ${rows.map((r) => r.reason)}::text[],
      ${rows.map((r) => r.note)}::text[], ${rows.map((r) => JSON.stringify(r.evidence))}::text[],
      ${rows.map((r) => r.recordedBy)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[])
      as one (id, kind, value, channel, purpose_class, reason, note, evidence, recorded_by, at)
    on conflict do nothing
    returning id, kind, value, channel, purpose_class`.execute(tx);
  return new Map(added.map((row) => [suppressionKey(row), row.id]));
};

/** Throws NotFound unless it is in force. */
export const liftSuppression = async (tx: Tx, id: string, by: string | null, at: Date): Promise<void> => {
  const { numAffectedRows } = await sql`
    update suppression set lifted_at = ${at}, lifted_by = ${by} where id = ${id} and lifted_at is null`.execute(tx);
  if (!numAffectedRows) throw new NotFound('suppression');
};

/** Takes back a suppression made through one line (`evidence.line`). */
export const liftSuppressionsOfLine = async (tx: Tx, values: string[], line: string, at: Date): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update suppression set lifted_at = ${at}
    where value = any(${values}::text[]) and reason = 'unsubscribed' and lifted_at is null and evidence ->> 'line' = ${line}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n) > 0;
};

/** Whether all marketing to this address is off, on every channel. */
export const isSuppressedForAll = async (db: Db, value: string): Promise<boolean> => {
  const { rows } = await sql`
    select from suppression where value = ${value} and kind in ('address', 'number') and channel = 'all' and lifted_at is null`.execute(
    db,
  );
  return rows.length > 0;
};
