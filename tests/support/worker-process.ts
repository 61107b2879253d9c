import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import type { Answer, Caller } from './house.ts';

export interface ProductProcess {
  pid: number;
  /** SIGKILL, SIGTERM, SIGSTOP …; resolves when the process is gone (not for SIGSTOP and SIGCONT). */
  signal(name: NodeJS.Signals): Promise<void>;
  exited: Promise<unknown>;
}

export type WorkerProcess = ProductProcess;

interface Setting {
  env?: NodeJS.ProcessEnv;
}

/** As in the scripts of package.json. */
export const WORKER_FLAGS = ['--use-largepages=silent', '--max-semi-space-size=64', '--min-semi-space-size=64'];

/** As production runs it: a process of its own over the test's database, of what was built (`buildStale(['server'])`). */
const startProcess = (
  main: 'web' | 'worker',
  databaseUrl: string,
  dataFolder: string,
  { env = {} }: Setting,
): ProductProcess => {
  const child: ChildProcess = spawn(
    process.execPath,
    [...WORKER_FLAGS, join(packageRoot(), `dist/server/main/${main}.js`)],
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
  // Whatever becomes of the test, its process ends with it.
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

export const startWorkerProcess = (databaseUrl: string, dataFolder: string, setting: Setting = {}): WorkerProcess =>
  startProcess('worker', databaseUrl, dataFolder, setting);

export interface WebProcess extends ProductProcess {
  /** A call as this person, who signed in elsewhere: the sessions are the database's. Null: the process died over it. */
  call<E extends Endpoint>(who: Caller, endpoint: E, input: SentTo<E>): Promise<Answer<OutputOf<E>> | null>;
}

/** Answers once it is ready. */
export const startWebProcess = async (
  databaseUrl: string,
  dataFolder: string,
  { env = {} }: Setting = {},
): Promise<WebProcess> => {
  const port = await freePort();
  const web = startProcess('web', databaseUrl, dataFolder, { env: { ...env, PORT: String(port) } });
  const address = `http://127.0.0.1:${port}`;
  await eventually(async () => expect((await fetch(`${address}/ready`)).ok).toBe(true));
  const call = async <E extends Endpoint>({ cookies }: Caller, { method, path }: E, input: SentTo<E>) => {
    const { id, ...body } = input as { id?: string };
    const cookie = [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const headers = { cookie, 'x-fanfare': '1', 'content-type': 'application/json' };
    const asked = { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${address}${path.replace(':id', id ?? '')}`, asked).catch(() => null);
    return response && { status: response.status, body: await response.json(), headers: {} };
  };
  return { ...web, call };
};
