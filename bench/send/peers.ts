import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../scripts/build.mjs';
import { findProgram } from '../../scripts/programs.ts';
import { freePort } from '../../tests/support/free-port.ts';
import { startPeer } from '../../tests/support/peers.ts';
import { type Taken, timed } from '../bench.ts';
import { endedChildrenMs, processorMs } from './processor.ts';

export interface MailPeer {
  port: number;
  stop(): Promise<void>;
}

/** Postfix's test server. */
export const startSink = async (folder: string): Promise<MailPeer> => {
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const peer = await startPeer('smtp-sink', [...asRoot, `127.0.0.1:${port}`, '128'], { port, folder });
  return { port, stop: () => peer.stop() };
};

/** As built: the bench has called `buildStale(['processes'])`. */
const forked = (name: string, args: string[]): ChildProcess =>
  fork(join(ROOT, `dist/processes/${name}.js`), args, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

export interface LightServer extends MailPeer {
  /** The last message it accepted, one byte per character. */
  sample(): Promise<string>;
}

/** Our own, in a process of its own; every reply `lateMs` late. */
export const startLightServer = async (lateMs: number, mode: 'chunking' | 'pipelining'): Promise<LightServer> => {
  const child = forked('light-server-process', [String(lateMs), mode]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    sample: async () => {
      child.send('sample');
      const [{ last }] = (await once(child, 'message')) as [{ last: string }];
      return last;
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
};

/** Postfix's smtp-source sends a file so many times over ten connections that stay open. */
export const source = async (file: string, count: number, port: number): Promise<Taken> => {
  const cpuBefore = endedChildrenMs();
  const ms = await timed(async () => {
    const args = ['-d', '-s', '10', '-m', String(count), '-F', file, `127.0.0.1:${port}`];
    const child = spawn(findProgram('smtp-source')!, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
  });
  return { ms, cpuMs: endedChildrenMs() - cpuBefore };
};

/** nodemailer's pooled transport sends so many; its start does not count. */
export const nodemailer = async (htmlFile: string, count: number, port: number): Promise<Taken> => {
  const child = forked('nodemailer-process', [String(port), String(count), htmlFile]);
  await once(child, 'message');
  const cpuBefore = processorMs(child.pid!);
  let cpuMs = 0;
  const ms = await timed(async () => {
    child.send('go');
    await once(child, 'message');
    cpuMs = processorMs(child.pid!) - cpuBefore;
  });
  child.disconnect();
  await once(child, 'exit');
  return { ms, cpuMs };
};
