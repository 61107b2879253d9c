import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../scripts/build.mjs';
import { WORKER_FLAGS } from '../../tests/support/worker-process.ts';
import type { Taken } from '../bench.ts';

export interface Client {
  /** Tells the processor of its process alone. */
  submit(count: number): Promise<Taken>;
  stop(): Promise<void>;
}

/** In a process of its own, built and started as production's worker is. */
export const startClient = async (name: 'ours' | 'bare', args: readonly string[]): Promise<Client> => {
  const child = fork(join(ROOT, 'dist/processes', `sms-${name}-process.js`), args, {
    execArgv: WORKER_FLAGS,
  });
  await told(child);
  return {
    submit: async (count) => {
      child.send(count);
      return (await told(child)) as Taken;
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
};

const told = async (child: ChildProcess): Promise<unknown> => {
  const over = new AbortController();
  const ended = once(child, 'exit', over).then(([code]) => Promise.reject(new Error(`a client ended with ${code}`)));
  ended.catch(() => undefined);
  const [answer] = await Promise.race([once(child, 'message'), ended]);
  over.abort();
  return answer;
};
