import { type RawBuilder, sql } from 'kysely';
import type { CalendarEntry, campaignCalendar as endpoint } from '../../../contract/calendar.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise, loadInstallation } from '../access/index.ts';

type Input = InputOf<typeof endpoint>;

/** A month with the days around it, and some more. */
const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

/** Each is a select of the columns that `ENTRY` names, over campaigns `c` that `OF` lets through. */
const SOURCES: Record<
  CalendarEntry['kind'],
  (between: (at: RawBuilder<unknown>) => RawBuilder<unknown>) => RawBuilder<unknown>
> = {
  action: (between) => sql`
    select 'action ' || a.id as key, (a.schedule ->> 'at')::timestamptz as at, null::timestamptz as ends_at, a.campaign_id, a.id as action_id,
      a.name as title, a.state, null::int as count
    from action a where a.schedule ->> 'kind' = 'at' and a.state in ('draft', 'ready') and ${between(sql`(a.schedule ->> 'at')::timestamptz`)}`,
  run: (between) => sql`
    select 'run ' || r.id as key, coalesce(r.started_at, r.scheduled_for) as at, r.finished_at as ends_at, r.campaign_id, r.action_id,
      a.name as title, r.state, case when r.occurs_at is null or r.started_at is not null then r.planned end as count
    from run r join action a on a.id = r.action_id
    where r.mode in ('main', 'retry') and r.sealed_at is not null and ${between(sql`coalesce(r.started_at, r.scheduled_for)`)}`,
  track: (between) => sql`
    select 'track ' || e.campaign_id || (e.next_at at time zone z.zone)::date as key, min(e.next_at) as at, null::timestamptz as ends_at,
      e.campaign_id, null::uuid as action_id, '' as title, 'due' as state, count(*)::int as count
    from enrolment e cross join zone z where e.state = 'active' and ${between(sql`e.next_at`)}
    group by e.campaign_id, (e.next_at at time zone z.zone)::date
    union all select 'ticks ' || r.campaign_id || (r.started_at at time zone z.zone)::date, min(r.started_at), null, r.campaign_id, null, '', 'sent',
      sum(r.planned)::int
    from run r cross join zone z where r.mode = 'tick' and ${between(sql`r.started_at`)}
    group by r.campaign_id, (r.started_at at time zone z.zone)::date`,
  occasion: (between) => sql`
    select 'occasion ' || o.campaign_id as key, o.starts_at as at, o.ends_at, o.campaign_id, null::uuid as action_id, o.title, '' as state, o.places as count
    from occasion o where ${between(sql`o.starts_at`)}`,
  activity: (between) => sql`
    select 'activity ' || p.id as key, p.due_at as at, null::timestamptz as ends_at, p.campaign_id, null::uuid as action_id, p.title,
      case when p.done_at is null then 'open' else 'done' end as state, null::int as count
    from planned_activity p where ${between(sql`p.due_at`)}`,
  begins: (between) => wholeDay('begins', sql`starts_on`, between),
  ends: (between) => wholeDay('ends', sql`ends_on`, between),
};

const wholeDay = (
  kind: string,
  day: RawBuilder<unknown>,
  between: (at: RawBuilder<unknown>) => RawBuilder<unknown>,
) => sql`
  select ${kind}::text || ' ' || d.id as key, ${day}::timestamp at time zone z.zone as at, null::timestamptz as ends_at, d.id as campaign_id,
    null::uuid as action_id, '' as title, '' as state, null::int as count
  from campaign d cross join zone z where ${day} is not null and ${between(sql`(${day}::timestamp at time zone z.zone)`)}`;

/** Whose campaigns; an activity is also of whoever is responsible for it. */
const ofOwner = ({ ownerId }: Input) =>
  ownerId === undefined
    ? sql`true`
    : sql`(c.owner_id = ${ownerId} or e.key in (select 'activity ' || p.id from planned_activity p where p.responsible_id = ${ownerId}))`;

const readEntries = async (db: Db, zone: string, input: Input): Promise<CalendarEntry[]> => {
  const between = (at: RawBuilder<unknown>) => sql`
    ${at} >= ${input.from}::timestamp at time zone ${zone} and ${at} < (${input.until}::date + 1)::timestamp at time zone ${zone}`;
  const kinds = (Object.keys(SOURCES) as CalendarEntry['kind'][]).filter((kind) => (input.kind ?? kind) === kind);
  const all = kinds.map(
    (kind) => sql`select ${kind}::text as kind, of_kind.* from (${SOURCES[kind](between)}) of_kind`,
  );
  const { rows } = await sql<CalendarEntry>`
    with zone (zone) as (select ${zone}::text)
    select e.key, e.kind, (e.at at time zone ${zone})::date::text as day, case when e.kind not in ('begins', 'ends') then e.at end as at, e.ends_at,
      e.campaign_id, c.name as campaign_name, e.action_id, e.title, e.state, e.count
    from (${sql.join(all, sql` union all `)}) e join campaign c on c.id = e.campaign_id
    where c.archived_at is null and c.state <> 'cancelled' and ${ofOwner(input)}
      and ${input.campaignKind ? sql`c.kind = ${input.campaignKind}` : sql`true`}
    order by e.at, e.key limit 5000`.execute(db);
  return rows;
};

/** What all campaigns do on the days of a period, in the company's zone. */
export const campaignCalendar = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const days = (Date.parse(input.until) - Date.parse(input.from)) / DAY_MS;
  if (days < 0) throw new Invalid('until', 'ends_before_start');
  if (days > MOST_DAYS) throw new Invalid('until', 'period_too_long', { most: MOST_DAYS });
  const { timeZone } = await loadInstallation(db);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(clock.now());
  return { timeZone, today, entries: await readEntries(db, timeZone, input) };
};
