import type { WaitReason } from '../../../contract/runs.ts';
import { waitReasonOf } from './model/waiting.ts';

/** A full disk is asked again after this. */
export const FULL_AGAIN_MS = 5_000;
/** It is told of for so long after it was last met. */
const TOLD_MS = 15_000;

/** Sending waits while a disk is full, says so, and goes on by itself. */
export class FullDisk {
  #met: { reason: WaitReason; at: number } | null = null;

  /** Whether this error says so. */
  note(error: unknown): boolean {
    const reason = waitReasonOf(error);
    if (reason !== null) this.#met = { reason, at: performance.now() };
    return reason !== null;
  }

  get waitsFor(): WaitReason | null {
    return this.#met !== null && performance.now() - this.#met.at < TOLD_MS ? this.#met.reason : null;
  }
}
