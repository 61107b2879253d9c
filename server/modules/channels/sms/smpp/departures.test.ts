import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { countSms } from '../../../../../contract/sms-text.ts';
import { type SmppServer, startSmppServer } from '../../../../../tests/support/smpp-server.ts';
import type { AccountTrouble } from '../../channel.ts';
import type { Gateway, Handing, SmsToHand } from '../gateway.ts';
import { SmppConnections } from './connections.ts';
import { SMPP_PATIENCE, type SmppEndpoint } from './endpoint.ts';
import { createSmppGateway } from './smpp-gateway.ts';

const WINDOW = 3;
const PATIENCE = { timeout: 20_000, interval: 20 };

let peer: SmppServer;
let gateway: Gateway;
let before = 0;
beforeAll(async () => {
  peer = await startSmppServer();
});
afterAll(() => peer.close());
beforeEach(async () => {
  before = (await peer.accepted()).length;
});

const opened = (over: Partial<SmppEndpoint> = {}, limit = 1): Gateway => {
  const place = { host: '127.0.0.1', port: peer.port, security: 'none', checkCertificate: true } as const;
  const login = { systemId: 'fjord', password: peer.password, systemType: '', version: '3.4' } as const;
  const endpoint = { ...place, ...login, sender: 'Nordlys', window: WINDOW, longMessages: 'udh' as const, ...over };
  gateway = createSmppGateway(endpoint, new SmppConnections(endpoint, limit, SMPP_PATIENCE, async () => true));
  return gateway;
};

const message = (no: number, text = 'Hei'): SmsToHand => {
  const to = `+4740000${String(no).padStart(3, '0')}`;
  return { no, to, text, counted: countSms(text), messageId: `<${no}>`, reference: no };
};
const messages = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

/** Hands them over, and tells what was asked together, what became of each, and how many were on their way at most. */
const told = async (group: readonly SmsToHand[], over: Partial<Handing> = {}) => {
  const asked: number[][] = [];
  const ends = new Map<number, string>();
  let [open, most] = [0, 0];
  const trouble: AccountTrouble | null = await gateway.handOver(group, {
    sharer: 'run',
    wanted: () => true,
    ...over,
    aboutToHandOver: (some) => {
      asked.push(some.map(({ no }) => no));
      open += some.length;
      most = Math.max(most, open);
      return over.aboutToHandOver?.(some) ?? new Set(some.map(({ no }) => no));
    },
    settle: ({ no }, { outcome }) => {
      open -= 1;
      const reason = outcome && 'reason' in outcome ? ` ${outcome.reason}` : '';
      ends.set(no, `${outcome?.state}${reason}`);
    },
  });
  return { asked, ends: [...ends].sort(([a], [b]) => a - b).map(([no, end]) => `${no} ${end}`), most, trouble };
};
const arrived = async () => (await peer.accepted()).slice(before).map(({ to }) => Number(to.slice(-3)));

test('what the window has room for is asked for together, and no more is ever on its way', async () => {
  opened();
  const { asked, ends, most } = await told(messages(1, 20));
  expect(asked[0]).toEqual([1, 2, 3]);
  expect(asked.flat()).toEqual(messages(1, 20).map(({ no }) => no));
  expect([most, new Set(ends.map((end) => end.split(' ')[1]))]).toEqual([WINDOW, new Set(['sent'])]);
  expect(await arrived()).toEqual(asked.flat());
  await gateway.close();
});

test('who is not let go leaves a place to the next, and who is not wanted is not even asked for', async () => {
  opened();
  const { asked, ends } = await told(messages(21, 25), {
    wanted: ({ no }) => no !== 22,
    aboutToHandOver: (some) => new Set(some.flatMap(({ no }) => (no === 23 ? [] : [no]))),
  });
  expect(asked.flat()).toEqual([21, 23, 24, 25]);
  expect(ends).toEqual(['21 sent', '22 untouched not_wanted', '23 untouched withdrawn', '24 sent', '25 sent']);
  await gateway.close();
});

test('F45: a connection that ends leaves no more unknown than its window, and the others go by another', async () => {
  opened();
  await peer.misbehave('4740000032', { kind: 'break', times: 1 });
  const { asked, ends } = await told(messages(31, 40));
  const unknown = ends.filter((end) => end.endsWith(' unknown connection_lost'));
  expect(unknown).toContain('32 unknown connection_lost');
  expect(unknown.length).toBeLessThanOrEqual(WINDOW);
  expect(ends.filter((end) => end.endsWith(' sent'))).toHaveLength(10 - unknown.length);
  expect(new Set(asked.flat()).size, 'each once').toBe(asked.flat().length);
  await gateway.close();
});

test('the account’s trouble stops its group; of those that it hit nobody is judged', async () => {
  opened({ window: 1 });
  await peer.misbehave('4740000042', { kind: 'refuse', status: 10, times: 1 });
  const { ends, trouble } = await told(messages(41, 45));
  expect(trouble).toMatchObject({ reason: 'sender_refused' });
  expect(ends).toEqual(['41 sent', '42 untouched sender_refused']);
  expect(await arrived()).toEqual([41]);
  await gateway.close();
});

test('parts go one after another beside other messages; a refusal after the first is final', async () => {
  opened();
  const long = 'a'.repeat(400);
  const { ends } = await told([message(51, long), message(52), message(53, long), message(54)]);
  expect(ends).toEqual(['51 sent', '52 sent', '53 sent', '54 sent']);
  expect((await arrived()).filter((no) => no === 51 || no === 53)).toHaveLength(6);
  await gateway.close();
});

test('runs take turns, and a small one does not wait behind a large one', async () => {
  opened({ window: 1 });
  await Promise.all([told(messages(100, 130)), told([message(199)], { sharer: 'a test' })]);
  expect((await arrived()).indexOf(199)).toBeLessThan(3);
  await gateway.close();
});

test('a second connection is opened when the first cannot hold them', async () => {
  opened({}, 2);
  await peer.misbehave(null, { kind: 'silent', times: 2 * WINDOW });
  const going = told(messages(201, 210));
  await vi.waitFor(async () => expect(await arrived()).toHaveLength(2 * WINDOW), PATIENCE);
  await peer.hangUp();
  const ends = (await going).ends.map((end) => end.split(' ')[1]);
  expect([ends.filter((end) => end === 'unknown').length, ends.filter((end) => end === 'sent').length]).toEqual([6, 4]);
  await gateway.close();
});

test('a login that is refused is the account’s trouble; after the end nothing goes', async () => {
  opened({ password: 'wrong' });
  expect(await told(messages(301, 302))).toMatchObject({ trouble: { reason: 'login_refused' }, asked: [], ends: [] });
  await gateway.close();
  const { asked, ends } = await told(messages(303, 304));
  expect([asked, ends]).toEqual([[], ['303 untouched connection_lost', '304 untouched connection_lost']]);
});

test('an error that nobody foresaw while a connection is opened holds up no group, and is told', async () => {
  opened({ port: 70_000 });
  const said: string[] = [];
  const settle: Handing['settle'] = (_, { outcome }) => said.push(outcome?.state === 'deferred' ? outcome.reply : '');
  const handing = { sharer: 'run', wanted: () => true, aboutToHandOver: () => new Set<number>(), settle };
  expect(await gateway.handOver(messages(311, 312), handing)).toBeNull();
  expect(said).toEqual([expect.stringContaining('70000'), expect.stringContaining('70000')]);
  await gateway.close();
});

test('a group of nobody is done at once', async () => {
  opened();
  expect(await told([])).toEqual({ asked: [], ends: [], most: 0, trouble: null });
  await gateway.close();
});
