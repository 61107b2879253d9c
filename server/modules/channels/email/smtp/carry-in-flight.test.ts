import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { silentLogger } from '../../../../platform/logger.ts';
import type { AccountTrouble, Outcome } from '../../channel.ts';
import { ConnectionPool } from './connection-pool.ts';
import { Departures } from './departures.ts';
import type { Job } from './transaction.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** `last`: said before it hangs up. */
type Answer = (command: string, bodies: number) => string | { last: string } | null;

interface ChunkingServer {
  port: number;
  bodies: string[];
  lines: string[];
}

/** Understands BDAT as RFC 3030 says: a chunk is read whatever the answer will be. A null answer hangs up. */
const chunkingServer = async (answer: Answer): Promise<ChunkingServer> => {
  const state: ChunkingServer = { port: 0, bodies: [], lines: [] };
  const hear = (socket: Socket) => {
    let rest = '';
    let isOver = false;
    const say = (command: string): boolean => {
      const text = answer(command, state.bodies.length);
      if (text === null) socket.destroy();
      else if (typeof text === 'string') socket.write(text);
      else socket.end(text.last);
      return typeof text === 'string';
    };
    socket.on('error', () => undefined);
    socket.write('220 chunking\r\n');
    socket.on('data', (data: Buffer) => {
      if (isOver) return;
      rest += data.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        const size = /^BDAT (\d+) LAST/.exec(line)?.[1];
        if (size !== undefined && rest.length < end + 2 + Number(size)) return;
        rest = rest.slice(end + 2);
        state.lines.push(line);
        if (size !== undefined) {
          state.bodies.push(rest.slice(0, Number(size)));
          rest = rest.slice(Number(size));
        }
        isOver = !say(line);
        if (isOver) return;
      }
    });
  };
  const server = createServer(hear);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  state.port = (server.address() as AddressInfo).port;
  return state;
};

const usual: Answer = (line) =>
  line.startsWith('EHLO') ? '250-me\r\n250-PIPELINING\r\n250 CHUNKING\r\n' : '250 ok\r\n';

/** Every third has files. */
const TAIL = [Buffer.from('--edge\r\n'), Buffer.from(`${'YWJj'.repeat(18)}\r\n`.repeat(1_000))];
const whole = ({ wire, tail = [] }: Job): string => wire + Buffer.concat(tail).toString();

const job = (no: number): Job => ({
  ...(no % 3 === 0 && { tail: TAIL }),
  no,
  from: 'us@example.com',
  to: `person${no}@example.org`,
  utf8: false,
  wire: `Subject: ${no}\r\n\r\n.dot first\r\n`,
  putBack: false,
});

const send = async (port: number, count: number, allowed: (no: number) => boolean = () => true) => {
  const endpoint = { host: '127.0.0.1', port, security: 'none' as const, checkCertificate: true, credentials: null };
  const pool = new ConnectionPool(endpoint, 1, silentLogger, { connect: 2_000, command: 2_000, dot: 2_000 });
  const outcomes = new Map<number, Outcome>();
  const dots: number[] = [];
  const jobs = Array.from({ length: count }, (_, place) => ({ no: place + 1, make: () => job(place + 1) }));
  const trouble: AccountTrouble | null = await new Departures(pool).handOver(
    jobs,
    {
      aboutToHandOver: (nos) => {
        dots.push(...nos.filter(allowed));
        return new Set(nos.filter(allowed));
      },
      settle: (no, outcome) => {
        if (outcomes.has(no)) throw new Error(`line ${no} was settled twice`);
        outcomes.set(no, outcome);
      },
    },
    'run',
  );
  pool.close();
  return {
    trouble,
    outcomes,
    dots,
    states: [...outcomes.entries()].sort(([a], [b]) => a - b).map(([, { state }]) => state),
  };
};

