import { vi } from 'vitest';
import { PATIENCE_MS } from './patience.ts';

/** Waits until the expectation holds. How long a busy machine may take is no part of what is proved. */
export const eventually = (expectation: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(expectation, { timeout: PATIENCE_MS, interval: 50 });
