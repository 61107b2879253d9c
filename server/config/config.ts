import { resolve } from 'node:path';
import { packageRoot } from '../platform/package-root.ts';
import { ConfigError } from './config-error.ts';
import { type Environment, readEnvironment } from './env.ts';
import { installationSecret } from './installation-secret.ts';

export type DatabaseConfig = {
  /** An external server; without it the embedded one runs in the data folder. */
  url?: string;
  dataFolder: string;
  poolSize: number;
  statementTimeoutMs: number;
};

export type Config = {
  database: DatabaseConfig;
  dataFolder: string;
  host: string;
  port: number;
  /** Without a trailing slash; the start of every link that leaves the house. */
  baseUrl: string;
  /** Keys are derived from it by purpose; it is never used directly. */
  secret: Uint8Array;
  /** SMS gateways on this machine and its network may be called; otherwise only those on the internet. */
  insideGateways: boolean;
  logLevel: Environment['LOG_LEVEL'];
};

/** Throws ConfigError. Generates the installation secret in the data folder on the first start. */
export async function loadConfig(env: Environment = readEnvironment()): Promise<Config> {
  const dataFolder = resolve(packageRoot(), env.FANFARE_DATA ?? 'data');
  const baseUrl = baseUrlFrom(env);
  return {
    database: {
      ...(env.DATABASE_URL === undefined ? {} : { url: env.DATABASE_URL }),
      dataFolder,
      poolSize: 20,
      statementTimeoutMs: 60_000,
    },
    dataFolder,
    host: env.HOST,
    port: env.PORT,
    baseUrl,
    secret: await installationSecret(dataFolder, env.FANFARE_SECRET),
    insideGateways: env.INSIDE_GATEWAYS === 'yes',
    logLevel: env.LOG_LEVEL,
  };
}

function baseUrlFrom({ BASE_URL, HOST, PORT }: Environment): string {
  if (BASE_URL === undefined) {
    if (HOST === '0.0.0.0' || HOST === '::') {
      throw new ConfigError([
        {
          name: 'BASE_URL',
          reason: `is missing while HOST is ${HOST}`,
          remedy: 'Write the address that people use in their browser, such as https://fanfare.example.org.',
        },
      ]);
    }
    return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
  }
  const url = new URL(BASE_URL);
  if (url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ConfigError([
      {
        name: 'BASE_URL',
        reason: 'carries a query, a fragment or a password',
        remedy: 'Write only scheme, host, port and path.',
      },
    ]);
  }
  return BASE_URL.replace(/\/+$/, '');
}
