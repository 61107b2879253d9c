/** Why a sending account is paused or a test failed: nobody's message was judged, a person must look. */
export const ACCOUNT_TROUBLES = [
  'by_hand',
  'login_refused',
  'sender_refused',
  'server_refused',
  'certificate_refused',
  'tls_failed',
  'tls_not_offered',
  'tls_refused',
  'password_needs_tls',
] as const;

/** Why a message was refused for good. */
export const EMAIL_FAILURES = [
  'no_such_mailbox',
  'malformed_address',
  'address_needs_utf8',
  'mailbox_disabled',
  'policy',
  'too_big',
  'content_refused',
  'refused',
] as const;

/** Why a message waits for its next try; the last three are those of an unknown too. */
export const EMAIL_DELAYS = [
  'greylisted',
  'rate_limited',
  'mailbox_full',
  'server_full',
  'server_busy',
  'too_many_recipients',
  'login_unavailable',
  'not_now',
  'out_of_step',
  'server_not_found',
  'server_unreachable',
  'bad_reply',
  'connection_lost',
  'timeout',
] as const;

export const EMAIL_REASONS = [...ACCOUNT_TROUBLES, ...EMAIL_FAILURES, ...EMAIL_DELAYS] as const;
export type EmailReason = (typeof EMAIL_REASONS)[number];
