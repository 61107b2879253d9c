import type { App } from './app.ts';
import * as campaigns from './modules/campaigns/index.ts';
import * as catalogue from './modules/catalogue/index.ts';
import * as crm from './modules/crm/index.ts';
import * as delivery from './modules/delivery/index.ts';
import type { TaskHandler } from './platform/queue/queue.ts';

/** Every queue task. Each is repeatable: a task that dies is tried again. */
export const tasks = (app: App): TaskHandler[] => [
  ...crm.importTasks(app),
  ...crm.tagTasks(app),
  ...catalogue.catalogueTasks(app),
  ...delivery.deliveryTasks(app),
  ...campaigns.smsTasks(app),
  ...campaigns.offerTasks(app),
];
