import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Browsers open connections before they have a question; a server that closes would wait for the first one for ever. */
export const dropUnasked = (server: FastifyInstance): void => {
  const unasked = new Set<Socket>();
  let closing = false;
  server.server.on('connection', (socket) => {
    if (closing) socket.destroy();
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  server.server.on('request', ({ socket }) => unasked.delete(socket));
  server.addHook('preClose', async () => {
    closing = true;
    for (const socket of unasked) socket.destroy();
  });
};
