import type { ActionId, ApprovalId } from '../../../../contract/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { Conflict } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, approversBesides, tell } from '../../access/index.ts';
import { type CampaignForRun, recordDeed } from '../../campaigns/index.ts';
import type { Fingerprint } from '../model/approval.ts';
import { insertApproval } from './approval.store.ts';

/** Throws Conflict where there is no second person. */
export const approversFor = async (tx: Tx, actor: Actor): Promise<string[]> => {
  const approvers = await approversBesides(tx, actor.userId);
  if (approvers.length === 0) throw new Conflict('nobody_to_approve');
  return approvers;
};

interface Asking {
  campaign: Pick<CampaignForRun['campaign'], 'id'>;
  /** Null: the tracks of the campaign. */
  actionId: ActionId | null;
  note: string;
  fingerprint: Fingerprint;
  approvers: string[];
}

/** Keeps what was asked, and tells whoever may approve. */
export const recordAsking = async (
  { clock, ids }: { clock: Clock; ids: Ids },
  tx: Tx,
  actor: Actor,
  { campaign: { id: campaignId }, actionId, note, fingerprint, approvers }: Asking,
): Promise<void> => {
  const at = clock.now();
  const id = ids.next() as ApprovalId;
  await insertApproval(tx, { id, campaignId, actionId, note, fingerprint, askedBy: actor.userId!, askedAt: at });
  const { planned } = fingerprint;
  await recordDeed(tx, actor, campaignId, 'approval_asked', at, { planned });
  const detail = { who: actor.name, planned, actionId };
  await tell(tx, { users: approvers, kind: 'approval_asked', campaignId, detail, key: `approval ${id}`, at });
};
