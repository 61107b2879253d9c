import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { giveRoom, pickedByHand, type VerdictInput, verdictQuery } from '../audiences/index.ts';
import { EXCLUSION_REASONS, withdrawnSoFar } from '../consent/index.ts';
import { partyPlace } from '../crm/index.ts';
import { noByPlace } from './chunk.store.ts';
import { countLines } from './run.store.ts';
import { makeWorkOfRun } from './run-work.ts';

const COLUMNS = sql.raw(
  'party_kind, party_id, role, asset_id, asset_ids, company_id, address, address_key, language, origin, verdict, reason, seen, consent_record_id',
);

export interface Planned {
  matched: number;
  planned: number;
  /** Against the list that was there before; null when there was none. */
  difference: { joined: number; left: number } | null;
}

/**
 * Writes one line per intended recipient, planned or excluded with its reason, set by set; what was there before is
 * replaced. Planned lines come first, those added by hand before the others. The verdicts are gathered beside the ledger first, because
 * PostgreSQL shares a statement out among its processes only where it writes to no table that is there.
 */
export const planLines = async (tx: Tx, runId: RunId, input: VerdictInput, byPlace: boolean): Promise<Planned> => {
  await sql`set local statement_timeout = 0`.execute(tx);
  await giveRoom(tx);
  const before = await setAside(tx, runId);
  const { picked } = await pickedByHand(tx, input.context.actionId);
  const withdrawn = await withdrawnSoFar(tx);
  await sql`create temporary table judged on commit drop as ${verdictQuery({ ...input, picked })}`.execute(tx);
  await sql`
    insert into recipient (run_id, no, ${COLUMNS}, time_zone, country)
    ${byPlace ? linesByPlace(runId) : lines(runId)}`.execute(tx);
  await countLines(tx, runId, EXCLUSION_REASONS);
  await sql`update run set generated_at = now(), judged_seq = ${withdrawn} where id = ${runId}`.execute(tx);
  await makeWorkOfRun(tx, runId);
  const { matched, planned } = await tx
    .selectFrom('run')
    .select(['matched', 'planned'])
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  return { matched, planned, difference: before ? await compare(tx, runId) : null };
};

const ORDER = sql.raw(`origin <> 'hand', party_id, role, asset_id`);

const lines = (runId: RunId) => sql`
  select ${runId}::bigint, row_number() over (order by verdict <> 'planned', ${ORDER}), ${COLUMNS}, null, null from judged`;

const linesByPlace = (runId: RunId) => {
  const { joins, timeZone, country } = partyPlace('v');
  return sql`
    select ${runId}::bigint, ${noByPlace},
      ${COLUMNS}, time_zone, country
    from (
      select p.*, row_number() over (partition by verdict, time_zone, country order by ${ORDER}) as n
      from (select v.*, ${timeZone} as time_zone, ${country} as country from judged v ${joins}) p
    ) v`;
};

/** Keeps who was planned before, for the comparison, and empties the list. */
const setAside = async (tx: Tx, runId: RunId): Promise<boolean> => {
  await sql`create temporary table planned_before on commit drop as
    select party_kind, party_id, role, asset_id from recipient where run_id = ${sql.lit(runId)}::bigint and verdict = 'planned'`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`delete from recipient where run_id = ${runId}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
};

const compare = async (tx: Tx, runId: RunId): Promise<{ joined: number; left: number }> => {
  const now = sql`(select party_kind, party_id, role, asset_id from recipient where run_id = ${runId} and verdict = 'planned')`;
  const { rows } = await sql<{ joined: number; left: number }>`
    select (select count(*)::int from (${now} except select * from planned_before) j) as joined,
      (select count(*)::int from (select * from planned_before except ${now}) l) as "left"`.execute(tx);
  return rows[0]!;
};
