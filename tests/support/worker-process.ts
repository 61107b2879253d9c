import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../server/platform/package-root.ts';

export interface WorkerProcess {
  pid: number;
  /** SIGKILL, SIGTERM, SIGSTOP …; resolves when the process is gone (not for SIGSTOP and SIGCONT). */
  signal(name: NodeJS.Signals): Promise<void>;
  exited: Promise<unknown>;
}

/** A worker as production runs it: a process of its own over the test's database, of what was built (`buildStale(['server'])`). */
export const startWorkerProcess = (
  databaseUrl: string,
  dataFolder: string,
  { env = {} }: { env?: NodeJS.ProcessEnv } = {},
): WorkerProcess => {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--max-semi-space-size=32', join(packageRoot(), 'dist/server/main/worker.js')],
    {
      cwd: packageRoot(),
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl,
        FANFARE_DATA: dataFolder,
        LOG_LEVEL: 'error',
        BASE_URL: 'http://fanfare.test',
        ...env,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  // Whatever becomes of the test, its worker ends with it.
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const exited = once(child, 'exit').finally(() => process.removeListener('exit', killOnExit));
  return {
    pid: child.pid!,
    exited,
    signal: async (name) => {
      child.kill(name);
      if (name === 'SIGKILL' || name === 'SIGTERM') await exited;
    },
  };
};
