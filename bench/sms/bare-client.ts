import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SmppServer } from '../../tests/support/smpp-server.ts';
import { type Taken, timed } from '../bench.ts';

export interface BareClient {
  submit(count: number): Promise<Taken>;
  stop(): Promise<void>;
}

/** In a process of its own, bound once. */
export const startBareClient = async ({ port, password }: SmppServer, window: number): Promise<BareClient> => {
  const child = fork(join(import.meta.dirname, 'bare-client-process.ts'), [String(port), password, String(window)], {
    execArgv: ['--import', 'tsx'],
  });
  await once(child, 'message');
  return {
    submit: async (count) => {
      let cpuMs = 0;
      const ms = await timed(async () => {
        child.send(count);
        [cpuMs] = (await once(child, 'message')) as [number];
      });
      return { ms, cpuMs };
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
};
