import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportId } from '../contract/ids.ts';
import type { DemoContact } from '../db/demo/contact.ts';
import { makeDemoData } from '../db/demo/demo-data.ts';
import { SYSTEM } from '../server/modules/access/index.ts';
import { type WorkNeeds, workImport } from '../server/modules/crm/import/work-import.ts';
import { checkImport, runImport, updateImport, uploadImport } from '../server/modules/crm/index.ts';
import { systemClock } from '../server/platform/clock.ts';
import { uuidIds } from '../server/platform/ids.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { type Bench, timed } from './bench.ts';
import type { Database } from './open-database.ts';

const COLUMNS: Record<string, (contact: DemoContact) => string | null> = {
  'contact.first_name': ({ firstName }) => firstName,
  'contact.last_name': ({ lastName }) => lastName,
  'contact.email': ({ email }) => email,
  'contact.phone': ({ phone }) => phone,
  'contact.street': ({ street }) => street,
  'contact.postal_code': ({ postalCode }) => postalCode,
  'contact.city': ({ city }) => city,
  'contact.country': ({ country }) => country.code,
  'contact.language': ({ country }) => country.language,
  'contact.birthday': ({ birthday }) => birthday,
  'contact.tags': ({ tags }) => tags.join(';'),
};

/** The file is read, each row judged and joined with those who are there, then written and reported; or only checked. */
export const bench: Bench = {
  name: 'import',
  about: 'Bringing in new contacts from a CSV file, against COPY of the same file into a table without keys',
  size: 5_000,
  rounds: 7,
  ratios: {
    run: { variant: 'run', against: 'copy', limit: 60 },
    check: { variant: 'check', against: 'copy', limit: 50 },
  },
  open: async (database, size) => {
    const { folder, remove } = await temporaryFolder();
    const needs = needsFor(database, folder);
    const csv = csvOf(size);
    const columns = Object.keys(COLUMNS).map((_, place) => `c${place} text`);
    await sql`create table bare_contact (${sql.raw(columns.join(', '))})`.execute(database.db);
    return {
      variants: {
        run: () => brought(needs, csv),
        check: () => checked(needs, csv),
        copy: () => timed(() => copied(database, csv)),
      },
      close: remove,
    };
  },
};

const needsFor = ({ db }: Database, dataFolder: string): WorkNeeds => ({
  db,
  ids: uuidIds,
  clock: systemClock,
  config: { dataFolder },
  importHooks: { recordConsent: async () => {} },
});

const csvOf = (size: number): string => {
  const contacts = makeDemoData({ contacts: size }).contacts.filter(({ address }) => address === 'good');
  const rows = contacts.map((contact) => Object.values(COLUMNS).map((value) => value(contact)));
  return stringify([Object.keys(COLUMNS), ...rows]);
};

const uploaded = async (needs: WorkNeeds, csv: string): Promise<ImportId> => {
  const stream = Readable.from([Buffer.from(csv)]);
  const { id } = await uploadImport(needs, SYSTEM, { entity: 'contact', fileName: 'bench.csv', stream });
  await updateImport(needs, SYSTEM, { id: id as ImportId, mapping: Object.keys(COLUMNS) });
  await checkImport(needs, SYSTEM, { id: id as ImportId });
  return id as ImportId;
};

const checked = async (needs: WorkNeeds, csv: string): Promise<number> => {
  const id = await uploaded(needs, csv);
  return timed(() => workImport(needs, id));
};

const brought = async (needs: WorkNeeds, csv: string): Promise<number> => {
  const id = await uploaded(needs, csv);
  await workImport(needs, id);
  await runImport(needs, SYSTEM, { id });
  const ms = await timed(() => workImport(needs, id));
  const { rows } = await sql<{ created: number }>`select created from import where id = ${id}`.execute(needs.db);
  if (!rows[0]?.created) throw new Error('The bench brought nobody in.');
  await sql`delete from contact`.execute(needs.db);
  return ms;
};

const copied = async ({ pool }: Database, csv: string): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('truncate bare_contact');
    await pipeline([csv], client.query(copyFrom('copy bare_contact from stdin (format csv, header)')));
  } finally {
    client.release();
  }
};
