import type { Exchange } from './route.ts';

/** Aborts when whoever asked has hung up before the answer: a newer question took the place of this one, or the page was left. */
export const abandoned = ({ reply }: Pick<Exchange, 'reply'>): AbortSignal => {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
};
