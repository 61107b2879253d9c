import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';

const database = testDatabase();
const pipeline = async () =>
  (
    await sql<{ stage: string }>`select name || ' ' || chance as stage from sales_stage order by position`.execute(
      database.db,
    )
  ).rows.map(({ stage }) => stage);

test('an installation older than the pipeline gets the default one in its language, one that has its own keeps it', async () => {
  const migration = await readFile('db/migrations/0135_pipeline_of_old_houses.sql', 'utf8');
  const migrate = () => database.pool.query(migration);
  await migrate();
  expect(await pipeline()).toEqual([]);
  await sql`insert into installation (name, language, currency, time_zone) values ('Zorza', 'pl', 'PLN', 'Europe/Warsaw')`.execute(
    database.db,
  );
  await migrate();
  expect(await pipeline()).toEqual(['Nowa 10', 'W rozmowach 30', 'Złożona oferta 60', 'Ustnie uzgodnione 80']);
  await sql`delete from sales_stage where position > 1`.execute(database.db);
  await migrate();
  expect(await pipeline()).toEqual(['Nowa 10']);
});
