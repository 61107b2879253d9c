import { createServer as createHttp, type Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANYWHERE, askOutside, createOutsideAgent, isInside } from './outside.ts';

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.20.0.1', true],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:7f00:1', true],
  ['::ffff:a9fe:a9fe', true],
  ['0:0:0:0:0:ffff:0a00:0001', true],
  ['::127.0.0.1', true],
  ['64:ff9b::7f00:1', true],
  ['2002:7f00:1::', true],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', true],
  ['fe80::1%eth0', true],
  ['fec0::1', true],
  ['100.64.0.1', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['nordlys.example', true],
  ['::ffff:8.8.8.8', false],
  ['172.32.0.1', false],
  ['2a00:1450:4001::1', false],
  ['8.8.8.8', false],
  ['2606:4700::1111', false],
])('A9: %s', (address, inside) => {
  expect(isInside(address)).toBe(inside);
});

let connections = 0;
const canary = createServer(() => {
  connections += 1;
});
beforeAll(() => new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve)));
afterAll(() => canary.close());

test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '127.1', '127.0.0.1.'])(
  'A9: nobody inside is called by %s',
  async (host) => {
    const { port } = canary.address() as { port: number };
    const url = new URL(`http://${host}:${port}/`);
    const agent = createOutsideAgent(url, { guard: isInside, connections: 1 });
    const request = { url, method: 'POST', headers: {}, body: 'x' };
    const answer = await askOutside(request, { agent, guard: isInside, patience: 2000, aboutToWrite: () => true });
    expect(answer).toMatchObject({ kind: 'not_reached', error: { code: 'EINSIDE' } });
    expect(connections).toBe(0);
    agent.destroy();
  },
);

test('patience ends with an answer that drips in for ever, and a head is enough where no more is asked', async () => {
  let drip: NodeJS.Timeout | undefined;
  const dripping: Server = createHttp((_, response) => {
    response.writeHead(200);
    drip = setInterval(() => response.write('.'), 5);
  });
  await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
  const url = new URL(`http://127.0.0.1:${(dripping.address() as AddressInfo).port}/`);
  const request = { url, method: 'GET', headers: {}, body: '' };
  const agent = createOutsideAgent(url, { guard: ANYWHERE, connections: 1 });
  const asking = { agent, guard: ANYWHERE, aboutToWrite: () => true };
  expect(await askOutside(request, { ...asking, patience: 100 })).toMatchObject({ kind: 'lost' });
  const head = await askOutside(request, { ...asking, patience: 60_000, headOnly: true });
  expect(head).toMatchObject({ kind: 'answered', status: 200, body: '' });
  clearInterval(drip);
  agent.destroy();
  dripping.closeAllConnections();
  dripping.close();
});
