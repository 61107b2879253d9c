import { sql } from 'kysely';
import type { RunId } from '../contract/ids.ts';
import {
  type Dispatch,
  Gateways,
  type HandOver,
  type Prepared,
  type RenderedMessage,
} from '../server/modules/channels/index.ts';
import { type Session, smpp } from '../server/modules/channels/sms/smpp/library.ts';
import { createSmsChannel } from '../server/modules/channels/sms/sms-channel.ts';
import { createSecretBox } from '../server/platform/crypto/secret-box.ts';
import { silentLogger } from '../server/platform/logger.ts';
import { NO_ADDRESSES } from '../tests/support/no-addresses.ts';
import { givenCampaign, givenHouse } from '../tests/support/ready-campaign.ts';
import { type SmppServer, startSmppServer } from '../tests/support/smpp-server.ts';
import { givenSmsAccount } from '../tests/support/sms-account.ts';
import { type Bench, timed } from './bench.ts';
import type { Database } from './open-database.ts';

const WINDOW = 50;
/** As many as are handed to a channel at once, and by how many slots of a worker beside each other. */
const GROUP = 200;
const SLOTS = 4;
const TEXT = 'Hello {{ contact.first_name }}, your tyres are ready. Reply STOP';

/** SMS by the channel, rendered, counted and metered, against the same texts by a bare client of the same library. */
export const bench: Bench = {
  name: 'sms',
  about: `Handing SMS over by SMPP with a window of ${WINDOW}, rendered and metered, against a bare client of the same library`,
  size: 4_000,
  rounds: 5,
  ratios: { rate: { variant: 'bare', against: 'ours', atLeast: 0.7 } },
  open: async (database, size) => {
    const gateway = await startSmppServer();
    const { prepared, close } = await ourSide(database, gateway);
    const session = await bareSession(gateway);
    return {
      variants: {
        ours: () => timed(() => handOver(prepared, size)),
        bare: () => timed(() => submitAll(session, size)),
      },
      close: async () => {
        session.destroy();
        await close();
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
  const dispatch: Dispatch = {
    runId: '202611000000001' as RunId,
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
  };
  return { prepared: await channel.prepare(dispatch), close: () => channel.close() };
};

let last = 0;

async function handOver(prepared: Prepared, size: number): Promise<void> {
  let left = size;
  const slot = async () => {
    while (left > 0) {
      const batch = Array.from({ length: Math.min(GROUP, left) }, () => outgoing(prepared, ++last));
      left -= batch.length;
      await prepared.carry(batch, { aboutToHandOver: (nos) => new Set(nos), settle: assertSent });
    }
  };
  await Promise.all(Array.from({ length: SLOTS }, slot));
}

const assertSent: HandOver['settle'] = (no, { state }) => {
  if (state !== 'sent') throw new Error(`${no} ${state}`);
};

const outgoing = (prepared: Prepared, no: number) => {
  const number = `+4740${String(no % 1_000_000).padStart(6, '0')}`;
  const parcel = {
    no,
    address: number,
    addressKey: number,
    language: 'en' as const,
    messageId: `<${no}@f.example>`,
    token: 't',
    values: prepared.fields.map(() => 'Åse'),
    tracked: false,
    sender: null,
  };
  return { parcel, message: prepared.render(parcel) as RenderedMessage };
};

const bareSession = ({ port, password }: SmppServer) =>
  new Promise<Session>((resolve) => {
    const session = smpp.connect({ host: '127.0.0.1', port });
    session.on('connect', () =>
      session.bind_transceiver({ system_id: 'fjord', password }, () => {
        session.socket.setNoDelay(true);
        resolve(session);
      }),
    );
  });

const submitAll = (session: Session, size: number) =>
  new Promise<void>((resolve) => {
    let begun = 0;
    let answered = 0;
    const next = () => {
      if (begun === size) return;
      begun += 1;
      const message = {
        source_addr: 'Nordlys',
        source_addr_ton: 5,
        destination_addr: `4740${String(begun).padStart(6, '0')}`,
        dest_addr_ton: 1,
        dest_addr_npi: 1,
        registered_delivery: 1,
        data_coding: 0,
        short_message: Buffer.from('Hello Ase, your tyres are ready. Reply STOP', 'latin1'),
      };
      session.submit_sm(message, () => {
        answered += 1;
        if (answered === size) resolve();
        else next();
      });
    };
    for (let one = 0; one < WINDOW; one += 1) next();
  });
