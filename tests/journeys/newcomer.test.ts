import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyoneWorksIn } from '../../server/platform/database/embedded/process-life.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { freePort } from '../support/free-port.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// The two commands of the README, as they are typed on a new machine, but for the folder and the port.

/** The test runner has variables of its own, such as BASE_URL and NODE_ENV. */
const OF_A_TERMINAL = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'FANFARE_CI_RUN', 'SystemRoot'].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]]] : [],
  ),
);
const BUILD_AND_RUN_MS = 400_000;

let folder: string;
let remove: () => Promise<void>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await remove();
});

const run = (args: string[], environment: Record<string, string>): ChildProcess => {
  const child = spawn(process.execPath, ['scripts/run-built.mjs', ...args], {
    cwd: packageRoot(),
    env: { ...OF_A_TERMINAL, FANFARE_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
};

const ended = async (child: ChildProcess): Promise<number | null> =>
  (child.exitCode ?? (await once(child, 'exit'))[0]) as number | null;

describe('npm run demo -- --once --json', () => {
  test('Q01, O34: sends a campaign to the customers of one database, and every sum holds', {
    timeout: BUILD_AND_RUN_MS,
  }, async () => {
    const child = run(['demo', '--once', '--json'], { PORT: String(await freePort()) });
    const [output, complaints] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
    expect(await ended(child), complaints).toBe(0);
    const sums = JSON.parse(output.trimEnd().split('\n').at(-1)!);
    const excluded = Object.values<number>(sums.excluded).reduce((sum, lines) => sum + lines, 0);
    expect(sums).toMatchObject({ matched: 2000, unknown: 0, stillOpen: 0, balanced: true });
    expect(sums.planned + excluded).toBe(2000);
    expect(sums.sent + sums.failed + sums.dropped).toBe(sums.planned);
    expect(sums.smtpAccepted).toBe(sums.sent);
    expect(Math.min(sums.sent, sums.failed, Object.keys(sums.excluded).length)).toBeGreaterThan(3);
  });

  test('leaves nothing running', () => {
    expect(anyoneWorksIn(join(folder, 'demo/postgres'))).not.toBe(true);
    expect(anyoneWorksIn(join(folder, 'demo/postgres/cluster'))).not.toBe(true);
  });
});

describe('npm start', () => {
  test('answers when it says so, and ends cleanly when told to', { timeout: BUILD_AND_RUN_MS }, async () => {
    const port = await freePort();
    const child = run(['start'], { PORT: String(port) });
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout!).on('line', (line) => {
        const { msg, address } = JSON.parse(line);
        if (msg === 'listening') resolve(address);
      });
      child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
    expect(address).toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(`${address}/ready`)).json()).toEqual({ ready: true });
    expect(await (await fetch(address)).text()).toContain('<div id="root">');
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(anyoneWorksIn(join(folder, 'postgres/cluster'))).not.toBe(true);
  });
});
