/** The demo's sums, as `--json` prints them. */
export interface Balance {
  matched: number;
  /** By reason, in the order of the gates. */
  excluded: Record<string, number>;
  planned: number;
  sent: number;
  failed: number;
  dropped: number;
  unknown: number;
  stillOpen: number;
  bounced: number;
  /** What the mail server on the other side counted. */
  smtpAccepted: number;
  balanced: boolean;
}

interface Counted {
  sums: {
    matched: number;
    planned: number;
    sent: number;
    failed: number;
    dropped: number;
    unknown: number;
    open: number;
  };
  excludedBy: readonly { reason: string; lines: number }[];
  bounced: number;
  smtpAccepted: number;
  /** Sums that the ledger's own check found broken. */
  brokenSums: number;
}

/** Balanced: every sum holds, nothing is left open, and both sides count the same messages. */
export const balanceOf = ({ sums, excludedBy, bounced, smtpAccepted, brokenSums }: Counted): Balance => {
  const { matched, planned, sent, failed, dropped, unknown, open } = sums;
  const excluded = excludedBy.reduce((sum, { lines }) => sum + lines, 0);
  const balanced =
    matched === planned + excluded &&
    planned === sent + failed + dropped + unknown + open &&
    open === 0 &&
    bounced <= sent &&
    sent === smtpAccepted &&
    brokenSums === 0;
  const byReason = Object.fromEntries(excludedBy.map(({ reason, lines }) => [reason, lines]));
  return {
    matched,
    excluded: byReason,
    planned,
    sent,
    failed,
    dropped,
    unknown,
    stillOpen: open,
    bounced,
    smtpAccepted,
    balanced,
  };
};
