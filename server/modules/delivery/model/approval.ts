import { APPROVED_PARTS, type ApprovalRules, type ApprovedPart } from '../../../../contract/approvals.ts';

/** What a second person is shown and bound to: a digest of each part, and the numbers he reads. */
export type Fingerprint = Record<ApprovedPart, string> & {
  /** Null: settled only as it starts. */
  planned: number | null;
  costMinor: number;
};

type Why = 'size' | 'size_unknown' | 'cost';

/** Why a second person must approve. A size that nobody knows yet counts as above every size. */
export const whyNeeded = (
  rules: ApprovalRules,
  { planned, costMinor }: Pick<Fingerprint, 'planned' | 'costMinor'>,
): Why[] => {
  const size = planned === null ? 'size_unknown' : 'size';
  const large = rules.recipients !== null && (planned === null || planned > rules.recipients);
  const dear = rules.costMinor !== null && costMinor > rules.costMinor;
  return [...(large ? [size as Why] : []), ...(dear ? (['cost'] as const) : [])];
};

export const changedParts = (approved: Fingerprint, now: Fingerprint): ApprovedPart[] =>
  APPROVED_PARTS.filter((part) => approved[part] !== now[part]);

/** What stands in the way of sending: nothing, that nobody approved, or that what was approved is no more. */
export const hindranceOf = (
  approval: { state: string; fingerprint: Fingerprint } | undefined,
  now: Fingerprint,
): 'approval_needed' | 'approval_void' | null => {
  if (approval?.state !== 'given') return 'approval_needed';
  return changedParts(approval.fingerprint, now).length > 0 ? 'approval_void' : null;
};
