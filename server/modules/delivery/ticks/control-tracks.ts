import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { CampaignId, RunId } from '../../../../contract/ids.ts';
import type {
  holdTracks as holdEndpoint,
  resumeTracks as resumeEndpoint,
  Tracks,
} from '../../../../contract/tracks.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { holdCampaign, letCampaignGoOn, presentTracks, type RunTotalsOf } from '../../campaigns/index.ts';
import { pauseRun, resumeRun } from '../control-run.ts';

interface Needs {
  db: Db;
  clock: Clock;
  runTotals: RunTotalsOf;
}

/** Nothing more is planned, and what is on its way is paused with it. */
export const holdTracks = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof holdEndpoint>,
): Promise<OutputOf<typeof holdEndpoint>> => {
  authorise(actor, 'campaign.see');
  await holdCampaign(needs, actor, id);
  for (const run of await ticksIn(needs.db, id, 'sending')) await pauseRun(needs, actor, { id: run });
  return presentTracks(needs, id);
};

export const resumeTracks = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof resumeEndpoint>,
): Promise<Tracks> => {
  authorise(actor, 'campaign.see');
  for (const run of await ticksIn(needs.db, id, 'paused')) await resumeRun(needs, actor, { id: run });
  await letCampaignGoOn(needs, actor, id);
  return presentTracks(needs, id);
};

const ticksIn = async (db: Db, campaignId: CampaignId, state: 'sending' | 'paused'): Promise<RunId[]> => {
  const { rows } = await sql<{ id: RunId }>`
    select id from run where campaign_id = ${campaignId} and mode = 'tick' and state = ${state} order by id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};
