// Our own way: `ours-process.ts DATABASE-URL FOLDER TERMS`. Told how many, hands them over as a worker does, in a run of their own, and says what that took.
import { randomUUID } from 'node:crypto';
import type { RunId } from '../../contract/ids.ts';
import {
  type Dispatch,
  Gateways,
  type HandOver,
  type Prepared,
  type RenderedMessage,
} from '../../server/modules/channels/index.ts';
import { createSmsChannel } from '../../server/modules/channels/sms/sms-channel.ts';
import { IntentRoom } from '../../server/modules/delivery/intent-room.ts';
import { Journal, notYetJournaled } from '../../server/modules/delivery/journal.ts';
import { keyText } from '../../server/modules/delivery/model/journal.ts';
import { createSecretBox } from '../../server/platform/crypto/secret-box.ts';
import { createDb, createPool } from '../../server/platform/database/open-database.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { dispatchOf } from '../../tests/support/dispatch.ts';
import { taken } from './taken.ts';
import { nameOf, numberOf, SEALED_BY } from './texts.ts';

/** As a worker has it: so many intents that are not settled, of these some kept for small groups, and what makes groups ready beside each other. */
const INTENTS = 200;
const SMALL = 18;
const GROUP = (INTENTS - SMALL) / 2;
const SLOTS = 4;

export type Terms = Pick<Dispatch, 'campaignId' | 'contentVersionId' | 'sendingAccountId'>;

const [url = '', folder = '', terms = '{}'] = process.argv.slice(2);
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
const dispatch = (): Dispatch => {
  const { sendingAccountId, ...campaign }: Terms = JSON.parse(terms);
  return { ...dispatchOf(campaign, sendingAccountId), runId: String(202611000000000 + ++runs) as RunId };
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
  return { parcel, make: () => prepared.render(parcel) as RenderedMessage };
};

const journal = await Journal.open(folder, randomUUID());

const handOverGroup = async (prepared: Prepared, runId: RunId, nos: readonly number[], settled: () => void) => {
  const attempts = new Map(nos.map((no) => [no, notYetJournaled(keyText({ runId, no, attemptNo: 1 }))]));
  const aboutToHandOver: HandOver['aboutToHandOver'] = (asked) => {
    journal.dots(asked.map((no) => attempts.get(no)!));
    return new Set(asked);
  };
  const settle: HandOver['settle'] = (no, outcome) => {
    if (outcome.state !== 'sent') throw new Error(`${no} ${outcome.state}`);
    journal.reply(attempts.get(no)!, outcome);
    settled();
  };
  const batch = nos.map((no) => outgoing(prepared, no));
  await prepared.carry(batch, { aboutToHandOver, settle });
  journal.settled([...attempts.values()]);
};

/** Until all are taken, and journal and meter know of each. */
const handOver = async (prepared: Prepared, runId: RunId, count: number): Promise<void> => {
  const room = new IntentRoom(INTENTS, SMALL);
  let last = 0;
  const slot = async () => {
    while (last < count) {
      const nos = Array.from({ length: Math.min(GROUP, count - last) }, () => ++last);
      const { stay } = await room.enter(nos.length, runId);
      await handOverGroup(prepared, runId, nos, () => stay.leave());
    }
  };
  await Promise.all(Array.from({ length: SLOTS }, slot));
  await prepared.close();
};

process.on('message', async (count: number) => {
  const run = dispatch();
  const prepared = await channel.prepare(run);
  const told = taken();
  await handOver(prepared, run.runId, count);
  process.send?.(told());
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
