import { sql } from 'kysely';
import type { Db } from '../../../platform/database/open-database.ts';
import { enqueue, handle, type TaskHandler, type TimedTask, task } from '../../../platform/queue/queue.ts';
import { clearAway } from './clear-away.ts';
import { type WorkNeeds, workImport } from './work-import.ts';

export const importRowsTask = task<{ importId: string }>('import-rows');
const resumeImportsTask = task<Record<string, never>>('resume-imports');
const clearAwayTask = task<Record<string, never>>('clear-away-imports');

/** An import whose worker died goes on with the next one. */
const resumeImports = async ({ db, clock }: Pick<WorkNeeds, 'clock'> & { db: Db }) => {
  const silent = new Date(clock.now().getTime() - 60_000);
  const { rows } = await sql<{
    id: string;
  }>`select id from import where state in ('checking', 'running') and beat_at < ${silent}`.execute(db);
  for (const { id } of rows) await enqueue(db, importRowsTask, { importId: id }, { jobKey: `import:${id}` });
};

export const importTasks = (needs: WorkNeeds): TaskHandler[] => [
  handle(importRowsTask, async ({ importId }, { signal }) => {
    const ended = await workImport(needs, importId, () => !signal.aborted);
    if (ended === 'paused') await enqueue(needs.db, importRowsTask, { importId });
  }),
  handle(resumeImportsTask, () => resumeImports(needs)),
  handle(clearAwayTask, () => clearAway(needs)),
];

export const importSchedule: TimedTask[] = [
  { task: resumeImportsTask, match: '* * * * *' },
  { task: clearAwayTask, match: '23 * * * *' },
];
