import { sendersOfLines } from '../campaigns/index.ts';
import type { Parcel } from '../channels/index.ts';
import type { SenderNeeds } from './bench.ts';
import type { Terms } from './model/terms.ts';

const ASKED_AGAIN_MS = 1_000;

/** Who lines are from. Where that is one person for the whole run, he is not asked for with every group of lines, but once a second. */
export const createSendersOfRun = (): SenderNeeds['sendersOf'] => {
  const known = new WeakMap<Terms, { sender: Parcel['sender']; until: number }>();
  return async (db, terms, lines) => {
    if (terms.senderPolicy === 'account_manager') return sendersOfLines(db, terms, lines);
    let one = known.get(terms);
    if (one === undefined || one.until < performance.now()) {
      const [sender = null] = await sendersOfLines(db, terms, lines.slice(0, 1));
      one = { sender, until: performance.now() + ASKED_AGAIN_MS };
      known.set(terms, one);
    }
    const { sender } = one;
    return lines.map(() => sender);
  };
};
