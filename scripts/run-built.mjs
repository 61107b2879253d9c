// npm start, npm run demo, npm run ledger:check: builds what is stale, then runs the built command in this very process, so that
// signals, the terminal and the exit code are its own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale, ROOT } from './build.mjs';

const NEEDS_THE_BROWSER_FILES = ['start', 'web', 'demo', 'build'];

try {
  refuseOldNode();
  refuseMissingPackages();
  const [command = '', ...args] = process.argv.slice(2);
  await buildStale(NEEDS_THE_BROWSER_FILES.includes(command) ? ['server', 'web'] : ['server']);
  if (command !== 'build') await runBuilt(command, args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

async function runBuilt(command, args) {
  const file = join(ROOT, 'dist', 'server', 'main', `${command}.js`);
  if (command === '' || !existsSync(file)) {
    throw new Error(`There is no command "${command}". Choose one of: ${commands().join(', ')}, build.`);
  }
  process.argv = [process.argv[0], file, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
}

/** The files of main that run by themselves; the others are their parts. */
function commands() {
  const folder = join(ROOT, 'dist', 'server', 'main');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return names
    .filter((name) => !/^export /m.test(readFileSync(join(folder, name), 'utf8')))
    .map((name) => name.slice(0, -3));
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Fanfare needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
}

function refuseMissingPackages() {
  if (existsSync(join(ROOT, 'node_modules', 'fastify'))) return;
  throw new Error('The packages are not installed yet. Run: npm ci');
}
