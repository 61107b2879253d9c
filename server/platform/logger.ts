import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

const SECRETS = ['password', 'secret', 'token', 'apiKey', 'authorization', 'cookie', 'privateKey', 'passphrase'];

/** JSON lines; values under a secret's name are replaced at any of the first three levels. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { app: 'fanfare' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

export const silentLogger: Logger = pino({ level: 'silent' });
