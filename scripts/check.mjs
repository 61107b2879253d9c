// npm run check [format|types|boundaries|dead-code …]: everything that can be known without running the product. All of it is
// told, not only the first fault; the exit code is 1 when anything is wrong.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from './build.mjs';

const tool = (file, ...args) => [join(ROOT, 'node_modules', file), ...args];
// Two run at a time. TypeScript left to itself takes four threads, each of which works out the same types anew: twice the work.
const AT_ONCE = Math.min(2, availableParallelism());
const THREADS = Math.min(4, Math.floor(availableParallelism() / AT_ONCE));
// TypeScript 7 checks three times as fast; 5.9 stays for the tools that need its API.
const types = (project) =>
  tool(
    'typescript7/bin/tsc',
    '-p',
    project,
    '--noEmit',
    '--pretty',
    'false',
    '--checkers',
    String(THREADS),
    '--incremental',
    '--tsBuildInfoFile',
    `node_modules/.cache/fanfare/${project}.tsbuildinfo`,
  );

/** The longest first: they set the time of the whole. */
const CHECKS = [
  // The server with its tests, since each reads the other; what it must not use of a browser is for the linter to say.
  { kind: 'types', name: 'Types: server, tests, benches, scripts', command: types('tests') },
  {
    kind: 'boundaries',
    name: 'Boundaries between modules',
    command: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      // Read again only where a file has changed: a test asks for the same.
      '--cache',
      '--cache-strategy',
      'content',
      'contract',
      'server',
      'web/src',
      'db/demo',
    ),
  },
  { kind: 'types', name: 'Types: browser', command: types('web') },
  { kind: 'types', name: 'Types: contract', command: types('contract') },
  { kind: 'dead-code', name: 'Dead code', command: tool('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  {
    kind: 'format',
    name: 'Format and lint',
    command: tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=200'),
  },
];

const KINDS = [...new Set(CHECKS.map((check) => check.kind))];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((kind) => !KINDS.includes(kind));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown.join(', ')}". Choose from: ${KINDS.join(', ')}.`);
  process.exit(1);
}

const waiting = CHECKS.filter((check) => wanted.length === 0 || wanted.includes(check.kind));
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) console.log(`\nCheck failed: ${failed.join(' · ')}`);
process.exit(failed.length > 0 ? 1 : 0);

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await examine(check);
}

async function examine({ name, command }) {
  const begun = Date.now();
  const { code, output } = await run(process.execPath, command);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code === 0) return;
  failed.push(name);
  console.log(`\n${output}\n`);
}
