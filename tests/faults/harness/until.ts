import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const POLL_MS = 15;

/** Asks until it holds; false when it did not within the time. */
export const until = async (holds: () => boolean | Promise<boolean>, ms = PATIENCE_MS): Promise<boolean> => {
  const patience = performance.now() + ms;
  while (performance.now() < patience) {
    if (await holds()) return true;
    await sleep(POLL_MS);
  }
  return false;
};
