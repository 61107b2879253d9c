import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bench, median, runBench } from '../../bench/bench.ts';
import { findProgram } from '../../scripts/programs.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { createTestDatabase } from '../support/database.ts';

const folder = join(packageRoot(), 'bench');
const files = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'));

describe.each(files)('%s', (file) => {
  test('runs, and tells a ratio for each of its limits', { timeout: 600_000 }, async (context) => {
    const { bench } = (await import(join(folder, file))) as { bench: Bench };
    const missing = (bench.programs ?? []).filter((program) => findProgram(program) === undefined);
    if (missing.length > 0) context.skip(`no ${missing.join(', ')} here`);
    const database = await createTestDatabase();
    try {
      const { ratios, detail } = await runBench(bench, database, { size: 20, rounds: 1, warmUp: false });
      expect(`${bench.name}.bench.ts`).toBe(file);
      expect(Object.keys(ratios)).toEqual(Object.keys(bench.ratios));
      for (const ratio of Object.values(ratios)) expect(ratio).toBeGreaterThan(0);
      expect({ ...detail.limits, ...detail.goals }).not.toEqual({});
    } finally {
      await database.drop();
    }
  });
});

test('variants take turns at being first, and one outlier changes no median', async () => {
  const order: string[] = [];
  const times: Record<string, number[]> = { slow: [99, 20, 20, 500], fast: [99, 10, 10, 10] };
  const variant = (name: string) => async () => {
    order.push(name);
    return times[name]!.shift()!;
  };
  const bench: Bench = {
    name: 'example',
    about: '',
    size: 1,
    rounds: 3,
    ratios: { slowness: { variant: 'slow', against: 'fast', limit: 1.5 } },
    open: async () => ({ variants: { slow: variant('slow'), fast: variant('fast') } }),
  };
  const { ratios, detail } = await runBench(bench, {} as never);
  expect(order).toEqual(['slow', 'fast', 'fast', 'slow', 'slow', 'fast', 'fast', 'slow']);
  expect(ratios).toEqual({ slowness: 2 });
  expect(detail.over).toEqual(['slowness']);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
