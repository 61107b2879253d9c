import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

/** A real HTTP gateway for SMS: takes every message, but for the numbers that it answers as told. */
export const startWebGateway = async (answers: Record<string, number | 'hang up' | 'silence'>) => {
  const seen: Record<string, string>[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const told = JSON.parse(body) as Record<string, string>;
      seen.push(told);
      const answer = answers[told['to']!] ?? 202;
      const head = { 'content-type': 'application/json' };
      if (answer === 'silence') return;
      if (answer === 'hang up') request.socket.destroy();
      else response.writeHead(answer, head).end(JSON.stringify({ id: `h${seen.length}` }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    seen,
    close: () => new Promise((done) => server.close(done)),
  };
};
