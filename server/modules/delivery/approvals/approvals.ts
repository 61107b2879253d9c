import type * as contract from '../../../../contract/approvals.ts';
import { reachesOut } from '../../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { ActionId, ApprovalId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import {
  type Actor,
  approversBesides,
  authorise,
  loadApprovalRules,
  may,
  nameOfUser,
  tell,
} from '../../access/index.ts';
import {
  assertLaunchable,
  authoriseRun,
  type CampaignForRun,
  getCampaignForRun,
  recordDeed,
} from '../../campaigns/index.ts';
import { planMainRun } from '../generate-selection.ts';
import { changedParts, hindranceOf, whyNeeded } from '../model/approval.ts';
import type { PlanningNeeds } from '../planning.ts';
import { countAction } from '../preview-action.ts';
import { findPreparedRun, getRunRow, type StoredRun } from '../run.store.ts';
import { chosenAtStart } from '../stage-start.ts';
import { findApproval, getApprovalById, insertApproval, type StoredApproval } from './approval.store.ts';
import { fingerprintOf } from './fingerprint.ts';

type Needs = PlanningNeeds & { ids: Ids };
type Input<E extends keyof typeof contract> = InputOf<(typeof contract)[E]>;
const OK = { ok: true } as const;

/** Nothing is sent by a list: nobody needs to approve it. */
const isAsked = ({ action }: CampaignForRun): boolean => reachesOut(action.channel);

/** Throws Conflict unless a second person approved exactly this, where the rules ask for one. */
export const assertApproved = async (tx: Tx, subject: CampaignForRun, run: StoredRun): Promise<void> => {
  const rules = await loadApprovalRules(tx);
  if (!isAsked(subject) || (rules.recipients === null && rules.costMinor === null)) return;
  const now = await fingerprintOf(tx, subject, run);
  if (whyNeeded(rules, now).length === 0) return;
  const hindrance = hindranceOf(await findApproval(tx, subject.action.id), now);
  if (hindrance !== null) throw new Conflict(hindrance, { planned: run.planned });
};

/** Whether an action needs a second person, what he said, and what has changed since. */
export const getApproval = async (
  needs: Needs,
  actor: Actor,
  { id }: Input<'getApproval'>,
  exchange: Exchange,
): Promise<OutputOf<typeof contract.getApproval>> => {
  authorise(actor, 'campaign.see');
  const { db } = needs;
  const subject = await getCampaignForRun(db, id);
  const { currency, ownerId } = subject.campaign;
  const [rules, approval, list] = await Promise.all([loadApprovalRules(db), findApproval(db, id), preparedNow(db, id)]);
  const asks = isAsked(subject) && (rules.recipients !== null || rules.costMinor !== null);
  if (!asks) return { needed: [], approval: null, currency, may: { ask: false, decide: false } };
  const now = await fingerprintOf(db, subject, list);
  const counts = !list && !chosenAtStart(subject) && rules.recipients !== null;
  const planned = counts ? (await countAction(needs, actor, { id, scope: 'all' }, exchange)).planned : now.planned;
  return {
    needed: whyNeeded(rules, { ...now, planned }),
    approval: approval ? await present(needs, approval, changedParts(approval.fingerprint, now)) : null,
    currency,
    may: {
      ask: may(actor, 'campaign.run', { ownerId }),
      decide: may(actor, 'campaign.approve') && approval?.state === 'asked' && approval.askedBy !== actor.userId,
    },
  };
};

const preparedNow = (db: Db, id: ActionId) => db.transaction().execute((tx) => findPreparedRun(tx, id));

const present = async ({ db }: Needs, approval: StoredApproval, changed: contract.ApprovedPart[]) => {
  const { id, state, note, reason, askedAt, decidedAt, fingerprint } = approval;
  const { planned, costMinor } = fingerprint;
  return {
    ...{ id, state, note, reason, planned, costMinor, changed },
    askedBy: (await nameOfUser(db, approval.askedBy)) ?? '',
    askedAt: askedAt.toISOString(),
    decidedBy: await nameOfUser(db, approval.decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
};

/** Asks about what would be sent now; the list is made first, so that whoever approves sees it. */
export const askApproval = async (needs: Needs, actor: Actor, { id, note }: Input<'askApproval'>) => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, id, { forUpdate: true });
    authoriseRun(actor, subject);
    const at = needs.clock.now();
    await assertLaunchable(tx, subject, { now: at, purpose: 'prepare' });
    const approvers = await approversBesides(tx, actor.userId);
    if (approvers.length === 0) throw new Conflict('nobody_to_approve');
    const list = await listOf(needs, tx, actor, subject);
    const fingerprint = await fingerprintOf(tx, subject, list);
    const { id: campaignId } = subject.campaign;
    const asked = { id: needs.ids.next() as ApprovalId, campaignId, actionId: id, note, fingerprint };
    await insertApproval(tx, { ...asked, askedBy: actor.userId!, askedAt: at });
    const { planned } = fingerprint;
    await recordDeed(tx, actor, campaignId, 'approval_asked', at, { planned });
    const detail = { who: actor.name, planned, actionId: id };
    await tell(tx, { users: approvers, kind: 'approval_asked', campaignId, detail, key: `approval ${asked.id}`, at });
  });
  return OK;
};

const listOf = async (needs: Needs, tx: Tx, actor: Actor, subject: CampaignForRun): Promise<StoredRun | undefined> => {
  const prepared = await findPreparedRun(tx, subject.action.id);
  if (prepared || chosenAtStart(subject)) return prepared;
  const { runId } = await planMainRun(needs, tx, actor, subject, 'all');
  return getRunRow(tx, runId);
};

/** Approves or refuses what was asked; nobody his own, and nothing that has changed meanwhile. */
export const decideApproval = async (needs: Needs, actor: Actor, input: Input<'decideApproval'>) => {
  authorise(actor, 'campaign.approve');
  const { id, approve, reason } = input;
  await needs.db.transaction().execute(async (tx) => {
    const approval = await getApprovalById(tx, id);
    if (approval.state !== 'asked') throw new Conflict('approval_decided');
    if (approval.askedBy === actor.userId) throw new Conflict('approval_own');
    if (!approve && reason === '') throw new Invalid('reason', 'required');
    const subject = await getCampaignForRun(tx, approval.actionId, { forUpdate: true });
    const now = await fingerprintOf(tx, subject, await findPreparedRun(tx, approval.actionId));
    if (approve && changedParts(approval.fingerprint, now).length > 0) throw new Conflict('approval_void');
    await settle(needs, tx, actor, subject, { approval, approve, reason });
  });
  return OK;
};

const settle = async (
  { clock }: Needs,
  tx: Tx,
  actor: Actor,
  { campaign }: CampaignForRun,
  { approval, approve, reason }: { approval: StoredApproval; approve: boolean; reason: string },
): Promise<void> => {
  const at = clock.now();
  const state = approve ? 'given' : 'refused';
  await tx
    .updateTable('approval')
    .set({ state, reason, decidedBy: actor.userId, decidedAt: at })
    .where('id', '=', approval.id)
    .execute();
  const verb = approve ? 'approval_given' : 'approval_refused';
  const detail = { who: actor.name, reason, actionId: approval.actionId };
  await recordDeed(tx, actor, campaign.id, verb, at, { reason, planned: approval.fingerprint.planned });
  const users = [approval.askedBy, campaign.ownerId].filter((user) => user !== actor.userId);
  await tell(tx, { users, kind: verb, campaignId: campaign.id, detail, key: `decision ${approval.id}`, at });
};
