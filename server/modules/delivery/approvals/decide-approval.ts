import type { ApprovedPart, decideApproval as endpoint } from '../../../../contract/approvals.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { type Actor, authorise, tell } from '../../access/index.ts';
import { getCampaignForRun, getCampaignRow, recordDeed, type StoredCampaign } from '../../campaigns/index.ts';
import { changedParts } from '../model/approval.ts';
import type { PlanningNeeds } from '../planning.ts';
import { findPreparedRun } from '../run.store.ts';
import { getApprovalById, type StoredApproval } from './approval.store.ts';
import { fingerprintOf } from './fingerprint.ts';
import { tracksChangedSince } from './track-approvals.ts';

/** Approves or refuses what was asked; nobody his own, and nothing that has changed meanwhile. */
export const decideApproval = async (
  needs: PlanningNeeds & { db: Db },
  actor: Actor,
  { id, approve, reason }: InputOf<typeof endpoint>,
) => {
  authorise(actor, 'campaign.approve');
  await needs.db.transaction().execute(async (tx) => {
    const approval = await getApprovalById(tx, id);
    if (approval.state !== 'asked') throw new Conflict('approval_decided');
    if (approval.askedBy === actor.userId) throw new Conflict('approval_own');
    if (!approve && reason === '') throw new Invalid('reason', 'required');
    const campaign = await getCampaignRow(tx, approval.campaignId, true);
    if (approve && (await changedSince(needs, tx, campaign, approval)).length > 0) throw new Conflict('approval_void');
    await settle(needs, tx, actor, campaign, { approval, approve, reason });
  });
  return { ok: true } as const;
};

const changedSince = async (
  needs: PlanningNeeds,
  tx: Tx,
  campaign: StoredCampaign,
  approval: StoredApproval,
): Promise<ApprovedPart[]> => {
  const { actionId, fingerprint } = approval;
  if (actionId === null) return tracksChangedSince(needs, tx, campaign, approval);
  const subject = await getCampaignForRun(tx, actionId);
  return changedParts(fingerprint, await fingerprintOf(tx, subject, await findPreparedRun(tx, actionId)));
};

const settle = async (
  { clock }: Pick<PlanningNeeds, 'clock'>,
  tx: Tx,
  actor: Actor,
  campaign: StoredCampaign,
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
