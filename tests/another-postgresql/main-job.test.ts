import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres } from '../../scripts/programs.ts';
import { startAnotherPostgres } from '../support/another-postgresql.ts';
import { makeDatabasesAt, testDatabase } from '../support/database.ts';

const programs = findPostgres();
const JOURNEYS = programs === undefined ? [] : ['newsletter', 'customer-list', 'second-try'];

/** What the main job proves, proven again; read anew, for a worker that has run the journey already would not register its tests twice. */
describe.skipIf(programs === undefined)('on an installed PostgreSQL (skipped where there is none)', () => {
  let server: Awaited<ReturnType<typeof startAnotherPostgres>>;
  beforeAll(async () => {
    server = await startAnotherPostgres(programs!);
    makeDatabasesAt(server.url);
  });
  afterAll(async () => {
    makeDatabasesAt(undefined);
    await server.close();
  });

  describe('an empty database', () => {
    const database = testDatabase();
    test('the migrations stand, from version 15 on', async () => {
      const { rows } = await sql<{ version: number }>`
        select current_setting('server_version_num')::int / 10000 as version`.execute(database.db);
      expect(rows[0]!.version).toBeGreaterThanOrEqual(15);
    });
  });

  describe.each(JOURNEYS)('%s', async (journey) => {
    await import(`../journeys/${journey}.test.ts?on-another-postgresql`);
  });
});
