import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Actor } from './model/actor.ts';
import type { FactKind } from './record-events.ts';

export interface FactCount {
  runId: RunId;
  kind: FactKind;
  actor: Actor;
  /** Lines with at least one such fact. */
  lines: number;
}

/** Each line once per kind and actor; a line may stand under several actors. */
export const factCounts = async (db: Db, runIds: readonly RunId[]): Promise<FactCount[]> => {
  const { rows } = await sql<FactCount>`
    select run_id, kind, actor, count(*)::int as lines from first_event
    where run_id = any (${[...runIds]}::bigint[]) and link_no = 0
    group by run_id, kind, actor order by run_id, kind, actor`.execute(db);
  return rows;
};

export interface LinkCount {
  runId: RunId;
  linkNo: number;
  actor: Actor;
  /** Lines that followed the link at least once. */
  lines: number;
  /** All times it was followed. */
  times: number;
}

export const clicksPerLink = async (db: Db, runIds: readonly RunId[]): Promise<LinkCount[]> => {
  const { rows } = await sql<LinkCount>`
    select run_id, link_no, actor, count(distinct no)::int as lines, count(*)::int as times from event
    where run_id = any (${[...runIds]}::bigint[]) and kind = 'clicked' and link_no is not null
    group by run_id, link_no, actor order by run_id, link_no, actor`.execute(db);
  return rows;
};

export interface Behind {
  runId: RunId;
  kind: FactKind;
  actor: Actor;
  /** 0 is any link. */
  linkNo?: number;
  /** The last number of the page before. */
  after?: number;
  limit: number;
}

/** The lines behind a number, a page at a time, in the order of the list. */
export const linesBehind = async (
  db: Db,
  { runId, kind, actor, linkNo = 0, after = 0, limit }: Behind,
): Promise<number[]> => {
  const { rows } = await sql<{ no: number }>`
    select no from first_event where run_id = ${runId} and kind = ${kind} and actor = ${actor} and link_no = ${linkNo} and no > ${after}
    order by no limit ${limit}`.execute(db);
  return rows.map((row) => row.no);
};

/** The facts of some lines; opens and clicks only by humans. */
export const factsOfLines = async (db: Db, runId: RunId, nos: readonly number[]): Promise<Map<number, FactKind[]>> => {
  const { rows } = await sql<{ no: number; kinds: FactKind[] }>`
    select no, array_agg(distinct kind order by kind) as kinds from first_event
    where run_id = ${runId} and no = any (${[...nos]}::int[]) and link_no = 0 and (actor = 'human' or kind not in ('opened', 'clicked'))
    group by no`.execute(db);
  return new Map(rows.map((row) => [row.no, row.kinds]));
};
