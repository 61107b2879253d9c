import { createServer } from 'node:net';
import { type Config, loadConfig } from '../../config/config.ts';
import { type Environment, readEnvironment } from '../../config/env.ts';
import { DemoRefused } from './demo-refused.ts';

const HOST = '127.0.0.1';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });

/** The port itself, or the next free one after it. */
export const freePort = async (wanted: number): Promise<number> => {
  for (let port = wanted; port < wanted + 100 && port <= 65_535; port += 1) if (await isFree(port)) return port;
  throw new DemoRefused(`No port is free from ${wanted} on. Set PORT to a free one.`);
};

/**
 * A house of its own beside the real one: never the database of DATABASE_URL, always a data folder named `demo`, and only on this
 * machine, for everyone knows its passwords.
 */
export const demoConfig = async (
  environment: Environment = readEnvironment(),
): Promise<{ config: Config; movedFrom: number | null }> => {
  const { DATABASE_URL: _, BASE_URL: __, ...rest } = environment;
  const port = await freePort(environment.PORT);
  const config = await loadConfig({
    ...rest,
    FANFARE_DATA: `${environment.FANFARE_DATA ?? 'data'}/demo`,
    HOST,
    PORT: port,
  });
  return { config, movedFrom: port === environment.PORT ? null : environment.PORT };
};
