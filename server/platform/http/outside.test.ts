import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOutside, createOutsideAgent, isInside } from './outside.ts';

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

test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'])(
  'A9: nobody inside is called by %s',
  async (host) => {
    const { port } = canary.address() as { port: number };
    const url = new URL(`http://${host}:${port}/`);
    const agent = createOutsideAgent(url, { inside: false, connections: 1 });
    const request = { url, method: 'POST', headers: {}, body: 'x' };
    const answer = await askOutside(request, { agent, inside: false, patience: 2000, aboutToWrite: () => true });
    expect(answer).toMatchObject({ kind: 'not_reached', error: { code: 'EINSIDE' } });
    expect(connections).toBe(0);
    agent.destroy();
  },
);
