import { Logger as QueueLogger } from 'graphile-worker';
import type { Logger } from '../logger.ts';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** The queue tells of every job at info; for us that is debug. */
export function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, message, meta) => logger[LEVELS[level]]({ ...scope, ...meta }, message));
}
