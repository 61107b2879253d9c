import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { CampaignId, RunId } from '../../../../contract/ids.ts';
import type {
  holdTracks as holdEndpoint,
  resumeTracks as resumeEndpoint,
  settleEnrolments as settleEndpoint,
  startTracks as startEndpoint,
  Tracks,
} from '../../../../contract/tracks.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import type { FieldRegistry } from '../../audiences/index.ts';
import {
  holdCampaign,
  letCampaignGoOn,
  startTracks as letTracksStart,
  presentTracks,
  type RunTotalsOf,
  settleEnrolments as settleByHand,
} from '../../campaigns/index.ts';
import { assertTracksApproved } from '../approvals/track-approvals.ts';
import { pauseRun, resumeRun } from '../control-run.ts';

interface Needs {
  db: Db;
  clock: Clock;
  runTotals: RunTotalsOf;
}

/** Those who match come in, where a second person has approved that or need not. */
export const startTracks = (
  needs: Needs & { ruleFields: FieldRegistry },
  actor: Actor,
  input: InputOf<typeof startEndpoint>,
): Promise<Tracks> => letTracksStart(needs, actor, input, assertTracksApproved);

export const settleEnrolments = (
  needs: Needs,
  actor: Actor,
  input: InputOf<typeof settleEndpoint>,
): Promise<OutputOf<typeof settleEndpoint>> => settleByHand(needs, actor, input, assertTracksApproved);

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
  await letCampaignGoOn(needs, actor, id, assertTracksApproved);
  for (const run of await ticksIn(needs.db, id, 'paused')) await resumeRun(needs, actor, { id: run });
  return presentTracks(needs, id);
};

const ticksIn = async (db: Db, campaignId: CampaignId, state: 'sending' | 'paused'): Promise<RunId[]> => {
  const { rows } = await sql<{ id: RunId }>`
    select id from run where campaign_id = ${campaignId} and mode = 'tick' and state = ${state} order by id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};
