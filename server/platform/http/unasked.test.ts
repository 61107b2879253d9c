import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { dropUnasked } from './unasked.ts';

const connected = async (server: { server: { address(): unknown } }) => {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
};

test('a server closes although somebody is connected who has asked nothing, and answers who has', async () => {
  const server = fastify();
  dropUnasked(server);
  let answer = () => {};
  const asked = new Promise<void>((begun) => {
    server.get('/', async () => {
      begun();
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return 'answered';
    });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const silent = await connected(server);
  const dropped = once(silent, 'close');
  const { port } = server.server.address() as AddressInfo;
  const answered = fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
  await asked;
  const closed = server.close();
  await dropped;
  answer();
  expect(await (await answered).text()).toBe('answered');
  await closed;
});
