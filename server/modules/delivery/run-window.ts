import { type RawBuilder, sql } from 'kysely';
import { reachesOut } from '../../../contract/campaigns.ts';
import type { RunId } from '../../../contract/ids.ts';
import { asksPlace } from '../../../contract/send-window.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { loadInstallation, loadSendTimes } from '../access/index.ts';
import type { CampaignForRun } from '../campaigns/index.ts';
import { openingAt, type Place, type RunWindow } from './model/send-window.ts';

/** The window an action would be sent in now: its own or the company's, with the company's zone and country; null: at any time. */
export const windowOf = async (db: Db | Tx, { action }: Pick<CampaignForRun, 'action'>): Promise<RunWindow | null> => {
  const choice = action.sendWindow;
  if (choice.kind === 'any' || !reachesOut(action.channel)) return null;
  const times = await loadSendTimes(db);
  const window = choice.kind === 'own' ? choice.window : times.window;
  if (window === null) return null;
  const { timeZone } = await loadInstallation(db);
  return { window, home: { timeZone, country: times.country } };
};

/** Whether its lines have to be laid out by where the recipients are. */
export const goesByPlace = (window: RunWindow | null): boolean => asksPlace(window?.window ?? null);

/** Whoever has no opening any more waits for the expiry. */
const NEVER = { opensAt: new Date('9999-01-01'), closesAt: new Date('9999-01-02') };

type Closed = Place & { moment: Date };

/**
 * Gives the chunks of a sealed run their first opening, at or after `from`, and the run its expiry: so many hours after the last of them may
 * begin.
 */
export const openWindow = async (
  tx: Tx,
  runId: RunId,
  { window, expiresAfterHours }: { window: RunWindow | null; expiresAfterHours: number },
  from: RawBuilder<unknown>,
): Promise<void> => {
  if (window !== null) {
    const { rows } = await sql<Closed>`
      select distinct time_zone, country, (${from})::timestamptz as moment from chunk where run_id = ${runId}`.execute(
      tx,
    );
    await setOpenings(tx, runId, window, rows);
  }
  await sql`
    update run set send_window = ${window && json(window as unknown as JsonObject)},
      expires_at = greatest(${from}, (select max(opens_at) from chunk where run_id = ${runId} and opens_at < ${NEVER.opensAt}))
        + ${expiresAfterHours} * interval '1 hour'
    where id = ${runId}`.execute(tx);
};

/**
 * Moves the chunks whose opening is over to the next one, by database time. Lines outside their window are held by nothing else. What is
 * past its expiry is let through, to be given up.
 */
export const moveOpenings = async (db: Db): Promise<void> => {
  const { rows: some } = await sql`
    select from run where send_window is not null and state in ('scheduled', 'sending', 'paused') limit 1`.execute(db);
  if (some.length === 0) return;
  await sql`
    update chunk c set opens_at = null, closes_at = null from run r
    where r.send_window is not null and r.state = 'sending' and r.expires_at <= now() and c.run_id = r.id and c.open > 0 and c.closes_at is not null`.execute(
    db,
  );
  const { rows } = await sql<Closed & { id: RunId; sendWindow: RunWindow }>`
    select distinct r.id, r.send_window, c.time_zone, c.country, now() as moment
    from run r join chunk c on c.run_id = r.id and c.open > 0 and c.closes_at <= now()
    where r.send_window is not null and r.state in ('scheduled', 'sending', 'paused')`.execute(db);
  for (const { id, sendWindow } of new Map(rows.map((row) => [row.id, row])).values()) {
    const places = rows.filter((row) => row.id === id);
    await setOpenings(db, id, sendWindow, places);
  }
};

const setOpenings = async (
  db: Db | Tx,
  runId: RunId,
  { window, home }: RunWindow,
  places: readonly Closed[],
): Promise<void> => {
  const openings = places.map((place) => openingAt(window, place, home, place.moment) ?? NEVER);
  await sql`
    update chunk c set opens_at = place.opens_at, closes_at = place.closes_at
    from unnest(${places.map((place) => place.timeZone)}::text[], ${places.map((place) => place.country)}::text[],
      ${openings.map(({ opensAt }) => opensAt)}::timestamptz[], ${openings.map(({ closesAt }) => closesAt)}::timestamptz[])
      as place (time_zone, country, opens_at, closes_at)
    where c.run_id = ${runId} and c.open > 0 and c.time_zone is not distinct from place.time_zone
      and c.country is not distinct from place.country`.execute(db);
};
