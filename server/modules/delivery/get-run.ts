import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type {
  getRun as getRunEndpoint,
  listRuns as listRunsEndpoint,
  listWorkers as listWorkersEndpoint,
  Run,
} from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showRun, showRuns } from './run.views.ts';
import { showWorkers } from './worker.views.ts';

export const getRun = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof getRunEndpoint>,
): Promise<Run> => {
  authorise(actor, 'campaign.see');
  return showRun(db, id);
};

export const listRuns = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof listRunsEndpoint>,
): Promise<Run[]> => {
  authorise(actor, 'campaign.see');
  return showRuns(db, { actionId: id });
};

export const listWorkers = async ({ db }: { db: Db }, actor: Actor): Promise<OutputOf<typeof listWorkersEndpoint>> => {
  authorise(actor, 'campaign.see');
  return showWorkers(db);
};
