import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { exportParties } from '../server/modules/crm/export-parties.ts';
import { type TableFormat, tableStream } from '../server/platform/files/table-export.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { type Bench, timed } from './bench.ts';
import { watchMemory } from './memory.ts';
import type { Database } from './open-database.ts';

/** Every contact of the house as a file, written to disk as the download is sent. */
export const bench: Bench = {
  name: 'export',
  about: 'Exporting contacts as CSV and as an Excel workbook, and the memory it takes',
  size: 200_000,
  rounds: 1,
  warmUp: false,
  ratios: { xlsx: { variant: 'xlsx', against: 'csv', limit: 10 }, peakMB: { limit: 256 } },
  open: async (database, size) => {
    const { folder, remove } = await temporaryFolder();
    await givenContacts(database, size);
    const memory = watchMemory();
    const exported = (format: TableFormat) => () =>
      timed(() =>
        memory.during(async () => {
          const table = await exportParties(database.db, { entity: 'contact' }, 'en');
          await pipeline(tableStream({ ...table, format, fileName: 'all' }), createWriteStream(join(folder, 'all')));
        }),
      );
    return {
      variants: { csv: exported('csv'), xlsx: exported('xlsx') },
      figures: { peakMB: () => memory.peakMB() },
      close: remove,
    };
  },
};

const givenContacts = ({ db }: Database, size: number) =>
  sql`insert into contact (id, first_name, last_name, email, email_key, phone, street, postal_code, city, country, tags)
    select gen_random_uuid(), 'Kari', 'Nordmann ' || n, 'kari' || n || '@example.org', 'kari' || n || '@example.org', '22 12 34 56', 'Storgata ' || n,
      '0150', 'Tromsø', 'NO', '{vip,kunde}' from generate_series(1, ${size}::int) n`.execute(db);
