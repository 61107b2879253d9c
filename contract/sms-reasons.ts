/** Why an SMS account is paused, beside the troubles it shares with mail accounts. */
export const SMS_TROUBLES = ['inside_address'] as const;

/** Why an SMS was refused for good, beside the reasons it shares with e-mail. */
export const SMS_FAILURES = ['partly_refused'] as const;

export const SMS_REASONS = [...SMS_TROUBLES, ...SMS_FAILURES] as const;
export type SmsReason = (typeof SMS_REASONS)[number];
