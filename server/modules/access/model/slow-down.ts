/** Failed attempts on one account within the window, told apart by where they come from. */
export interface Failures {
  ofAccount: number;
  ofSource: number;
  lastOfSourceAt: Date | null;
}

export const FAILURE_WINDOW_MS = 15 * 60 * 1000;
const FREE_FAILURES = 10;
const LONGEST_PAUSE_SECONDS = 60;

/**
 * Seconds until this source may try again, 0: now. After ten failures the pause doubles from two seconds to a minute. Only a source
 * that failed itself waits, so whoever guesses cannot lock the owner out; a device that signed in before does not even count the failures of others.
 */
export const pauseBefore = (
  { ofAccount, ofSource, lastOfSourceAt }: Failures,
  knownDevice: boolean,
  now: Date,
): number => {
  const failures = knownDevice ? ofSource : ofAccount;
  if (failures < FREE_FAILURES || lastOfSourceAt === null) return 0;
  const pause = Math.min(LONGEST_PAUSE_SECONDS, 2 ** (failures - FREE_FAILURES + 1));
  return Math.max(0, Math.ceil((lastOfSourceAt.getTime() + pause * 1000 - now.getTime()) / 1000));
};
