import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { campaignProgress as endpoint, ProgressRow } from '../../../contract/interactions.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { countItems, fieldsOfCampaign, type ItemCounts } from '../crm/index.ts';

interface LineCounts {
  typeId: string;
  name: string;
  work: boolean;
  open: number;
  done: number;
  cancelled: number;
}

/** The lines of the campaign by the type of dossier item they are; a line that was retried counts where its chain ends. */
const countLines = async (db: Db, campaignId: string): Promise<LineCounts[]> => {
  const { rows } = await sql<LineCounts>`
    with counted as (
      select r.id, r.mode, r.planned, r.sealed_at, r.terms -> 'dossier' as dossier from run r
      where r.campaign_id = ${campaignId} and r.mode <> 'test' and r.terms #>> '{dossier,typeId}' is not null and (r.mode <> 'retry' or r.sealed_at is not null)
    ), retried as (
      select x.origin_run as run_id, count(*) filter (where o.state in ('failed', 'dropped')) as cancelled, count(*) filter (where o.state = 'unknown') as open
      from counted join retry_of x on x.origin_run = counted.id join run later on later.id = x.retry_run and later.sealed_at is not null
      cross join lateral (select state from outcome where run_id = x.origin_run and no = x.origin_no order by seq desc limit 1) o group by 1
    )
    select dossier ->> 'typeId' as type_id, min(dossier ->> 'name') as name, bool_or((dossier ->> 'work')::boolean) as work,
      sum(coalesce(c.open + c.unknown, case when sealed_at is null then planned end, 0) - coalesce(x.open, 0))::int as open,
      coalesce(sum(c.sent), 0)::int as done, sum(coalesce(c.failed + c.dropped, 0) - coalesce(x.cancelled, 0))::int as cancelled
    from counted left join retried x on x.run_id = counted.id
    left join lateral (select sum(open) as open, sum(sent) as sent, sum(failed) as failed, sum(dropped) as dropped, sum(unknown) as unknown
      from chunk where run_id = counted.id) c on true
    group by 1`.execute(db);
  return rows;
};

const NONE = { open: 0, done: 0, cancelled: 0 };
const less = (lines: typeof NONE, written: typeof NONE): typeof NONE => ({
  open: Math.max(0, lines.open - written.open),
  done: Math.max(0, lines.done - written.done),
  cancelled: Math.max(0, lines.cancelled - written.cancelled),
});
const total = (counts: readonly (typeof NONE)[]): typeof NONE =>
  counts.reduce(
    (sum, one) => ({ open: sum.open + one.open, done: sum.done + one.done, cancelled: sum.cancelled + one.cancelled }),
    NONE,
  );
const rowOf = ({ key, name, open, done, cancelled, overdue }: ItemCounts, lines = NONE): ProgressRow => ({
  key,
  name,
  open: open + lines.open,
  done: done + lines.done,
  cancelled: cancelled + lines.cancelled,
  overdue,
  lines,
});
const empty = (key: string | null, name: string | null): ItemCounts => ({
  key,
  name,
  written: false,
  overdue: 0,
  ...NONE,
});

/** Lines are nobody's in particular, and have no values, until somebody writes into them: then they count as what was written. */
const rowsOf = (by: string, items: ItemCounts[], lines: LineCounts[]): ProgressRow[] => {
  const own = lines.filter(({ work }) => !work);
  if (by === 'type') {
    const made = items.filter(({ written }) => !written);
    const typed = own.map((line) =>
      rowOf(made.find(({ key }) => key === line.typeId) ?? empty(line.typeId, line.name), line),
    );
    return [
      ...typed,
      ...made.filter(({ key }) => !own.some(({ typeId }) => typeId === key)).map((item) => rowOf(item)),
    ].map(({ lines: { open, done, cancelled }, ...row }) => ({ ...row, lines: { open, done, cancelled } }));
  }
  const rest = less(total(own), total(items.filter(({ written }) => written)));
  const keys = [...new Set(items.map(({ key }) => key))].filter((key) => key !== null);
  const of = (key: string | null) => items.filter((item) => item.key === key);
  const merged = (key: string | null, found: ItemCounts[]): ItemCounts => ({
    ...empty(key, found[0]?.name ?? null),
    ...total(found),
    overdue: found.reduce((sum, { overdue }) => sum + overdue, 0),
  });
  const nobody = rowOf(merged(null, of(null)), rest);
  const named = keys.map((key) => rowOf(merged(key, of(key))));
  return nobody.open + nobody.done + nobody.cancelled > 0 ? [...named, nobody] : named;
};

/** A11: the dossier items tell how far a campaign is. Where the type asks for no work, the recipient lines are its items. */
export const campaignProgress = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, by, field }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const [items, lines] = await Promise.all([countItems(db, id, by, field ?? '', clock.now()), countLines(db, id)]);
  const fields = await fieldsOfCampaign(
    db,
    lines.map(({ typeId }) => typeId),
  );
  return { rows: rowsOf(by, items, lines), fields };
};
