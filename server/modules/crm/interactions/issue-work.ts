import { type RawBuilder, sql } from 'kysely';
import type { Priority } from '../../../../contract/action-work.ts';
import type { InteractionId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';

/** As numbers, so that they sort. */
const RANKS: Record<Priority, number> = { high: 1, normal: 2, low: 3 };

export interface IssuedWork {
  runId: string;
  campaignId: string;
  typeId: string;
  subject: string;
  createdBy: string;
  dueAt: Date | null;
  priority: Priority;
  proof: boolean;
}

/** One open item for each line on the line's own record. `lines` gives (no, party_kind, party_id, responsible_id). */
export const issueWork = async (tx: Tx, work: IssuedWork, lines: RawBuilder<unknown>): Promise<void> => {
  await sql`
    insert into interaction (id, type_id, party_kind, party_id, run_id, no, campaign_id, subject, responsible_id, due_at, priority, proof, created_by,
      created_at, updated_at)
    select gen_random_uuid(), ${work.typeId}, line.party_kind, line.party_id, ${work.runId}, line.no, ${work.campaignId}, ${work.subject},
      line.responsible_id, ${work.dueAt}, ${RANKS[work.priority]}, ${work.proof}, ${work.createdBy}, now(), now()
    from (${lines}) line`.execute(tx);
};

export interface WorkDone {
  id: InteractionId;
  state: 'open' | 'done' | 'cancelled';
  outcome: string | null;
  /** Appended to what was written before. */
  note: string;
  responsibleId: string | null;
  at: Date;
}

/** What a person did about an item. An item that was nobody's is now whose who did it. */
export const endWork = async (tx: Tx, { id, state, outcome, note, responsibleId, at }: WorkDone): Promise<void> => {
  await sql`
    update interaction set state = ${state}, outcome = ${outcome}, done_at = case when ${state} = 'done' then ${at}::timestamptz end, updated_at = ${at},
      responsible_id = coalesce(responsible_id, ${responsibleId}), body = nullif(concat_ws(E'\n\n', body, nullif(${note}, '')), '')
    where id = ${id}`.execute(tx);
};

export interface WorkItem {
  id: InteractionId;
  state: 'open' | 'done' | 'cancelled';
  partyKind: 'contact' | 'company' | 'lead';
  partyId: string;
  runId: string | null;
  no: number | null;
  campaignId: string | null;
  proof: boolean;
}

/** Undefined where there is none. */
export const findWork = async (db: Db | Tx, id: string): Promise<WorkItem | undefined> => {
  const { rows } = await sql<WorkItem>`
    select id, state, party_kind, party_id, run_id::text as run_id, no, campaign_id, proof from interaction where id = ${id}`.execute(
    db,
  );
  return rows[0];
};

/** Takes back what a run asks people to do; answers how much was open, and how much is done already and stays. */
export const withdrawWork = async (tx: Tx, runId: string, at: Date): Promise<{ cancelled: number; kept: number }> => {
  const { rows } = await sql<{ cancelled: number; kept: number }>`
    with withdrawn as (update interaction set state = 'cancelled', updated_at = ${at} where run_id = ${runId} and state = 'open' returning 1)
    select (select count(*)::int from withdrawn) as cancelled,
      (select count(*)::int from interaction where run_id = ${runId} and state = 'done') as kept`.execute(tx);
  return rows[0]!;
};
