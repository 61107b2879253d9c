// Our own way: `ours-process.ts DATABASE-URL TERMS`. Told how many, hands them over as a worker does, in a run of their own, and says what that took.
import type { RunId } from '../../contract/ids.ts';
import {
  type Dispatch,
  Gateways,
  type HandOver,
  type Prepared,
  type RenderedMessage,
} from '../../server/modules/channels/index.ts';
import { createSmsChannel } from '../../server/modules/channels/sms/sms-channel.ts';
import { createSecretBox } from '../../server/platform/crypto/secret-box.ts';
import { createDb, createPool } from '../../server/platform/database/open-database.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { NO_ADDRESSES } from '../../tests/support/no-addresses.ts';
import { taken } from './taken.ts';
import { nameOf, numberOf, SEALED_BY } from './texts.ts';

/** As many as a worker hands to a channel at once, and how many such groups it has on their way beside each other. */
const GROUP = 90;
const GROUPS = 2;

export type Terms = Pick<Dispatch, 'campaignId' | 'contentVersionId' | 'sendingAccountId'>;

const [url = '', terms = '{}'] = process.argv.slice(2);
const pool = createPool({ url, poolSize: 8 }, silentLogger);
const needs = {
  db: createDb(pool),
  logger: silentLogger,
  secretBox: createSecretBox(SEALED_BY),
  baseUrl: 'https://f.example',
  insideGateways: true,
};
const gateways = new Gateways(needs, () => async () => true);
const channel = createSmsChannel({ ...needs, shortTokenOf: () => 'short' }, gateways);

let runs = 0;
const dispatch = (): Dispatch => ({
  ...(JSON.parse(terms) as Terms),
  runId: String(202611000000000 + ++runs) as RunId,
  campaignCode: 'B-1',
  campaignName: 'Bench',
  purposeClass: 'marketing',
  topicName: null,
  addresses: NO_ADDRESSES,
  utm: null,
  report: false,
  document: null,
  on: new Date('2026-11-03T10:00:00Z'),
  test: false,
});

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

/** Until all are taken and the meter knows of each. */
const handOver = async (prepared: Prepared, count: number): Promise<void> => {
  let last = 0;
  const groups = async () => {
    while (last < count) {
      const batch = Array.from({ length: Math.min(GROUP, count - last) }, () => outgoing(prepared, ++last));
      await prepared.carry(batch, { aboutToHandOver: (nos) => new Set(nos), settle: assertSent });
    }
  };
  await Promise.all(Array.from({ length: GROUPS }, groups));
  await prepared.close();
};

process.on('message', async (count: number) => {
  const prepared = await channel.prepare(dispatch());
  const told = taken();
  await handOver(prepared, count);
  process.send?.(told());
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
