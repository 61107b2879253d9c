import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from 'vitest';
import { findProgram } from '../../scripts/programs.ts';

const PATIENCE_MS = 20_000;

interface Needed {
  programs: string[];
  asRoot?: boolean;
}

/** Tests that need servers of this machine: skipped, with the reason in their name, where one is missing or we may not start it. */
export function withPeers(name: string, { programs, asRoot = false }: Needed, tests: () => void): void {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  const reasons = [
    ...missing.map((program) => `no ${program} here`),
    ...(asRoot && process.getuid?.() !== 0 ? ['not root'] : []),
  ];
  describe.skipIf(reasons.length > 0)(reasons.length > 0 ? `${name} (${reasons.join(', ')})` : name, tests);
}

/** Another server, in the foreground and in a process group of its own. */
export interface Peer {
  /** What it wrote to its outputs. */
  said(): string;
  stop(): Promise<void>;
}

interface PeerWish {
  port: number;
  folder: string;
  /** It speaks first, as SMTP and IMAP servers do: it answers once it has said its greeting. */
  greets?: boolean;
  user?: { uid: number; gid: number } | undefined;
}

/** Starts it and waits until it answers on the port; what it said tells why it does not. */
export async function startPeer(program: string, args: string[], { port, folder, greets = true, user }: PeerWish) {
  const child = spawn(findProgram(program) ?? program, args, {
    ...user,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const killOnExit = () => endGroup(child, 'SIGKILL');
  process.once('exit', killOnExit);
  const peer: Peer = {
    said: () => said,
    stop: async () => {
      process.removeListener('exit', killOnExit);
      await ended(child);
    },
  };
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await answers(port, greets))) {
    if (performance.now() < deadline && child.exitCode === null) {
      await sleep(20);
      continue;
    }
    await peer.stop();
    throw new Error(`${program} does not answer on port ${port} (exit ${child.exitCode}): ${said}`);
  }
  return peer;
}

function answers(port: number, greets: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const is = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => is(false));
    socket.once(greets ? 'data' : 'connect', () => is(true));
    socket.once('error', () => is(false));
    socket.once('end', () => is(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  endGroup(child, 'SIGTERM');
  await Promise.race([exit, sleep(3_000, undefined, { ref: false })]);
  endGroup(child, 'SIGKILL');
  await exit;
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // The group has gone already.
  }
}
