import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { ImportId } from '../contract/ids.ts';
import type { DemoContact } from '../db/demo/contact.ts';
import { makeDemoData } from '../db/demo/demo-data.ts';
import { SYSTEM } from '../server/modules/access/index.ts';
import { productKind } from '../server/modules/catalogue/index.ts';
import { type WorkNeeds, workImport } from '../server/modules/crm/import/work-import.ts';
import { checkImport, createImportKinds, runImport, updateImport, uploadImport } from '../server/modules/crm/index.ts';
import { systemClock } from '../server/platform/clock.ts';
import { uuidIds } from '../server/platform/ids.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { type Bench, timed } from './bench.ts';
import { watchMemory } from './memory.ts';
import type { Database } from './open-database.ts';

const COLUMNS: Record<string, (contact: DemoContact, no: number) => string | null> = {
  'contact.first_name': ({ firstName }) => firstName,
  'contact.last_name': ({ lastName }) => lastName,
  'contact.email': ({ email }, no) => email?.replace('@', `.${no}@`) ?? null,
  'contact.phone': ({ phone }) => phone,
  'contact.street': ({ street }) => street,
  'contact.postal_code': ({ postalCode }) => postalCode,
  'contact.city': ({ city }) => city,
  'contact.country': ({ country }) => country.code,
  'contact.language': ({ country }) => country.language,
  'contact.birthday': ({ birthday }) => birthday,
  'contact.tags': ({ tags }) => tags.join(';'),
};

/** The way a person goes, from the uploaded file to the report: it is read and checked, then brought in. */
export const bench: Bench = {
  name: 'import',
  about:
    'Bringing in a CSV file of contacts (checked, then run), against the COPY of the same people into a table with the same indexes',
  size: 1_000_000,
  rounds: 1,
  warmUp: false,
  ratios: {
    new: { variant: 'new', against: 'copy', limit: 4 },
    again: { variant: 'again', against: 'copy', limit: 4 },
    peakMB: { limit: 256 },
  },
  open: async (database, size) => {
    const { folder, remove } = await temporaryFolder();
    const needs = needsFor(database, folder);
    const files = { csv: join(folder, 'people.csv'), copy: join(folder, 'people.copy') };
    await pipeline(Readable.from(csvOf(size)), createWriteStream(files.csv));
    await sql`create table bare_contact (like contact including all)`.execute(database.db);
    const memory = watchMemory();
    const emptied = () => sql`truncate contact cascade`.execute(database.db);
    const taken = async () => {
      const ms = await timed(() => memory.during(() => brought(needs, files.csv)));
      await sql`vacuum analyze contact`.execute(database.db);
      return ms;
    };
    await brought(needs, files.csv);
    await copiedOut(database, files.copy);
    return {
      variants: {
        new: async () => {
          await emptied();
          return taken();
        },
        again: () => taken(),
        copy: () => copied(database, files.copy),
      },
      figures: { peakMB: () => memory.peakMB() },
      close: remove,
    };
  },
};

const needsFor = ({ db, pool }: Database, dataFolder: string): WorkNeeds => ({
  db,
  pool,
  ids: uuidIds,
  clock: systemClock,
  config: { dataFolder },
  importKinds: createImportKinds({ product: productKind }),
  importHooks: {
    recordConsent: async () => {},
    joinAudience: async () => {},
    assertAudience: async () => {
      throw new Error('The bench has no campaign.');
    },
  },
});

/** So many people, of a demo's thousand again and again, each with an address of his own. */
function* csvOf(size: number): Generator<string> {
  const contacts = makeDemoData({ contacts: Math.min(size, 2_000) }).contacts.filter(
    ({ address }) => address === 'good',
  );
  yield stringify([Object.keys(COLUMNS)]);
  for (let no = 0; no < size; no += contacts.length) {
    const some = contacts.slice(0, size - no);
    yield stringify(some.map((contact, place) => Object.values(COLUMNS).map((value) => value(contact, no + place))));
  }
}

const brought = async (needs: WorkNeeds, csv: string): Promise<void> => {
  const upload = { entity: 'contact' as const, fileName: 'bench.csv', stream: createReadStream(csv) };
  const id = (await uploadImport(needs, SYSTEM, upload)).id as ImportId;
  await updateImport(needs, SYSTEM, { id, mapping: Object.keys(COLUMNS) });
  await checkImport(needs, SYSTEM, { id });
  await workImport(needs, id);
  await runImport(needs, SYSTEM, { id });
  await workImport(needs, id);
  const { rows } = await sql<{
    good: number;
  }>`select created + unchanged as good from import where id = ${id} and state = 'finished'`.execute(needs.db);
  if (!rows[0]?.good) throw new Error('The bench brought nobody in.');
};

const copiedOut = async ({ pool }: Database, file: string): Promise<void> => {
  const client = await pool.connect();
  try {
    await pipeline(client.query(copyTo('copy contact to stdout')), createWriteStream(file));
  } finally {
    client.release();
  }
};

const copied = async ({ pool }: Database, file: string): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query('truncate bare_contact');
    return await timed(() => pipeline(createReadStream(file), client.query(copyFrom('copy bare_contact from stdin'))));
  } finally {
    client.release();
  }
};
