import { type App, openApp } from '../../app.ts';
import type { Config } from '../../config/config.ts';
import { startOutbox } from '../../modules/channels/index.ts';
import type { Logger } from '../../platform/logger.ts';
import { serve } from '../run-process.ts';
import { beginAnew } from './begin-anew.ts';
import { freePort } from './demo-config.ts';

export interface OpenHouse {
  app: App;
  outboxPort: number;
  stop(): Promise<void>;
}

/** Web, worker and a mail server that keeps what it gets, all in this process. */
export const openHouse = async (config: Config, logger: Logger, { keep }: { keep: boolean }): Promise<OpenHouse> => {
  const release = keep ? async () => {} : await beginAnew(config, logger);
  const app = await openApp({ config, logger }).finally(release);
  const outbox = await startOutbox(app, await freePort(config.port + 1_000));
  const running = await serve(app, { web: true, worker: true });
  return {
    app,
    outboxPort: outbox.port,
    stop: async () => {
      await running.stop();
      await outbox.close();
    },
  };
};
