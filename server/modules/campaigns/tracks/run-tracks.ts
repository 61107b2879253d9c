import { selectsSomebody } from '../../../../contract/audience.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { CampaignId } from '../../../../contract/ids.ts';
import type { endTracks as endEndpoint, startTracks as startEndpoint } from '../../../../contract/tracks.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, type FieldProblem, Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import type { FieldRegistry } from '../../audiences/index.ts';
import { actionsOf } from '../action.store.ts';
import { type StoredCampaign, storeCampaign } from '../campaign.store.ts';
import type { Viewing } from '../get-campaign.ts';
import { recordHistory } from '../history.store.ts';
import { messageProblemsOf } from '../launch-facts.ts';
import { paceProblems } from '../model/pace.ts';
import { anybodyUnderWay } from './due.store.ts';
import { enrolMatching } from './enrol.ts';
import { presentTracks } from './get-tracks.ts';
import { lockToEdit } from './save-tracks.ts';
import { getPlan, tracksOf } from './track.store.ts';

/** Everything that stands between a profiled campaign and its start, each at its field. */
export const startProblems = async (tx: Tx, campaign: StoredCampaign, now: Date): Promise<FieldProblem[]> => {
  const [plan, tracks, actions] = [
    await getPlan(tx, campaign.id),
    await tracksOf(tx, campaign.id),
    await actionsOf(tx, campaign.id),
  ];
  const found: FieldProblem[] = paceProblems(plan.pace).map(({ field, code }) => ({
    field: `pace.${field}`,
    code,
    params: {},
  }));
  if (!selectsSomebody(plan.audience) && !(await anybodyUnderWay(tx, campaign.id)))
    found.push({ field: 'audience', code: 'audience_empty', params: {} });
  if (tracks.length === 0) found.push({ field: 'tracks', code: 'tracks_missing', params: {} });
  for (const [index, { name, messages }] of tracks.entries()) {
    if (messages.length === 0) found.push({ field: `tracks.${index}.messages`, code: 'track_empty', params: { name } });
    for (const [place, actionId] of messages.entries()) {
      const action = actions.find(({ id }) => id === actionId)!;
      for (const { field, code, params, stop } of await messageProblemsOf(tx, campaign, action, now))
        if (stop === 'what' || place === 0)
          found.push({ field: `tracks.${index}.messages.${place}.${field}`, code, params });
    }
  }
  return found;
};

/** Throws where something speaks against these tracks, with those who are in. */
export type MayGo = (tx: Tx, campaign: StoredCampaign) => Promise<void>;
const always: MayGo = async () => undefined;

export const startTracks = async (
  needs: Viewing & { ruleFields: FieldRegistry },
  actor: Actor,
  { id }: InputOf<typeof startEndpoint>,
  mayGo: MayGo = always,
): Promise<OutputOf<typeof startEndpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await lockToRun(tx, actor, id);
    if (campaign.state === 'running') return;
    if (!['preparing', 'ready', 'completed'].includes(campaign.state))
      throw new Conflict('campaign_state_impossible', { from: campaign.state, to: 'running' });
    const now = needs.clock.now();
    const problems = await startProblems(tx, campaign, now);
    if (problems.length > 0) throw Invalid.all(problems);
    await storeCampaign(tx, id, { state: 'running', updatedAt: now });
    const people = await enrolMatching(needs, tx, campaign, now);
    await mayGo(tx, campaign);
    await recordHistory(tx, { campaignId: id, actor, verb: 'tracks_started', detail: { people }, at: now });
  });
  return presentTracks(needs, id);
};

/** Nothing more is planned; what is on its way goes out, and everybody keeps his place. */
export const endTracks = async (
  needs: Viewing,
  actor: Actor,
  { id }: InputOf<typeof endEndpoint>,
): Promise<OutputOf<typeof endEndpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await lockToRun(tx, actor, id);
    if (campaign.state === 'completed') return;
    if (campaign.state !== 'running' && campaign.state !== 'paused')
      throw new Conflict('campaign_state_impossible', { from: campaign.state, to: 'completed' });
    const at = needs.clock.now();
    await storeCampaign(tx, id, { state: 'completed', updatedAt: at });
    await recordHistory(tx, { campaignId: id, actor, verb: 'stopped', at });
  });
  return presentTracks(needs, id);
};

interface Holding {
  db: Db;
  clock: Clock;
}

/** The campaign plans nothing while it is paused. */
export const holdCampaign = (needs: Holding, actor: Actor, id: CampaignId): Promise<void> =>
  moveByHand(needs, actor, id, 'paused', always);
export const letCampaignGoOn = (needs: Holding, actor: Actor, id: CampaignId, mayGo: MayGo): Promise<void> =>
  moveByHand(needs, actor, id, 'running', mayGo);

/** By itself, with a reason that whoever calls it writes down. */
export const pauseTracks = (tx: Tx, { id }: StoredCampaign, at: Date): Promise<void> =>
  storeCampaign(tx, id, { state: 'paused', updatedAt: at });

const moveByHand = async (
  { db, clock }: Holding,
  actor: Actor,
  id: CampaignId,
  to: 'paused' | 'running',
  mayGo: MayGo,
): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const campaign = await lockToRun(tx, actor, id);
    const { state: from } = campaign;
    if (from === to) return;
    if (from !== 'running' && from !== 'paused') throw new Conflict('campaign_state_impossible', { from, to });
    await mayGo(tx, campaign);
    const at = clock.now();
    await storeCampaign(tx, id, { state: to, updatedAt: at });
    await recordHistory(tx, { campaignId: id, actor, verb: to === 'paused' ? 'paused' : 'resumed', at });
  });
};

const lockToRun = async (tx: Tx, actor: Actor, id: StoredCampaign['id']): Promise<StoredCampaign> => {
  const campaign = await lockToEdit(tx, actor, id);
  authorise(actor, 'campaign.run', { ownerId: campaign.ownerId });
  return campaign;
};
