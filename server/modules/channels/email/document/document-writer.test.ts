import { expect, test } from 'vitest';
import type { ActionId } from '../../../../../contract/ids.ts';
import { fixedClock } from '../../../../../tests/support/clock.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { freePort } from '../../../../../tests/support/free-port.ts';
import { createDb, createPool, type Db } from '../../../../platform/database/open-database.ts';
import { uuidIds } from '../../../../platform/ids.ts';
import { silentLogger } from '../../../../platform/logger.ts';
import type { Press } from '../../../layouts/index.ts';
import type { Parcel } from '../../channel.ts';
import { DocumentWriter } from './document-writer.ts';

const database = testDatabase();

const print = (db: Db) => {
  const document = { kind: 'invoice', actionId: uuidIds.next() as ActionId } as const;
  const clock = fixedClock('2026-03-02T09:00:00Z');
  const writer = new DocumentWriter({ db, clock, press: {} as Press, document, test: false });
  return writer.print({ no: 7 } as Parcel, [uuidIds.next()]);
};

test('F9: whose document cannot be read for the moment is tried again, not left out', async () => {
  const pool = createPool(
    { url: `postgresql://fanfare@127.0.0.1:${await freePort()}/none`, poolSize: 1 },
    silentLogger,
  );
  const away = createDb(pool);
  await expect(print(away)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await away.destroy();
});

test('whose document is not there is told with the reason', async () => {
  expect(await print(database.db)).toMatchObject({
    no: 7,
    field: 'invoice',
    message: 'not_found',
  });
});
