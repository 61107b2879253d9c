import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { findPostgres } from '../../scripts/programs.ts';
import { testDatabase } from '../support/database.ts';

describe.skipIf(findPostgres() === undefined)('on an installed PostgreSQL (skipped where there is none)', () => {
  const database = testDatabase();

  test('the migrations stand, from version 15 on', async () => {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::int / 10000 as version`.execute(database.db);
    expect(rows[0]!.version).toBeGreaterThanOrEqual(15);
  });
});
