import * as campaigns from './modules/campaigns/index.ts';
import * as catalogue from './modules/catalogue/index.ts';
import * as crm from './modules/crm/index.ts';
import type { TimedTask } from './platform/queue/queue.ts';

/** Every timed job, in UTC crontab lines. */
export const schedule: TimedTask[] = [
  ...crm.importSchedule,
  ...crm.tagSchedule,
  ...catalogue.catalogueSchedule,
  ...campaigns.smsSchedule,
];
