import type { Db } from '../../platform/database/open-database.ts';
import { handle, type TaskHandler, type TimedTask, task } from '../../platform/queue/queue.ts';
import { gatherTagUses } from './tags.ts';

const gatherTask = task<Record<string, never>>('gather-tag-uses');

export const tagTasks = ({ db }: { db: Db }): TaskHandler[] => [handle(gatherTask, () => gatherTagUses(db))];

export const tagSchedule: TimedTask[] = [{ task: gatherTask, match: '*/10 * * * *' }];
