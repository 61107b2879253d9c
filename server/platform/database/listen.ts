import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { isDirect, prepareSession } from './session.ts';

const AGAIN_MS = 5_000;
/** A server that does not answer does not keep a process from ending. */
const FAREWELL_MS = 1_000;

export interface Listening {
  stop(): Promise<void>;
}

interface ListenNeeds {
  pool: pg.Pool;
  logger: Logger;
}

/**
 * Calls `heard` at each NOTIFY of the channel, over a connection of its own, and whenever that is made anew, for what came meanwhile.
 * Behind a pooler nothing can be heard, so whoever listens looks by itself as well, if less often.
 */
export const listen = (
  { pool, logger }: ListenNeeds,
  channel: string,
  heard: () => void,
  again = AGAIN_MS,
): Listening => {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const possible = await listenOnce(pool.options, channel, heard, stopping.signal).catch((err) => {
        logger.debug({ err, channel }, 'notices are not heard, trying again');
        return true;
      });
      if (!possible) return;
      await sleep(again, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([running, sleep(FAREWELL_MS, undefined, { ref: false })]);
    },
  };
};

/** Listens until the connection is lost or it is time to stop. False: a pooler is in between. */
const listenOnce = async (
  options: pg.ClientConfig,
  channel: string,
  heard: () => void,
  stopping: AbortSignal,
): Promise<boolean> => {
  const client = new pg.Client(options);
  const ended = new Promise<void>((resolve, reject) => {
    client.on('end', resolve);
    client.on('error', reject);
  });
  // It may be lost before anybody awaits it.
  ended.catch(() => undefined);
  const end = () => void client.end().catch(() => undefined);
  stopping.addEventListener('abort', end);
  try {
    await client.connect();
    await prepareSession(client, 0);
    if (!isDirect(client)) return false;
    client.on('notification', heard);
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    heard();
    await ended;
    return true;
  } finally {
    stopping.removeEventListener('abort', end);
    end();
  }
};
