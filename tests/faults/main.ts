// npm run faults -- [--runs N] [--kills N] [--recipients N] [--seed N] [--keep FILE] [--json] | --named: campaigns sent while the worker is killed and
// connections break; the last line is one JSON object. --named instead makes each of the faults that need a place of their own (tests/faults/named). With --keep each run is written down, and what stands there is not run again.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBenchDatabase } from '../../bench/open-database.ts';
import { buildStale } from '../../scripts/build.mjs';
import { packageRoot } from '../../server/platform/package-root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type FaultReport, FaultRun } from './harness/fault-run.ts';
import { summaryOf } from './harness/summary.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
    recipients: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    named: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});

if (values.named) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'faults'];
  const env = { ...process.env, NAMED_FAULTS: 'yes' };
  process.exit(spawnSync(process.execPath, vitest, { cwd: packageRoot(), env, stdio: 'inherit' }).status ?? 1);
}

const kept: FaultReport[] =
  values.keep !== undefined && existsSync(values.keep)
    ? readFileSync(values.keep, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as FaultReport)
    : [];

await buildStale(['server']);
const reports = [...kept];
while (reports.length < Number(values.runs)) {
  const seed = Number(values.seed) + reports.length;
  const report = await oneRun(seed);
  reports.push(report);
  if (values.keep !== undefined) appendFileSync(values.keep, `${JSON.stringify(report)}\n`);
  if (!values.json) console.log(`run ${reports.length} (seed ${seed}): ${JSON.stringify(report)}`);
}
const summary = summaryOf(reports);
console.log(JSON.stringify(summary));
process.exit(Object.values(summary.invariants).every(Boolean) ? 0 : 1);

async function oneRun(seed: number): Promise<FaultReport> {
  const database = await openBenchDatabase();
  const { folder, remove } = await temporaryFolder();
  try {
    return await FaultRun.run(database, folder, {
      recipients: Number(values.recipients),
      kills: Number(values.kills),
      chunking: seed % 2 === 0,
      seed,
      healMs: 600_000,
    });
  } finally {
    await database.close();
    await remove();
  }
}
