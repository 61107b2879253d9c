import type { ApprovalRules, ApprovalStanding, ApprovedPart } from '../../../../contract/approvals.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, may, nameOfUser } from '../../access/index.ts';
import type { CampaignForRun } from '../../campaigns/index.ts';
import { type Fingerprint, whyNeeded } from '../model/approval.ts';
import type { StoredApproval } from './approval.store.ts';

type Campaign = Pick<CampaignForRun['campaign'], 'currency' | 'ownerId'>;

export const asksSomebody = ({ recipients, costMinor }: ApprovalRules): boolean =>
  recipients !== null || costMinor !== null;

export const nobodyAsked = ({ currency }: Pick<Campaign, 'currency'>): ApprovalStanding => ({
  needed: [],
  approval: null,
  currency,
  may: { ask: false, decide: false },
});

/** Whether a second person is needed for what is now, what he said, and what has changed since. */
export const standingOf = async (
  db: Db,
  actor: Actor,
  { currency, ownerId }: Campaign,
  rules: ApprovalRules,
  now: Pick<Fingerprint, 'planned' | 'costMinor'>,
  approval: (StoredApproval & { changed: ApprovedPart[] }) | null,
): Promise<ApprovalStanding> => ({
  needed: whyNeeded(rules, now),
  approval: approval && (await present(db, approval)),
  currency,
  may: {
    ask: may(actor, 'campaign.run', { ownerId }),
    decide: may(actor, 'campaign.approve') && approval?.state === 'asked' && approval.askedBy !== actor.userId,
  },
});

const present = async (db: Db, approval: StoredApproval & { changed: ApprovedPart[] }) => {
  const { id, state, note, reason, askedAt, decidedAt, fingerprint, changed } = approval;
  const { planned, costMinor } = fingerprint;
  return {
    ...{ id, state, note, reason, planned, costMinor, changed },
    askedBy: (await nameOfUser(db, approval.askedBy)) ?? '',
    askedAt: askedAt.toISOString(),
    decidedBy: await nameOfUser(db, approval.decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
};
