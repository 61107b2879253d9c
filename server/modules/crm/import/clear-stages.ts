import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { dropStage } from './stage-table.ts';

const DAY = 24 * 3_600_000;

/** Nobody works at it, and nobody touched it since. */
const leftAloneSince = (since: Date): RawBuilder<unknown> =>
  sql`state not in ('checking', 'running') and greatest(created_at, started_at, beat_at, finished_at) < ${since}`;

/**
 * Drops the staging tables of imports that nobody touched for a day. One that was checked may still be run: its file is then read anew. The import is held
 * meanwhile, and one that somebody else holds is left for the next time.
 */
export const clearStages = async ({ db, clock }: { db: Db; clock: Clock }): Promise<void> => {
  const leftAlone = leftAloneSince(new Date(clock.now().getTime() - DAY));
  const { rows } = await sql<{ id: string }>`select id from import
    where ${leftAlone} and to_regclass('staging.import_' || replace(id::text, '-', '')) is not null`.execute(db);
  for (const { id } of rows)
    await db.transaction().execute(async (tx) => {
      const held = await sql`select from import where id = ${id} and ${leftAlone} for update skip locked`.execute(tx);
      if (held.rows.length === 1) await dropStage(tx, id);
    });
};
