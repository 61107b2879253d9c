import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import { checkLedger } from '../../../server/modules/reporting/index.ts';
import type { Db } from '../../../server/platform/database/open-database.ts';

export interface Findings {
  duplicates: number;
  lost: number;
  unknown: number;
  /** I1 to I5 and I8; the others are judged while the faults happen. */
  holds: Record<'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I8', boolean>;
}

interface Told {
  messageId: string;
  state: string | null;
}

/** What the ledger says of each line that was ever to be handed over. */
const ledgerOf = async (db: Db, runId: RunId): Promise<Told[]> => {
  const { rows } = await sql<Told>`
    select distinct on (t.no) t.message_id, o.state from attempt t
    left join lateral (select state from outcome where run_id = t.run_id and no = t.no order by seq desc limit 1) o on true
    where t.run_id = ${runId} order by t.no, t.attempt_no desc`.execute(db);
  return rows;
};

const countOf = async (db: Db, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(db)).rows[0]?.count ?? 0;

/** Intents committed after the suppression or opt-out that forbids them; the order is that of the gate, never of clocks. */
const intentsPastTheGate = (db: Db, runId: RunId): Promise<number> =>
  countOf(
    db,
    sql<{ count: number }>`
      select count(*)::int as count from attempt t join recipient r on r.run_id = t.run_id and r.no = t.no
      where t.run_id = ${runId} and (
        exists (select from suppression s where s.value = r.address_key and t.gate_seq > s.gate_seq)
        or exists (select from opt_out o where o.party_id = r.party_id and t.gate_seq > o.gate_seq))`,
  );

/** The checker: the database against what the other side counted, and against the numbers that people are shown. */
export const checkRun = async (
  db: Db,
  runId: RunId,
  copies: ReadonlyMap<string, number>,
  shown: { planned: number; sent: number; unknown: number; failed: number; dropped: number; open: number },
): Promise<Findings> => {
  const ledger = await ledgerOf(db, runId);
  const stateOf = new Map(ledger.map(({ messageId, state }) => [messageId, state]));
  const states = (...wanted: string[]) => ledger.filter(({ state }) => wanted.includes(state ?? '')).length;
  const duplicates = [...copies.values()].filter((count) => count > 1).length;
  const untold = [...copies.keys()].filter((id) => !['sent', 'unknown'].includes(stateOf.get(id) ?? ''));
  const neverThere = ledger.filter(({ messageId, state }) => state === 'sent' && !copies.has(messageId));
  const broken = (await checkLedger(db)).filter((one) => one.broken.length > 0);
  const sums = shown.sent + shown.unknown + shown.failed + shown.dropped + shown.open;
  return {
    duplicates,
    lost: shown.open + neverThere.length,
    unknown: shown.unknown,
    holds: {
      I1: broken.length === 0 && sums === shown.planned,
      I2: duplicates === 0 && new Set(ledger.map(({ messageId }) => messageId)).size === ledger.length,
      I3: untold.length === 0,
      I4: neverThere.length === 0,
      I5: (await intentsPastTheGate(db, runId)) === 0,
      I8:
        shown.sent === states('sent') &&
        shown.unknown === states('unknown') &&
        copies.size >= shown.sent &&
        copies.size <= shown.sent + shown.unknown,
    },
  };
};
