import { fork } from 'node:child_process';
import { join } from 'node:path';
import { buildStale, ROOT } from '../../scripts/build.mjs';

export interface Accepted {
  id: string;
  /** Digits, without a plus. */
  to: string;
  from: string;
  text: string;
  udh: string | null;
  coding: number;
  reference: number | null;
  sar: number | null;
}

/** How the gateway treats the next messages: refuses them, takes them and hangs up, or takes them and never answers. */
export type Misbehaviour = ({ kind: 'refuse'; status: number } | { kind: 'break' } | { kind: 'silent' }) & {
  times: number;
};

export type Order =
  | { do: 'habit'; number: string | null; habit: Misbehaviour }
  | { do: 'accepted' }
  | { do: 'receipt'; id: string; to: string; stat: string }
  | { do: 'text'; from: string; text: string }
  | { do: 'hangUp' };

export interface SmppServer {
  port: number;
  password: string;
  /** To one number, or (null) to all. */
  misbehave(number: string | null, habit: Misbehaviour): Promise<void>;
  accepted(): Promise<Accepted[]>;
  /** Answers the status with which it was acknowledged. */
  receipt(id: string, to: string, stat: string): Promise<number>;
  text(from: string, text: string): Promise<number>;
  hangUp(): Promise<void>;
  close(): Promise<void>;
}

/** A real SMPP gateway, the npm library's server, in a process of its own. */
export const startSmppServer = async (): Promise<SmppServer> => {
  const password = 'hush';
  await buildStale(['processes']);
  const child = fork(join(ROOT, 'dist/processes/smpp-server-process.js'), [password], { execArgv: [] });
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const waiting = new Map<number, (answer: never) => void>();
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the gateway did not start')));
    child.on('message', (message: { port: number } | { id: number; answer: never }) => {
      if ('port' in message) resolve(message.port);
      else waiting.get(message.id)?.(message.answer);
    });
  });
  let last = 0;
  const order = <T>(what: Order): Promise<T> =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      child.send({ id, order: what });
    });
  return {
    port,
    password,
    misbehave: (number, habit) => order({ do: 'habit', number, habit }),
    accepted: () => order({ do: 'accepted' }),
    receipt: (id, to, stat) => order({ do: 'receipt', id, to, stat }),
    text: (from, text) => order({ do: 'text', from, text }),
    hangUp: () => order({ do: 'hangUp' }),
    close: async () => {
      process.removeListener('exit', killOnExit);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
};
