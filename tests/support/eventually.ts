import { vi } from 'vitest';

/** Waits until the expectation holds. How long a busy machine may take is no part of what is proved. */
export const eventually = (expectation: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(expectation, { timeout: 30_000, interval: 50 });
