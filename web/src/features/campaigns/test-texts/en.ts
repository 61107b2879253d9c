export const en = {
  arrived: '{sent} sent, {failed} failed',
  line_failed: '{to}: failed',
  line_unknown: '{to}: nobody knows whether it arrived',
  line_dropped: '{to}: not sent',
  line_deferred: '{to}: waits',
  nextTry: 'next attempt {time}',
  unknown_one: '{count} unknown',
  unknown_other: '{count} unknown',
  waiting_one: '{count} waiting',
  waiting_other: '{count} waiting',
  paused: 'The test stands still: {reason}',
} as const;
