import { loadConfig } from '../config/config.ts';
import { createLogger } from '../platform/logger.ts';
import { runProcess } from './run-process.ts';

const config = await loadConfig();
await runProcess({ config, logger: createLogger(config.logLevel), web: true, worker: true });
