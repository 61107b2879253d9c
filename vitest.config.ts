import { defineConfig } from 'vitest/config';
import { findPostgres } from './scripts/programs.ts';

const SERVER_SIDE = '{contract,server,db,scripts,tests/{channels,journeys,repository,faults}}/**/*.test.ts';
const MAIN_JOB = ['newsletter', 'customer-list', 'second-try'].map((story) => `tests/journeys/${story}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: [SERVER_SIDE, 'web/src/**/*.test.{ts,tsx}'] } },
      {
        // The main job again, on a PostgreSQL from outside.
        extends: true,
        test: {
          name: 'another-postgresql',
          globalSetup: ['tests/support/another-postgresql.ts'],
          include: ['tests/another-postgresql/*.test.ts', ...(findPostgres() === undefined ? [] : MAIN_JOB)],
        },
      },
      {
        // Longer than a test may take: `npm run faults -- --named`.
        extends: true,
        test: {
          name: 'faults',
          include: process.env['NAMED_FAULTS'] === undefined ? [] : ['tests/faults/named/*.{fault,test}.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
