import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Gateways } from './gateways.ts';
import { listSmppAccounts } from './sms-account.store.ts';

const EVERY_MS = 15_000;

export interface SmsListener {
  stop(): Promise<void>;
}

/** Holds a connection to each SMPP gateway, so that receipts and messages come in while nothing is sent. */
export const startSmsListener = (
  { db, logger, smsGateways }: { db: Db; logger: Logger; smsGateways: Gateways },
  every = EVERY_MS,
): SmsListener => {
  const stopping = new AbortController();
  const hold = async () => {
    for (const account of await listSmppAccounts(db)) {
      await smsGateways.listen(account).catch((err) => logger.debug({ err, account: account.id }, 'no connection'));
    }
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await hold().catch((err) => logger.warn({ err }, 'SMS gateways could not be listened to, trying again'));
      await sleep(every, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
