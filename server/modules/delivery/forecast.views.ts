import { sql } from 'kysely';
import type { ActionId, RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type VerdictInput, verdictQuery } from '../audiences/index.ts';
import { partyPlace } from '../crm/index.ts';
import type { Place } from './model/send-window.ts';

export type PlaceLines = Place & { lines: number };

/** What is left of a run that was sealed, by place, in the order in which it is sent. */
export const placesLeft = async (db: Db, runId: RunId): Promise<PlaceLines[]> => {
  const { rows } = await sql<PlaceLines>`
    select time_zone, country, sum(open - deferred)::int as lines from chunk
    where run_id = ${runId} and open > deferred group by 1, 2 order by min(due_at), min(chunk_no)`.execute(db);
  return rows;
};

/** The list of an action that is generated and not sealed. */
export const findGenerated = async (
  db: Db,
  actionId: ActionId,
): Promise<{ id: RunId; planned: number; byPlace: boolean } | undefined> => {
  const { rows } = await sql<{ id: RunId; planned: number; byPlace: boolean }>`
    select id, planned, coalesce((terms ->> 'byPlace')::boolean, false) as by_place from run
    where action_id = ${actionId} and mode in ('main', 'retry') and state = 'generated'`.execute(db);
  return rows[0];
};

/** The places of a list that is generated and not sealed. */
export const placesOfList = async (db: Db, runId: RunId): Promise<PlaceLines[]> => {
  const { rows } = await sql<PlaceLines>`
    select time_zone, country, count(*)::int as lines from recipient
    where run_id = ${runId} and verdict = 'planned' group by 1, 2 order by min(no)`.execute(db);
  return rows;
};

/** The places of an audience as it would be planned now. */
export const placesOfAudience = async (db: Db, input: VerdictInput): Promise<PlaceLines[]> => {
  const { joins, timeZone, country } = partyPlace('v');
  const { rows } = await sql<PlaceLines>`
    select ${timeZone} as time_zone, ${country} as country, count(*)::int as lines
    from (${verdictQuery(input)}) v ${joins} where v.verdict = 'planned' group by 1, 2 order by 1, 2`.execute(db);
  return rows;
};

/** Lines that other distributions of an account have to send by then. */
export const linesAhead = async (db: Db, accountId: string, own: RunId | null, from: Date): Promise<number> => {
  const { rows } = await sql<{ lines: number }>`
    select coalesce(sum(c.open - c.deferred), 0)::int as lines from run r join chunk c on c.run_id = r.id
    where r.sending_account_id = ${accountId} and r.id is distinct from ${own}::bigint and c.open > c.deferred
      and (r.state = 'sending' or r.state = 'scheduled' and r.scheduled_for <= ${from}) and coalesce(c.opens_at, ${from}) <= ${from}`.execute(
    db,
  );
  return rows[0]?.lines ?? 0;
};

/** By the database's clock: now, and when the last of what was deferred is tried again. */
export const momentsOf = async (db: Db, runId: RunId | null): Promise<{ now: Date; retryAt: Date | null }> => {
  const { rows } = await sql<{ now: Date; retryAt: Date | null }>`
    select now() as now, (select max(due_at) from chunk where run_id = ${runId}::bigint and deferred > 0 and due_at > now()) as retry_at`.execute(
    db,
  );
  return rows[0]!;
};
