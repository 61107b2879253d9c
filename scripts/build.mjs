import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const SERVER_SOURCES = ['contract', 'server', 'scripts/server.config.ts', 'tsconfig.base.json', 'package.json'];

/** What is built, from which sources, by which settings of Vite. Types are `npm run check`'s business: a start only translates. */
const PARTS = {
  server: {
    sources: [...SERVER_SOURCES, 'db/demo'],
    product: 'dist/server/main/start.js',
    args: ['--config', 'scripts/server.config.ts'],
  },
  web: {
    sources: ['contract', 'web', 'tsconfig.base.json', 'package.json'],
    product: 'dist/web/index.html',
    args: ['--config', 'web/vite.config.ts'],
  },
  /** Of tests and benches. */
  processes: {
    sources: [...SERVER_SOURCES, 'tests/support', 'bench/sms', 'bench/send'],
    product: 'dist/processes/tick-process.js',
    args: ['--config', 'scripts/server.config.ts', '--mode', 'processes'],
  },
};

const VITE = 'node_modules/vite/bin/vite.js';
/** Vite itself stays when the development packages are pruned; this does not. */
const TOOLS = [VITE, 'node_modules/@vitejs/plugin-react/package.json'];

/** Builds what changed since its last build, and says so on stderr in whole lines, for others may be writing too. Throws an Error with what to do when that fails. */
export async function buildStale(names) {
  const stale = names.filter((name) => isStale(PARTS[name], name));
  if (stale.length === 0) return;
  const release = await lock();
  try {
    for (const name of stale) if (isStale(PARTS[name], name)) await build(name);
  } finally {
    release();
  }
}

async function build(name) {
  const part = PARTS[name];
  if (!hasTools()) {
    throw new Error(`The ${name} has to be built and its tools are not installed. Run: npm ci`);
  }
  process.stderr.write(`Building the ${name} …\n`);
  const begun = Date.now();
  const fingerprint = fingerprintOf(part);
  rmSync(stampOf(name), { force: true });
  const { code, output } = await run(
    process.execPath,
    [join(ROOT, VITE), 'build', ...part.args, '--logLevel', 'warn'],
    {
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (code !== 0) throw new Error(`The ${name} could not be built:\n${output}`);
  process.stderr.write(`The ${name} is built (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
  writeFileSync(stampOf(name), fingerprint);
}

/** Runs a program quietly and keeps what it says. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output: output.trimEnd() }));
  });
}

const stampOf = (name) => join(ROOT, 'dist', `${name}.stamp`);

const hasTools = () => TOOLS.every((file) => existsSync(join(ROOT, file)));

/** A product delivered without sources or tools is run as it is. */
function isStale(part, name) {
  if (!existsSync(join(ROOT, part.product))) return true;
  if (!hasTools()) return false;
  if (!existsSync(stampOf(name))) return true;
  return readFileSync(stampOf(name), 'utf8') !== fingerprintOf(part);
}

function fingerprintOf({ sources }) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(join(ROOT, path))) return [];
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path))
    .filter((name) => !name.includes('.test.'))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

/** Two processes started at once build one after the other. A lock whose holder is gone is taken over. */
async function lock() {
  const file = join(ROOT, 'dist', 'build.lock');
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isRunning(readFileIfThere(file))) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function readFileIfThere(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
