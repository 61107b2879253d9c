import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildStale } from '../scripts/build.mjs';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import type { Bench, Opened, Taken } from './bench.ts';
import { watchMemory } from './memory.ts';
import type { Database } from './open-database.ts';
import { givenAudience, signWith } from './send/audience.ts';
import { nodemailer, source, startLightServer, startSink } from './send/peers.ts';
import { sendLetter, Workers } from './send/sending.ts';

/** Under this size it is only tried whether everything runs. */
const EARNEST = 1_000;
/** smtp-source needs four late replies for a message: it would take minutes for what the others send. */
const LATE_SHARE = 0.2;
const NODEMAILER_SHARE = 0.05;
/** So many times the audience get the letter once while memory is watched: a million. */
const MANY_TIMES = 50;

export const bench: Bench = {
  name: 'send',
  about:
    'Sending a personalised letter of 10 KB, intents and outcomes durable, against smtp-source sending the same bytes, ten connections each',
  programs: ['smtp-sink', 'smtp-source'],
  size: 20_000,
  rounds: 3,
  ratios: {
    rate: { variant: 'source', against: 'ours', atLeast: 0.75 },
    cpu: { variant: 'ours', against: 'source', of: 'cpuMs', limit: 3 },
    rateLate: { variant: 'sourceLate', against: 'oursLate', atLeast: 3 },
    rateLateChunking: { variant: 'sourceLate', against: 'oursLateChunking', atLeast: 8 },
    rateLight: { variant: 'sourceLight', against: 'oursLight' },
    rateDkimRsa: { variant: 'source', against: 'oursDkimRsa' },
    twoWorkers: { variant: 'oneVeryLate', against: 'twoVeryLate', atLeast: 1.5 },
    twoWorkersSink: { variant: 'ours', against: 'two', atLeast: 0.95 },
    nodemailerCpu: { variant: 'nodemailer', against: 'ours', of: 'cpuMs', atLeast: 4 },
    peakMB: { limit: 512 },
  },
  open: async (database, size) => {
    await buildStale(['server', 'processes']);
    const { folder, remove } = await temporaryFolder();
    const [sink, light, late, lateChunking, veryLate] = await Promise.all([
      startSink(folder),
      startLightServer(0, 'pipelining'),
      startLightServer(10, 'pipelining'),
      startLightServer(10, 'chunking'),
      startLightServer(50, 'pipelining'),
    ]);
    const peers = { sink, light, late, lateChunking, veryLate };
    const workers = await Workers.of(database, folder);
    const close = async () => {
      await workers.become(0);
      await Promise.all(Object.values(peers).map((peer) => peer.stop()));
      await remove();
    };
    try {
      return {
        variants: await variantsOf(database, workers, peers, size, folder),
        figures: {
          peakMB: () => peakOf(database, workers, peers.light.port, size >= EARNEST ? size * MANY_TIMES : size),
        },
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

type Peers = {
  [name in 'light' | 'late' | 'lateChunking' | 'veryLate']: Awaited<ReturnType<typeof startLightServer>>;
} & { sink: Awaited<ReturnType<typeof startSink>> };

const variantsOf = async (
  database: Database,
  workers: Workers,
  peers: Peers,
  size: number,
  folder: string,
): Promise<Opened['variants']> => {
  const few = Math.max(10, Math.round(size * LATE_SHARE));
  const fewer = Math.max(10, Math.round(size * NODEMAILER_SHARE));
  const everybody = await givenAudience(database.db, size);
  const some = few === size ? everybody : await givenAudience(database.db, few);
  const ours =
    (port: number, count: number, { processes = 1, signed = false } = {}) =>
    async (): Promise<Taken> => {
      const audience = count === size ? everybody : some;
      await signWith(database.db, audience.accountId, signed ? workers.secretBox : null);
      // As warm as the one that is there already, or two would be measured as they start.
      if (await workers.become(processes)) await sendLetter(database, workers, everybody, peers.light.port, size);
      return perMessage(count, await sendLetter(database, workers, audience, port, count));
    };
  await ours(peers.light.port, few)();
  const letter = join(folder, 'letter.eml');
  const message = await peers.light.sample();
  await writeFile(letter, message.replace(/\.\r\n$/, '').replaceAll('\r\n', '\n'), 'latin1');
  const theirs = (port: number, count: number) => async () => perMessage(count, await source(letter, count, port));
  return {
    source: theirs(peers.sink.port, size),
    ours: ours(peers.sink.port, size),
    oursDkimRsa: ours(peers.sink.port, size, { signed: true }),
    two: ours(peers.sink.port, size, { processes: 2 }),
    sourceLight: theirs(peers.light.port, size),
    oursLight: ours(peers.light.port, size),
    sourceLate: theirs(peers.late.port, few),
    oursLate: ours(peers.late.port, few),
    oursLateChunking: ours(peers.lateChunking.port, few),
    oneVeryLate: ours(peers.veryLate.port, few),
    twoVeryLate: ours(peers.veryLate.port, few, { processes: 2 }),
    nodemailer: async () => perMessage(fewer, await nodemailer(letter, fewer, peers.sink.port)),
  };
};

const perMessage = (count: number, { ms, cpuMs }: Taken): Taken => ({ ms: ms / count, cpuMs: cpuMs / count });

/** The most memory, in MB, that planning or the worker takes while so many are written to. */
const peakOf = async (database: Database, workers: Workers, port: number, count: number): Promise<number> => {
  const many = await givenAudience(database.db, count);
  await workers.become(1);
  const memory = watchMemory();
  await memory.during(() => sendLetter(database, workers, many, port, count));
  return Math.max(memory.peakMB(), workers.peakMB());
};
