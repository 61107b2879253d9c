import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';
import { PATIENCE_MS } from './tests/support/patience.ts';

const TESTS = [
  '{contract,server,db,scripts,tests/{channels,another-postgresql,journeys,repository,faults,browser}}/**/*.test.ts',
  'web/src/**/*.test.{ts,tsx}',
];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: PATIENCE_MS } },
    pool: 'forks',
    // The files of a worker share what they import; what a test changes is in a database of its own.
    isolate: false,
    // One more than a small machine has cores: a file that waits leaves its core to another.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // One project, since each would read and translate the whole house once more.
      { extends: true, test: { name: 'own', include: TESTS } },
      {
        // Longer than a test may take: `npm run faults -- --named`.
        extends: true,
        test: {
          name: 'faults',
          include: process.env['NAMED_FAULTS'] === undefined ? [] : ['tests/faults/named/*.{fault,test}.ts'],
          isolate: true,
          fileParallelism: false,
        },
      },
    ],
  },
});
