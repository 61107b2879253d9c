export interface Rate {
  value: number | null;
  numerator: number;
  denominator: number;
}

/** A share of nothing is no number. */
export const rate = (numerator: number, denominator: number): Rate => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
});

interface Counts {
  sent: number;
  bounced: number;
  /** Sent and not come back. */
  delivered: number;
  /** Delivered lines whose message carried the means to notice. */
  tracked: number;
  openers: number;
  clickers: number;
  unsubscribed: number;
}

/**
 * delivered = sent − bounced; open rate = unique human openers / delivered and tracked; click rate (CTR) = unique human clickers /
 * delivered and tracked; click-to-open (CTOR) = unique human clickers / unique human openers; bounce rate = bounced / sent.
 */
export const ratesOf = ({ sent, bounced, delivered, tracked, openers, clickers, unsubscribed }: Counts) => ({
  open: rate(openers, tracked),
  click: rate(clickers, tracked),
  clickToOpen: rate(clickers, openers),
  bounce: rate(bounced, sent),
  unsubscribe: rate(unsubscribed, delivered),
});
