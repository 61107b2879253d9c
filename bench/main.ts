// npm run bench -- NAME [--json] [--size N] [--rounds N] [--only VARIANT-OR-FIGURE,…]: ratios, not times. The last line is one JSON object.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, type Result, runBench } from './bench.ts';
import { type Machine, machineOf } from './machine.ts';
import { openBenchDatabase } from './open-database.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    size: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
  },
});

const folder = import.meta.dirname;
const file = join(folder, `${positionals[0]}.bench.ts`);
if (positionals[0] === undefined || !existsSync(file)) {
  const names = readdirSync(folder).flatMap((name) => (name.endsWith('.bench.ts') ? [name.slice(0, -9)] : []));
  console.error(`Name a bench: ${names.join(', ')}. For example: npm run bench -- ${names[0]} --json`);
  process.exit(1);
}

const { bench } = (await import(file)) as { bench: Bench };
const database = await openBenchDatabase();
try {
  const result = await runBench(bench, database, {
    ...(values.size === undefined ? {} : { size: Number(values.size) }),
    ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
    ...(values.only === undefined ? {} : { only: values.only.split(',') }),
  });
  const machine = await machineOf(database);
  if (!values.json) tell(result, machine);
  console.log(JSON.stringify({ ...result, machine }));
  process.exitCode = result.detail.over.length > 0 ? 1 : 0;
} finally {
  await database.close();
}

function tell({ ratios, detail }: Result, { processors, memoryGB, node, postgresql }: Machine): void {
  console.log(`${bench.about}\n${processors}, ${memoryGB} GB, Node.js ${node}, PostgreSQL ${postgresql}`);
  console.log(`${detail.rounds} rounds of ${detail.size}, medians:`);
  for (const [name, ratio] of Object.entries(ratios)) {
    const { variant, against, of, limit, atLeast } = bench.ratios[name]!;
    const bounds = [
      ...(limit === undefined ? [] : [`at most ${limit}`]),
      ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ];
    const verdict =
      bounds.length === 0 ? 'told only' : `${detail.over.includes(name) ? 'MISSED' : 'kept'}: ${bounds.join(', ')}`;
    if (variant === undefined) console.log(`  ${name}: ${ratio} (${verdict})`);
    else
      console.log(
        `  ${name}: ${variant} takes ${ratio} × the ${of === 'cpuMs' ? 'processor' : 'time'} of ${against} (${verdict})`,
      );
  }
}
