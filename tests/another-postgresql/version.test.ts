import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findPostgres } from '../../scripts/programs.ts';
import { testDatabase } from '../support/database.ts';

if (findPostgres() === undefined) test.skip('the main job on an installed PostgreSQL (no PostgreSQL server here)');
else {
  const database = testDatabase();
  test('the migrations stand on a PostgreSQL from outside, 15 or newer', async () => {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::int / 10000 as version`.execute(database.db);
    expect(rows[0]!.version).toBeGreaterThanOrEqual(15);
  });
}