describe('several messages in flight', () => {
  test('each arrives once and unaltered, in as many bytes as it said', async () => {
    const server = await chunkingServer(usual);
    const { states } = await send(server.port, 50);
    expect(states).toEqual(new Array(50).fill('sent'));
    expect(server.bodies).toEqual(Array.from({ length: 50 }, (_, place) => whole(job(place + 1))));
  });

  test('a refused recipient says nothing of its neighbours', async () => {
    const server = await chunkingServer((line, bodies) => {
      if (line.includes('person7@')) return '550 5.1.1 no such user\r\n';
      return line.startsWith('BDAT') && server.lines.at(-2)?.includes('person7@')
        ? '554 5.5.1 no valid recipients\r\n'
        : usual(line, bodies);
    });
    const { outcomes, states } = await send(server.port, 12);
    expect(outcomes.get(7)).toMatchObject({ state: 'failed', reason: 'no_such_mailbox' });
    expect(states.filter((state) => state === 'sent')).toHaveLength(11);
  });

  test('F22: a connection lost in flight leaves in doubt what was in flight, at most a window, and the rest goes on', async () => {
    let lost = false;
    const server = await chunkingServer((line, bodies) => {
      if (!lost && bodies === 9) {
        lost = true;
        return null;
      }
      return usual(line, bodies);
    });
    const { states } = await send(server.port, 40);
    const unknown = states.filter((state) => state === 'unknown').length;
    expect(unknown).toBeGreaterThan(0);
    expect(unknown).toBeLessThanOrEqual(4);
    expect(states.filter((state) => state === 'sent')).toHaveLength(40 - unknown);
  });

  test('F23: a connection that dies before the first envelope is taken leaves no doubt', async () => {
    const server = await chunkingServer((line, bodies) => (line.startsWith('RCPT') ? null : usual(line, bodies)));
    const { states, dots } = await send(server.port, 1);
    expect(states).toEqual(['deferred']);
    expect(dots).toEqual([]);
  });

  test('F14: 421 turns one away without doubt; what stands behind it goes over a new connection', async () => {
    let said = false;
    const server = await chunkingServer((line, bodies) => {
      if (said || !line.startsWith('BDAT') || bodies !== 6) return usual(line, bodies);
      said = true;
      return { last: '421 4.3.2 going down\r\n' };
    });
    const { outcomes, states } = await send(server.port, 12);
    expect(states.filter((state) => state === 'sent')).toHaveLength(11);
    const [away] = [...outcomes.values()].filter(({ state }) => state !== 'sent');
    expect(away).toMatchObject({ state: 'deferred', reason: 'server_busy', asksToWait: 'domain' });
  });

  test('F14: of a server that says 421 and reads on, what stood behind it is in doubt and not sent again', async () => {
    let said = false;
    const server = await chunkingServer((line, bodies) => {
      if (said || !line.includes('person6@')) return usual(line, bodies);
      said = true;
      return '421 4.7.0 come back later\r\n';
    });
    const { states } = await send(server.port, 12);
    const unknown = states.filter((state) => state === 'unknown').length;
    expect(unknown).toBeGreaterThan(0);
    expect(unknown).toBeLessThanOrEqual(3);
    expect(states[5]).toBe('deferred');
    expect(new Set(server.bodies).size).toBe(server.bodies.length);
  });

  test('F14: one that says 421 to what follows a refusal, and hangs up, leaves no doubt', async () => {
    let refused = false;
    const server = await chunkingServer((line, bodies) => {
      if (refused) {
        refused = false;
        return { last: '421 4.7.0 too many errors\r\n' };
      }
      if (!line.includes('person3@')) return usual(line, bodies);
      refused = true;
      return '550 5.1.1 unknown\r\n';
    });
    const { states } = await send(server.port, 12);
    expect(states).toEqual(new Array(12).fill('sent').with(2, 'failed'));
    expect(new Set(server.bodies).size).toBe(server.bodies.length);
  });

  test('who was refused is so also when the connection is lost right after', async () => {
    let lost = false;
    const server = await chunkingServer((line, bodies) => {
      if (line.startsWith('RCPT') && line.includes('person3@')) return '550 5.1.1 unknown\r\n';
      if (lost || !server.lines.at(-2)?.includes('person3@')) return usual(line, bodies);
      lost = true;
      return null;
    });
    const { outcomes } = await send(server.port, 12);
    expect(outcomes.get(3)).toMatchObject({ state: 'failed', reason: 'no_such_mailbox' });
  });

  test('503 to MAIL is our fault: what is in flight is heard, and all goes over a new connection', async () => {
    let said = false;
    const server = await chunkingServer((line, bodies) => {
      if (said || !line.includes('person6@')) return usual(line, bodies);
      said = true;
      return '503 5.5.1 nested MAIL command\r\n';
    });
    const { trouble, states } = await send(server.port, 12);
    expect(trouble).toBeNull();
    expect(states).toEqual(new Array(12).fill('sent'));
  });

  test('F21: a refused sender stops the account; nothing in flight is lost', async () => {
    const server = await chunkingServer((line, bodies) =>
      line.startsWith('MAIL') ? '530 5.7.0 sign in first\r\n' : usual(line, bodies),
    );
    const { trouble, states } = await send(server.port, 12);
    expect(trouble?.reason).toBe('login_refused');
    expect(new Set(states)).toEqual(new Set(['untouched']));
  });

  test('F31: who is withdrawn at the last moment is not written', async () => {
    const server = await chunkingServer(usual);
    const { states } = await send(server.port, 10, (no) => no !== 1 && no !== 5);
    expect(states.filter((state) => state === 'untouched')).toHaveLength(2);
    expect(server.bodies).toHaveLength(8);
  });
});
