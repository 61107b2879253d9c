// npm test: npm run check and every test beside each other. The last line is plain: N passed, N failed, and N skipped when there are any.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../server/platform/package-root.ts';
import { buildStale } from './build.mjs';
import { REPORT_FILE, readReport, tally } from './report.ts';

const root = packageRoot();
const runs = async (...args: string[]): Promise<boolean> => {
  const [code] = await once(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }), 'exit');
  return code === 0;
};

/** Takes what others leave of the processor, and keeps what it has to say until they are done. */
const runsAside = async (...args: string[]): Promise<{ good: boolean; said: string }> => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stdout)]);
  return { good: code === 0, said };
};

rmSync(join(root, REPORT_FILE), { force: true });
// What tests need comes first: what most of them run, and the boundaries, of which one asks again. What cannot be built is told by the tests that need it.
const [bounded] = await Promise.all([
  runs('scripts/check.mjs', 'boundaries'),
  buildStale(['server', 'web', 'processes']).catch(() => undefined),
]);
const check = runsAside('scripts/check.mjs', 'types', 'dead-code', 'format');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT_FILE}`];
const tested = await runs('node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2));
const { good, said } = await check;
console.log(said);
const checked = bounded && good;

const { passed, failed, skipped } = tally(readReport());
const failures = failed + (checked ? 0 : 1) + (!tested && failed === 0 ? 1 : 0);
const allMustRun = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
if (!checked) console.log('\nnpm run check failed; see above.');
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
if (skipped.length > 0 && allMustRun) console.log('In CI nothing may be skipped.');

const line = `${passed} passed, ${failures} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
writeFileSync(join(root, 'reports/summary.txt'), `${line}\n`);
console.log(`\n${line}`);
process.exitCode = failures > 0 || passed === 0 || (allMustRun && skipped.length > 0) ? 1 : 0;
