import { sql } from 'kysely';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { today as todayEndpoint } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showLiveRuns } from '../delivery/index.ts';

type Today = OutputOf<typeof todayEndpoint>;

const DAY_MS = 24 * 3600 * 1000;

/** What runs now, what needs a person, what ended within a day. */
export const today = async ({ db, clock }: { db: Db; clock: Clock }, actor: Actor): Promise<Today> => {
  authorise(actor, 'campaign.see');
  const runs = await showLiveRuns(db, new Date(clock.now().getTime() - DAY_MS));
  const over = (state: string) => state === 'finished' || state === 'stopped';
  return {
    running: runs.filter((run) => !over(run.state)),
    finished: runs.filter((run) => over(run.state)),
    unknown: await readUnknown(db),
    pausedAccounts: await readPausedAccounts(db),
    sentBefore: await isAnythingSent(db),
  };
};

const readUnknown = async (db: Db): Promise<Today['unknown']> => {
  const { rows } = await sql<Today['unknown'][number]>`
    select r.id as run_id, r.campaign_id, c.name as campaign_name, sum(k.unknown)::int as lines
    from run r join campaign c on c.id = r.campaign_id join chunk k on k.run_id = r.id and k.unknown > 0
    where r.mode <> 'test' and r.created_at > now() - interval '90 days'
    group by r.id, r.campaign_id, c.name order by r.id desc limit 50`.execute(db);
  return rows;
};

const readPausedAccounts = async (db: Db): Promise<Today['pausedAccounts']> => {
  const { rows } = await sql<Today['pausedAccounts'][number]>`
    select id, name, coalesce(paused_reason ->> 'reason', paused_reason ->> 'code', '') as reason from sending_account
    where paused_at is not null and archived_at is null order by name`.execute(db);
  return rows;
};

const isAnythingSent = async (db: Db): Promise<boolean> => {
  const found = await db
    .selectFrom('run')
    .select('id')
    .where('mode', '<>', 'test')
    .where('sealedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};
