import { sql } from 'kysely';
import type { Tx } from '../../platform/database/open-database.ts';
import type { MergeHandler, Merging } from '../crm/index.ts';
import { closeGateToWithdraw } from './gate-lock.ts';
import { type OptOutRow, optOut } from './opt-out.store.ts';
import { type ConsentRow, recordConsents } from './record-consents.ts';

type Decided = ConsentRow & { recordId: string };
type Left = Omit<OptOutRow, 'subject'> & { campaignId: string | null; topicId: string | null };
type Standing = Record<string, unknown>;

const decisionsOf = async (tx: Tx, { kind, goneId }: Merging): Promise<Decided[]> => {
  const { rows } = await sql<Decided>`
    select c.address_key, c.channel, c.topic_id, c.decision, r.wording, r.source, r.evidence, r.recorded_by, c.at, r.id as record_id
    from consent c join consent_record r on r.id = c.record_id where c.party_kind = ${kind} and c.party_id = ${goneId} order by c.at, r.id`.execute(
    tx,
  );
  return rows;
};

/** Where a consent holds that was given for whatever address: at the one address it was given with, for nobody gave it for the other's. */
const addressOf = ({ addressKey, channel }: Decided, { goneKeys }: Merging): string | null => {
  if (addressKey !== '') return addressKey;
  if (channel === 'email') return goneKeys.email;
  return channel === 'sms' || channel === 'call' ? goneKeys.phone : null;
};

/** A withdrawal holds for the one that is kept too, as wide as it was; a consent only at its own address and where nothing was withdrawn. */
const carryDecisions = async (tx: Tx, merging: Merging): Promise<void> => {
  const decided = await decisionsOf(tx, merging);
  const anew = ({ recordId, ...row }: Decided): ConsentRow => ({
    ...row,
    partyKind: merging.kind,
    partyId: merging.keptId,
    evidence: { ...row.evidence, mergeId: merging.mergeId, recordId },
  });
  const withdrawn = decided
    .filter(({ decision }) => decision === 'withdrawn')
    .map((row) => ({ ...anew(row), at: merging.at }));
  const given = decided.flatMap((row) => {
    const addressKey = row.decision === 'given' ? addressOf(row, merging) : null;
    return addressKey === null ? [] : [{ ...anew(row), addressKey }];
  });
  await recordConsents(tx, withdrawn, { overrules: true });
  await recordConsents(tx, given, { overrules: false });
};

const carryOptOuts = async (tx: Tx, { kind, keptId, goneId, mergeId }: Merging): Promise<void> => {
  const { rows } = await sql<Left>`
    select campaign_id, topic_id, channel, address_key, source, evidence, recorded_by, at from opt_out
    where party_kind = ${kind} and party_id = ${goneId} and lifted_at is null order by id`.execute(tx);
  await optOut(
    tx,
    rows.map(({ campaignId, topicId, ...row }) => ({
      ...row,
      partyKind: kind,
      partyId: keptId,
      subject: campaignId === null ? { topicId: topicId as string } : { campaignId },
      evidence: { ...row.evidence, mergeId },
    })),
  );
};

const standing = async (tx: Tx, { kind, keptId }: Merging): Promise<Standing[]> => {
  const { rows } = await sql<{ row: Standing }>`
    select to_jsonb(c) as row from consent c where c.party_kind = ${kind} and c.party_id = ${keptId}`.execute(tx);
  return rows.map(({ row }) => row);
};

/** What was recorded for the kept one by this merge and still stands. */
const OF_MERGE = (mergeId: string) =>
  sql`c.record_id in (select r.id from consent_record r where r.party_id = c.party_id and r.evidence ->> 'mergeId' = ${mergeId})`;

/** The stricter wins, and nothing given is invented. */
export const consentMerge: MergeHandler = {
  name: 'consent',

  async count(db, { kind, goneId }) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from consent where party_kind = ${kind} and party_id = ${goneId}`.execute(db);
    return [{ what: 'consents', count: rows[0]?.count ?? 0 }];
  },

  async merge(tx, merging) {
    await closeGateToWithdraw(tx);
    const before = await standing(tx, merging);
    await carryDecisions(tx, merging);
    await carryOptOuts(tx, merging);
    return before;
  },

  async undo(tx, { kind, keptId, mergeId, by, at }, before) {
    await closeGateToWithdraw(tx);
    const undone = sql`c.party_kind = ${kind} and c.party_id = ${keptId} and ${OF_MERGE(mergeId)}`;
    const { numAffectedRows } = await sql`delete from consent c where ${undone}`.execute(tx);
    await sql`insert into consent select * from jsonb_populate_recordset(null::consent, ${JSON.stringify(before ?? [])}::jsonb)
      on conflict do nothing`.execute(tx);
    await sql`update opt_out set lifted_at = ${at}, lifted_by = ${by}
      where party_id = ${keptId} and party_kind = ${kind} and lifted_at is null and evidence ->> 'mergeId' = ${mergeId}`.execute(
      tx,
    );
    const { rows } = await sql<{
      count: number;
    }>`select count(distinct (topic_id, channel, address_key))::int as count from consent_record r
      where r.party_id = ${keptId} and r.party_kind = ${kind} and r.evidence ->> 'mergeId' = ${mergeId}`.execute(tx);
    const since = (rows[0]?.count ?? 0) - Number(numAffectedRows ?? 0n);
    return since > 0 ? [{ what: 'consents', count: since }] : [];
  },
};
