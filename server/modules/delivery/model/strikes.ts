/** Refusals that are final for an address only when they come again over time: how many days with one, over how many days at least (F17, F19). */
const RULES: Readonly<Record<string, { strikes: number; days: number }>> = {
  mailbox_disabled: { strikes: 2, days: 7 },
  mailbox_full: { strikes: 5, days: 14 },
};

export const isStrike = (reason: string): boolean => Object.hasOwn(RULES, reason);

/** `days`: since the first. */
export const isOut = (reason: string, strikes: number, days: number): boolean => {
  const rule = RULES[reason];
  return rule !== undefined && strikes >= rule.strikes && days >= rule.days;
};
