import { enqueue, handle, type TaskHandler, type TimedTask, task } from '../../platform/queue/queue.ts';
import { silentWork } from './revision-work.store.ts';
import { type RevisionWorkNeeds, workRevision } from './work-revision.ts';

export const revisePricesTask = task<{ revisionId: string }>('revise-prices');
const resumeRevisionsTask = task<Record<string, never>>('resume-price-revisions');

const SILENT_MS = 60_000;

/** Work whose process died goes on with the next one. */
const resumeRevisions = async ({ db, clock }: RevisionWorkNeeds) => {
  for (const revisionId of await silentWork(db, new Date(clock.now().getTime() - SILENT_MS)))
    await enqueue(db, revisePricesTask, { revisionId }, { jobKey: `revision:${revisionId}` });
};

export const catalogueTasks = (needs: RevisionWorkNeeds): TaskHandler[] => [
  handle(revisePricesTask, async ({ revisionId }, { signal }) => {
    const ended = await workRevision(needs, revisionId, () => !signal.aborted);
    if (ended === 'paused') await enqueue(needs.db, revisePricesTask, { revisionId });
  }),
  handle(resumeRevisionsTask, () => resumeRevisions(needs)),
];

export const catalogueSchedule: TimedTask[] = [{ task: resumeRevisionsTask, match: '* * * * *' }];
