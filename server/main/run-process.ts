import { type App, openApp } from '../app.ts';
import type { Config } from '../config/config.ts';
import { startSmsListener } from '../modules/channels/index.ts';
import { createSenderNeeds, Sender } from '../modules/delivery/index.ts';
import type { Logger } from '../platform/logger.ts';
import { version } from '../platform/package-root.ts';
import { startQueue } from '../platform/queue/queue.ts';
import { schedule } from '../schedule.ts';
import { tasks } from '../tasks.ts';

interface Roles {
  config: Config;
  logger: Logger;
  web: boolean;
  worker: boolean;
}

export interface RunningProcess {
  stop(): Promise<void>;
}

/** Starts the web side, the worker side or both, and stops them gracefully on SIGTERM or SIGINT. */
export const runProcess = async (roles: Roles): Promise<RunningProcess> => {
  const running = await start(roles);
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    roles.logger.info({ signal }, 'stopping');
    await running.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  return running;
};

const start = async ({ config, logger, ...roles }: Roles): Promise<RunningProcess> =>
  serve(await openApp({ config, logger }), roles);

const tellOfPort =
  ({ host, port }: Config) =>
  (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Another program listens on port ${port} of ${host}. Stop it, or set PORT to a free one.`);
  };

/** Lets an open app do its part; stopping closes the app too. */
export const serve = async (app: App, { web, worker }: Pick<Roles, 'web' | 'worker'>): Promise<RunningProcess> => {
  const { config, logger } = app;
  const closing: (() => Promise<void>)[] = [() => app.close()];
  // What cannot say goodbye, the database being away, does not keep the others from it.
  const stop = async () => {
    for (const close of closing) await close().catch((err) => logger.error({ err }, 'a part could not be stopped'));
  };
  try {
    if (worker) {
      const queue = await startQueue({ pool: app.pool, tasks: tasks(app), cron: schedule, logger });
      closing.unshift(() => queue.stop());
      const sender = await Sender.start(createSenderNeeds(app, version()));
      closing.unshift(() => sender.stop());
      const listener = startSmsListener(app);
      closing.unshift(() => listener.stop());
    }
    if (web) {
      // A worker needs none of it.
      const { createWebServer } = await import('./web-server.ts');
      const server = await createWebServer(app);
      closing.unshift(() => server.close());
      await server.listen({ host: config.host, port: config.port }).catch(tellOfPort(config));
      logger.info({ address: config.baseUrl }, 'listening');
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
};
