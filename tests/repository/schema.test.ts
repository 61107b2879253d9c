import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMA_FILE, schemaText, TABLES_FILE, tablesText } from '../../scripts/schema-snapshot.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { testDatabase } from '../support/database.ts';

describe('the snapshot of the database is what the migrations make (npm run db:snapshot)', () => {
  const database = testDatabase();
  const stored = (file: string) => readFile(join(packageRoot(), file), 'utf8');

  test(SCHEMA_FILE, async () => {
    expect(await schemaText(database.pool)).toBe(await stored(SCHEMA_FILE));
  });

  test(TABLES_FILE, async () => {
    expect(await tablesText(database.pool)).toBe(await stored(TABLES_FILE));
  });
});
