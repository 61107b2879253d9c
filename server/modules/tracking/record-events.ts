import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { LineKey } from './line-seal.ts';
import type { Actor } from './model/actor.ts';

export type FactKind =
  | 'confirmed'
  | 'bounced'
  | 'opened'
  | 'clicked'
  | 'replied'
  | 'answered'
  | 'complained'
  | 'unsubscribed'
  | 'converted'
  | 'reached'
  | 'not_reached'
  | 'call_back';

export interface FactEvent extends LineKey {
  /** The same for the same fact, however often it is told: doubles are harmless. */
  eventId: string;
  kind: FactKind;
  actor: Actor;
  linkNo: number | null;
  at: Date;
  evidence: Record<string, unknown>;
}

/** Appends facts and keeps the first of each kind (per link too, link 0 being any), in one statement. Answers how many were new. */
export const recordEvents = async (db: Db | Tx, events: readonly FactEvent[]): Promise<number> => {
  if (events.length === 0) return 0;
  const { rows } = await sql<{ fresh: number }>`
    with fresh as (
      insert into event (run_id, no, event_id, kind, actor, link_no, at, evidence)
      select run_id, no, event_id, kind, actor, link_no, at, evidence::jsonb
      from unnest(${events.map((e) => e.runId)}::bigint[], ${events.map((e) => e.no)}::int[], ${events.map((e) => e.eventId)}::text[],
        ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.actor)}::text[], ${events.map((e) => e.linkNo)}::int[],
        ${events.map((e) => e.at)}::timestamptz[], ${events.map((e) => JSON.stringify(e.evidence))}::text[])
        as told (run_id, no, event_id, kind, actor, link_no, at, evidence)
      order by run_id, no, event_id
      on conflict (run_id, no, event_id) do nothing
      returning run_id, no, event_id, kind, actor, link_no, at
    ), firsts as (
      select distinct on (run_id, no, kind, actor, link) * from fresh
      cross join lateral (select 0 as link union select link_no where link_no is not null) links
      order by run_id, no, kind, actor, link, at, event_id
    ), kept as (
      insert into first_event as f (run_id, kind, actor, link_no, no, event_id, at)
      select run_id, kind, actor, link, no, event_id, at from firsts
      on conflict (run_id, no, kind, actor, link_no)
        do update set event_id = excluded.event_id, at = excluded.at where excluded.at < f.at
    )
    select count(*)::int as fresh from fresh`.execute(db);
  return rows[0]?.fresh ?? 0;
};
