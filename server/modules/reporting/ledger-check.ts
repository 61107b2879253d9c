import { sql } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';

export interface Check {
  name: string;
  /** What the sum is over, for the person who reads it. */
  says: string;
  /** The first rows that break it; none when it holds. */
  broken: { where: string; found: string }[];
}

type Finding = { where: string; found: string };

const find = async (db: Db, query: ReturnType<typeof sql<Finding>>): Promise<Finding[]> =>
  (await query.execute(db)).rows;

/** Where several states of a line are told apart: its last outcome. */
const LAST = sql`
  select r.run_id, r.no, r.verdict, o.state from recipient r
  left join lateral (select state from outcome where run_id = r.run_id and no = r.no order by seq desc limit 1) o on true`;

const CHECKS: { name: string; says: string; query: ReturnType<typeof sql<Finding>> }[] = [
  {
    name: 'matched',
    says: 'matched = planned + excluded, and both are the lines themselves',
    query: sql`
      select r.id::text as where, format('run says %s/%s/%s, lines %s/%s', r.matched, r.planned, r.excluded, l.planned, l.excluded) as found
      from run r join lateral (
        select count(*) filter (where verdict = 'planned') as planned, count(*) filter (where verdict = 'excluded') as excluded from recipient where run_id = r.id
      ) l on true
      where r.generated_at is not null and (r.planned <> l.planned or r.excluded <> l.excluded or r.matched <> r.planned + r.excluded)`,
  },
  {
    name: 'waterfall',
    says: 'the reasons of the waterfall sum to excluded',
    query: sql`
      select id::text as where, waterfall::text as found from run
      where generated_at is not null and excluded <> (select coalesce(sum((w ->> 'lines')::int), 0) from jsonb_array_elements(waterfall) w)`,
  },
  {
    name: 'chunks',
    says: 'the chunks of a sealed run hold every planned line once',
    query: sql`
      select r.id::text as where, format('planned %s, in chunks %s', r.planned, c.total) as found
      from run r join lateral (select coalesce(sum(total), 0) as total from chunk where run_id = r.id) c on true
      where r.sealed_at is not null and c.total <> r.planned`,
  },
  {
    name: 'states',
    says: 'planned = sent + failed + dropped + unknown + still open, counted from the outcomes themselves',
    query: sql`
      select k.run_id::text as where, format('counters %s, lines %s', k.counters, l.lines) as found
      from (
        select run_id, format('%s/%s/%s/%s/%s/%s', sum(sent), sum(failed), sum(dropped), sum(unknown), sum(open), sum(deferred)) as counters
        from chunk group by run_id
      ) k join (
        select run_id, format('%s/%s/%s/%s/%s/%s', count(*) filter (where state = 'sent'), count(*) filter (where state = 'failed'),
          count(*) filter (where state = 'dropped'), count(*) filter (where state = 'unknown'),
          count(*) filter (where state is null or state = 'deferred'), count(*) filter (where state = 'deferred')) as lines
        from (${LAST}) line where verdict = 'planned' group by run_id
      ) l on l.run_id = k.run_id where k.counters <> l.lines`,
  },
  {
    name: 'finished',
    says: 'a finished run has nothing still open',
    query: sql`
      select r.id::text as where, format('%s open', sum(c.open)) as found from run r join chunk c on c.run_id = r.id
      where r.state = 'finished' group by r.id having sum(c.open) > 0`,
  },
  {
    name: 'excluded untouched',
    says: 'no excluded line was ever tried',
    query: sql`
      select format('%s.%s', r.run_id, r.no) as where, r.reason as found from recipient r
      where r.verdict = 'excluded' and (exists (select from attempt where run_id = r.run_id and no = r.no)
        or exists (select from outcome where run_id = r.run_id and no = r.no)) limit 20`,
  },
  {
    name: 'intents',
    says: 'nothing was sent or is unknown without an intent before it',
    query: sql`
      select format('%s.%s', o.run_id, o.no) as where, o.state as found from outcome o join run r on r.id = o.run_id
      where o.state in ('sent', 'unknown') and r.channel in ('email', 'sms') and not exists (
        select from attempt t where t.run_id = o.run_id and t.no = o.no and t.attempt_no = o.attempt_no) limit 20`,
  },
  {
    name: 'once',
    says: 'each line was accepted at most once over all distributions and retries of its action, or of one date where that recurs, but for confirmed resends',
    query: sql`
      select format('action %s, %s %s', r.action_id, l.party_kind, l.party_id) as where, format('sent %s times', count(*)) as found
      from run r join recipient l on l.run_id = r.id and l.verdict = 'planned' left join run origin on origin.id = l.origin_run
      where r.mode in ('main', 'retry') and r.channel <> 'list'
        and exists (select from outcome o where o.run_id = l.run_id and o.no = l.no and o.state = 'sent')
        and not exists (select from retry_of x where x.retry_run = l.run_id and x.retry_no = l.no and x.resend)
      group by r.action_id, coalesce(r.occurs_at, origin.occurs_at), l.party_kind, l.party_id, l.role, l.asset_id having count(*) > 1 limit 20`,
  },
  {
    name: 'steps',
    says: 'each message of a track that was planned for somebody is one step of his, taken once',
    query: sql`
      select format('%s.%s', l.run_id, l.no) as where, format('%s steps', count(o.enrolment_id)) as found
      from run r join recipient l on l.run_id = r.id and l.verdict = 'planned'
      left join track_step o on o.run_id = l.run_id and o.no = l.no and o.action_id = r.action_id
      where r.mode = 'tick' and exists (select from enrolment e where e.campaign_id = r.campaign_id)
      group by l.run_id, l.no having count(o.enrolment_id) <> 1 limit 20`,
  },
  {
    name: 'gate',
    says: 'no intent was committed after the pause or stop that covers it',
    query: sql`
      select format('%s.%s', t.run_id, t.no) as where, format('intent %s, held at %s', t.gate_seq, r.gate_seq) as found
      from run r join attempt t on t.run_id = r.id and t.gate_seq > r.gate_seq
      where r.state in ('paused', 'stopped') and r.gate_seq is not null limit 20`,
  },
];

/** Every sum of the ledger, recounted from its rows. */
export const checkLedger = async (db: Db): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const { name, says, query } of CHECKS) checks.push({ name, says, broken: await find(db, query) });
  return checks;
};
