import { sql } from 'kysely';
import type { RunId } from '../contract/ids.ts';
import {
  type Dispatch,
  Gateways,
  type HandOver,
  type Prepared,
  type RenderedMessage,
} from '../server/modules/channels/index.ts';
import { createSmsChannel } from '../server/modules/channels/sms/sms-channel.ts';
import { createSecretBox } from '../server/platform/crypto/secret-box.ts';
import { silentLogger } from '../server/platform/logger.ts';
import { NO_ADDRESSES } from '../tests/support/no-addresses.ts';
import { givenCampaign, givenHouse } from '../tests/support/ready-campaign.ts';
import { type SmppServer, startSmppServer } from '../tests/support/smpp-server.ts';
import { givenSmsAccount } from '../tests/support/sms-account.ts';
import { type Bench, type Taken, timed } from './bench.ts';
import type { Database } from './open-database.ts';
import { databaseMs, postmasterOf } from './send/processor.ts';
import { startBareClient } from './sms/bare-client.ts';
import { nameOf, numberOf, TEXT } from './sms/texts.ts';

const WINDOW = 50;
/** As many as a worker hands to a channel at once, and how many such groups it has on their way beside each other. */
const GROUP = 90;
const GROUPS = 2;

/** SMS by the channel, rendered, counted and metered, against the same texts by a bare client of the same library. */
export const bench: Bench = {
  name: 'sms',
  about: `Handing SMS over by SMPP with a window of ${WINDOW}, rendered and metered, against a bare client of the same library`,
  size: 8_000,
  rounds: 5,
  ratios: {
    rate: { variant: 'bare', against: 'ours', atLeast: 0.7 },
    cpu: { variant: 'ours', against: 'bare', of: 'cpuMs' },
  },
  open: async (database, size) => {
    const gateway = await startSmppServer();
    const { channel, dispatch } = await ourSide(database, gateway);
    const postmaster = await postmasterOf(database.pool);
    const bare = await startBareClient(gateway, WINDOW);
    const ours = async (): Promise<Taken> => {
      const prepared = await channel.prepare(dispatch());
      const [mineBefore, itsBefore] = [process.cpuUsage(), databaseMs(postmaster)];
      const ms = await timed(() => handOver(prepared, size));
      const { user, system } = process.cpuUsage(mineBefore);
      return { ms, cpuMs: (user + system) / 1000 + databaseMs(postmaster) - itsBefore };
    };
    return {
      variants: { ours, bare: () => bare.submit(size) },
      close: async () => {
        await bare.stop();
        await channel.close();
        await gateway.close();
      },
    };
  },
};

const ourSide = async ({ db }: Database, gateway: SmppServer) => {
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  const account = await givenSmsAccount(db, secretBox, { ...gateway, over: { submitWindow: WINDOW } });
  const { campaignId, contentVersionId } = await givenCampaign(db, await givenHouse(db));
  const variants = JSON.stringify({ en: { subject: '', preheader: '', html: '', text: TEXT } });
  await sql`update content_version set channel = 'sms', variants = ${variants} where id = ${contentVersionId}`.execute(
    db,
  );
  const needs = { db, logger: silentLogger, secretBox, baseUrl: 'https://f.example', insideGateways: true };
  const channel = createSmsChannel(
    { ...needs, shortTokenOf: () => 'short' },
    new Gateways(needs, () => async () => true),
  );
  let runs = 0;
  /** Each round is a run of its own. */
  const dispatch = (): Dispatch => ({
    runId: String(202611000000000 + ++runs) as RunId,
    campaignId,
    campaignCode: 'B-1',
    campaignName: 'Bench',
    contentVersionId,
    sendingAccountId: account.id,
    purposeClass: 'marketing',
    topicName: null,
    addresses: NO_ADDRESSES,
    utm: null,
    report: false,
    document: null,
    on: new Date('2026-11-03T10:00:00Z'),
    test: false,
  });
  return { channel, dispatch };
};

/** Until all are taken and the meter knows of each. */
async function handOver(prepared: Prepared, size: number): Promise<void> {
  let last = 0;
  const group = async () => {
    while (last < size) {
      const batch = Array.from({ length: Math.min(GROUP, size - last) }, () => outgoing(prepared, ++last));
      await prepared.carry(batch, { aboutToHandOver: (nos) => new Set(nos), settle: assertSent });
    }
  };
  await Promise.all(Array.from({ length: GROUPS }, group));
  await prepared.close();
}

const assertSent: HandOver['settle'] = (no, { state }) => {
  if (state !== 'sent') throw new Error(`${no} ${state}`);
};

const outgoing = (prepared: Prepared, no: number) => {
  const number = numberOf(no);
  const parcel = {
    no,
    address: number,
    addressKey: number,
    language: 'en' as const,
    messageId: `<${no}@f.example>`,
    token: 't',
    values: prepared.fields.map(() => nameOf(no)),
    tracked: false,
    sender: null,
  };
  return { parcel, message: prepared.render(parcel) as RenderedMessage };
};
