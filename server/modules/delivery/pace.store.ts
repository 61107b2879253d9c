import { sql } from 'kysely';
import type { SendingAccountId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { BackOff } from './model/back-off.ts';
import type { ScopeState } from './model/draw.ts';
import type { PaceNow, Used } from './model/pace.ts';
import type { PaceRow } from './model/present-pace.ts';

const ms = (moment: string) => sql.raw(`(extract(epoch from ${moment}) * 1000)::float8`);

/** The day of the company: warm-up and daily limits go by it. */
const NOW = sql`
  select ${ms('t.at')} as at, (t.at at time zone z.name)::date::text as date,
    ${ms('(((t.at at time zone z.name)::date + 1)::timestamp at time zone z.name)')} as midnight
  from (select clock_timestamp() as at) t, (select coalesce((select time_zone from installation), 'UTC') as name) z`;

const readPaceNow = async (db: Db | Tx): Promise<PaceNow> => {
  const { rows } = await sql<PaceNow>`${NOW}`.execute(db);
  return rows[0]!;
};

/** Whoever draws or backs off for an account goes one after the other; answers the moment at which it is his turn. */
export const lockAccount = async (tx: Tx, account: SendingAccountId): Promise<PaceNow> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('pace:' || ${account}::text, 0))`.execute(tx);
  return readPaceNow(tx);
};

/** What has left under these scopes. */
export const readUsed = async (
  tx: Tx,
  account: SendingAccountId,
  scopes: readonly string[],
): Promise<Map<string, Used>> => {
  const { rows } = await sql<{ scope: string; used: Used }>`
    select scope, used from pace where account_id = ${account} and scope = any(${scopes}::text[]) and used is not null`.execute(
    tx,
  );
  return new Map(rows.map(({ scope, used }) => [scope, used]));
};

export const writeUsed = async (tx: Tx, account: SendingAccountId, states: readonly ScopeState[]): Promise<void> => {
  await sql`
    insert into pace (account_id, scope, used, free_at)
    select ${account}::uuid, scope, used::jsonb, to_timestamp(free / 1000)
    from unnest(${states.map(({ name }) => name)}::text[], ${states.map(({ used }) => JSON.stringify(used))}::text[],
      ${states.map(({ freeAt }) => freeAt)}::float8[]) as given (scope, used, free)
    on conflict (account_id, scope) do update set used = excluded.used, free_at = excluded.free_at`.execute(tx);
};

/** The account's scopes in which something stands, and the moment they were read. */
export const readPace = async (db: Db | Tx, account: SendingAccountId): Promise<{ now: PaceNow; rows: PaceRow[] }> => {
  const now = await readPaceNow(db);
  const { rows } = await sql<PaceRow>`
    select scope, used, ${ms('free_at')} as free_at, ${ms('held_until')} as held_until, held_reason, held_reply
    from pace where account_id = ${account} order by held_until desc nulls last, scope limit 1000`.execute(db);
  return { now, rows };
};

export interface Hold {
  scope: string;
  /** Milliseconds of the database's clock. */
  until: number;
  /** As a duration: the worker's clock is its own. */
  left: number;
}

/** Whom the account leaves alone right now, because a server asked for it; `at`: milliseconds of the database's clock. */
export const readHolds = async (db: Db, account: SendingAccountId): Promise<{ at: number; holds: Hold[] }> => {
  const { rows } = await sql<{ at: number; scope: string | null; until: number; left: number }>`
    select ${ms('t.at')} as at, scope, ${ms('held_until')} as until, ${ms('(held_until - t.at)')} as left
    from (select clock_timestamp() as at) t left join pace on account_id = ${account} and held_until > t.at`.execute(
    db,
  );
  const holds = rows.flatMap(({ scope, until, left }) => (scope === null ? [] : [{ scope, until, left }]));
  return { at: rows[0]!.at, holds };
};

/** Asks for the next back-off of a scope, under the account's lock; `decide` sees the one that stands. */
export const writeHold = async (
  db: Db,
  account: SendingAccountId,
  scope: string,
  said: { reason: string; reply: string },
  decide: (before: BackOff | null, now: number) => BackOff,
): Promise<Hold> =>
  db.transaction().execute(async (tx) => {
    const { at } = await lockAccount(tx, account);
    const { rows } = await sql<BackOff>`
      select held_step as step, ${ms('held_until')} as until from pace
      where account_id = ${account} and scope = ${scope} and held_step is not null`.execute(tx);
    const { step, until } = decide(rows[0] ?? null, at);
    await sql`
      insert into pace (account_id, scope, held_step, held_until, held_reason, held_reply)
      values (${account}, ${scope}, ${step}, to_timestamp(${until}::float8 / 1000), ${said.reason}, ${said.reply.slice(0, 500)})
      on conflict (account_id, scope) do update set held_step = excluded.held_step, held_until = excluded.held_until,
        held_reason = excluded.held_reason, held_reply = excluded.held_reply`.execute(tx);
    return { scope, until, left: until - at };
  });

/** A person says that the account may try again now: what waited for it is due. */
export const releaseHolds = async (db: Db | Tx, account: SendingAccountId): Promise<void> => {
  await sql`
    update chunk c set due_at = now() from run r
    where r.id = c.run_id and r.state = 'sending' and r.sending_account_id = ${account} and c.open > c.deferred and c.due_at > now()`.execute(
    db,
  );
  await sql`update pace set held_step = null, held_until = null, held_reason = null, held_reply = null where account_id = ${account}`.execute(
    db,
  );
};
