import { sql } from 'kysely';
import { buildStale } from '../scripts/build.mjs';
import { createSecretBox } from '../server/platform/crypto/secret-box.ts';
import { givenCampaign, givenHouse } from '../tests/support/ready-campaign.ts';
import { type SmppServer, startSmppServer } from '../tests/support/smpp-server.ts';
import { givenSmsAccount } from '../tests/support/sms-account.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import type { Bench, Taken } from './bench.ts';
import type { Database } from './open-database.ts';
import { databaseMs, postmasterOf } from './send/processor.ts';
import { type Client, startClient } from './sms/client.ts';
import type { Terms } from './sms/ours-process.ts';
import { SEALED_BY, TEXT } from './sms/texts.ts';

const WINDOW = 50;

/** SMS by the channel, rendered, counted, journaled and metered, against the same texts by a bare client of the same library. */
export const bench: Bench = {
  name: 'sms',
  about: `Handing SMS over by SMPP with a window of ${WINDOW}, rendered, journaled and metered, against a bare client of the same library`,
  // A worker runs for days: rounds so long that the first, which does not count, leaves little to compile.
  size: 20_000,
  rounds: 5,
  ratios: {
    rate: { variant: 'bare', against: 'ours', atLeast: 0.7 },
    cpu: { variant: 'ours', against: 'bare', of: 'cpuMs' },
  },
  open: async (database, size) => {
    await buildStale(['processes']);
    const gateway = await startSmppServer();
    const terms = await givenTerms(database, gateway);
    const { folder, remove } = await temporaryFolder();
    const ours = await startClient('ours', [database.url, folder, JSON.stringify(terms)]);
    const bare = await startClient('bare', [String(gateway.port), gateway.password, String(WINDOW)]);
    const postmaster = await postmasterOf(database.pool);
    return {
      variants: { ours: () => withDatabase(postmaster, ours, size), bare: () => bare.submit(size) },
      close: async () => {
        await ours.stop();
        await bare.stop();
        await gateway.close();
        await remove();
      },
    };
  },
};

const givenTerms = async ({ db }: Database, gateway: SmppServer): Promise<Terms> => {
  const over = { submitWindow: WINDOW };
  const { id: sendingAccountId } = await givenSmsAccount(db, createSecretBox(SEALED_BY), { ...gateway, over });
  const { campaignId, contentVersionId } = await givenCampaign(db, await givenHouse(db));
  const variants = JSON.stringify({ en: { subject: '', preheader: '', html: '', text: TEXT } });
  await sql`update content_version set channel = 'sms', variants = ${variants} where id = ${contentVersionId}`.execute(
    db,
  );
  return { campaignId, contentVersionId, sendingAccountId };
};

/** The meter is written by the database. */
const withDatabase = async (postmaster: number, client: Client, count: number): Promise<Taken> => {
  const before = databaseMs(postmaster);
  const { ms, cpuMs } = await client.submit(count);
  return { ms, cpuMs: cpuMs + databaseMs(postmaster) - before };
};
