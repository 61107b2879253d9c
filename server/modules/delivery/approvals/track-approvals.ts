import {
  APPROVED_PARTS,
  type ApprovalStanding,
  type ApprovedPart,
  type askTracksApproval as askEndpoint,
  type getTracksApproval as getEndpoint,
} from '../../../../contract/approvals.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise, loadApprovalRules, SYSTEM, tell } from '../../access/index.ts';
import {
  authoriseRun,
  countPeople,
  countPeopleIn,
  getCampaignRow,
  getPlan,
  lockToEdit,
  pauseTracks,
  recordDeed,
  type StoredCampaign,
  startProblems,
} from '../../campaigns/index.ts';
import { whyNeeded } from '../model/approval.ts';
import type { PlanningNeeds } from '../planning.ts';
import { findApproval, type StoredApproval } from './approval.store.ts';
import { approversFor, recordAsking } from './record-asking.ts';
import { asksSomebody, nobodyAsked, standingOf } from './standing.ts';
import { fingerprintOfTracks } from './track-fingerprint.ts';

type Needs = PlanningNeeds & { ids: Ids };

/** Who is in, and who would come in now; null where people come in all along: nobody knows how many that will be. */
const peopleComing = async (needs: PlanningNeeds, db: Db | Tx, { id }: StoredCampaign): Promise<number | null> =>
  (await getPlan(db, id)).joining === 'live' ? null : countPeople(needs, db, id);

const peopleIn = async (tx: Tx, { id }: StoredCampaign): Promise<number | null> =>
  (await getPlan(tx, id)).joining === 'live' ? null : countPeopleIn(tx, id);

/** What is otherwise than when it was asked for. Fewer people than were told of are no change; more are. */
const changedFor = async (
  db: Db | Tx,
  campaign: StoredCampaign,
  { fingerprint }: StoredApproval,
  people: number | null,
): Promise<ApprovedPart[]> => {
  const now = await fingerprintOfTracks(db, campaign, fingerprint.planned);
  const more = people !== null && fingerprint.planned !== null && people > fingerprint.planned;
  return APPROVED_PARTS.filter((part) => fingerprint[part] !== now[part] || (part === 'audience' && more));
};

export const tracksChangedSince = async (
  needs: PlanningNeeds,
  db: Db | Tx,
  campaign: StoredCampaign,
  approval: StoredApproval,
): Promise<ApprovedPart[]> => changedFor(db, campaign, approval, await peopleComing(needs, db, campaign));

const asTracks = ({ id }: StoredCampaign) => ({ campaignId: id, actionId: null });

export const getTracksApproval = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id }: InputOf<typeof getEndpoint>,
): Promise<ApprovalStanding> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const campaign = await getCampaignRow(db, id);
  const rules = await loadApprovalRules(db);
  if (!asksSomebody(rules)) return nobodyAsked(campaign);
  const people = await peopleComing(needs, db, campaign);
  const now = await fingerprintOfTracks(db, campaign, people);
  const approval = await findApproval(db, asTracks(campaign));
  const told = approval ? { ...approval, changed: await changedFor(db, campaign, approval, people) } : null;
  return standingOf(db, actor, campaign, rules, now, told);
};

/** Asks about the messages, who comes in, the senders and the cost as they are now. */
export const askTracksApproval = async (needs: Needs, actor: Actor, { id, note }: InputOf<typeof askEndpoint>) => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await lockToEdit(tx, actor, id);
    authoriseRun(actor, { campaign });
    const problems = await startProblems(tx, campaign, needs.clock.now());
    if (problems.length > 0) throw Invalid.all(problems);
    const approvers = await approversFor(tx, actor);
    const fingerprint = await fingerprintOfTracks(tx, campaign, await peopleComing(needs, tx, campaign));
    await recordAsking(needs, tx, actor, { campaign, actionId: null, note, fingerprint, approvers });
  });
  return { ok: true } as const;
};

/** Throws Conflict unless a second person approved exactly these tracks for as many people, where the rules ask for one. */
export const assertTracksApproved = async (tx: Tx, campaign: StoredCampaign): Promise<void> => {
  const rules = await loadApprovalRules(tx);
  if (!asksSomebody(rules)) return;
  const people = await peopleIn(tx, campaign);
  if (whyNeeded(rules, await fingerprintOfTracks(tx, campaign, people)).length === 0) return;
  const approval = await findApproval(tx, asTracks(campaign));
  if (approval?.state !== 'given') throw new Conflict('tracks_approval_needed');
  if ((await changedFor(tx, campaign, approval, people)).length > 0) throw new Conflict('tracks_approval_void');
};

/** Tracks about which somebody was asked stand still while they are not what was approved; answers whether they do. */
export const holdUnapproved = async ({ clock }: PlanningNeeds, tx: Tx, campaign: StoredCampaign): Promise<boolean> => {
  const rules = await loadApprovalRules(tx);
  const approval = asksSomebody(rules) ? await findApproval(tx, asTracks(campaign)) : undefined;
  if (approval === undefined) return false;
  const now = await fingerprintOfTracks(tx, campaign, approval.fingerprint.planned);
  const changed = await changedFor(tx, campaign, approval, null);
  const holds = approval.state === 'given' && changed.length === 0;
  if (holds || whyNeeded(rules, now).length === 0) return false;
  const at = clock.now();
  await pauseTracks(tx, campaign, at);
  await recordDeed(tx, SYSTEM, campaign.id, 'approval_void', at, { parts: changed });
  const users = [...new Set([campaign.ownerId, approval.askedBy])];
  const key = `void ${approval.id} ${at.toISOString()}`;
  await tell(tx, { users, kind: 'approval_void', campaignId: campaign.id, detail: {}, key, at });
  return true;
};
