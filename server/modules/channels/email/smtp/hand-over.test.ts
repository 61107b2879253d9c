import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { silentLogger } from '../../../../platform/logger.ts';
import type { AccountTrouble, HandOver, Outcome } from '../../channel.ts';
import {
  type Greeting,
  type Script,
  type ScriptedServer,
  startScriptedServer,
  startSmtpServer,
  usually,
} from '../test-support/smtp-servers.ts';
import { ConnectionPool } from './connection-pool.ts';
import { Departures } from './departures.ts';
import type { Job } from './transaction.ts';

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const scripted = async (script: Script, greeting?: Greeting): Promise<ScriptedServer> => {
  const server = await startScriptedServer(script, greeting);
  closing.push(() => server.close());
  return server;
};

const job = (no: number, over: Partial<Job> = {}): Job => ({
  no,
  from: 'us@example.com',
  to: `person${no}@example.org`,
  utf8: false,
  wire: `Subject: ${no}\r\n\r\nHello\r\n`,
  putBack: false,
  ...over,
});

interface Told {
  outcomes: Map<number, Outcome>;
  dots: number[];
  /** What was made and cleared for its dot, in order. */
  steps: string[];
  trouble: AccountTrouble | null;
}

const patience = { connect: 2_000, command: 400, dot: 400 };

const send = async (
  port: number,
  jobs: Job[],
  options: { limit?: number; dotAllowed?: (no: number) => boolean; andThen?: Job[]; dotMs?: number } = {},
): Promise<Told> => {
  const endpoint = { host: '127.0.0.1', port, security: 'none' as const, checkCertificate: true, credentials: null };
  const pool = new ConnectionPool(endpoint, options.limit ?? 1, silentLogger, {
    ...patience,
    dot: options.dotMs ?? patience.dot,
  });
  const told: Told = { outcomes: new Map(), dots: [], steps: [], trouble: null };
  const made = (one: Job) => {
    told.steps.push(`made ${one.no}`);
    return one;
  };
  const ticketsOf = (some: readonly Job[]) => some.map((one) => ({ no: one.no, make: () => made(one) }));
  const departures = new Departures(pool);
  const carrier: HandOver = {
    aboutToHandOver: (nos) => {
      const allowed = nos.filter((no) => options.dotAllowed?.(no) !== false);
      told.dots.push(...allowed);
      told.steps.push(...allowed.map((no) => `dot ${no}`));
      return new Set(allowed);
    },
    settle: (no, outcome) => {
      if (told.outcomes.has(no)) throw new Error(`line ${no} was settled twice`);
      told.outcomes.set(no, outcome);
    },
  };
  told.trouble = await departures.handOver(ticketsOf(jobs), carrier, 'run');
  if (options.andThen) told.trouble ??= await departures.handOver(ticketsOf(options.andThen), carrier, 'run');
  pool.close();
  return told;
};

describe('an ordinary server', () => {
  test('O13: takes a batch over several connections, each message once, one recipient each', async () => {
    const server = await startSmtpServer();
    closing.push(server.close);
    const jobs = Array.from({ length: 50 }, (_, index) => job(index + 1));
    const told = await send(server.port, jobs, { limit: 4 });
    expect([...told.outcomes.values()].every(({ state }) => state === 'sent')).toBe(true);
    expect(server.received.map(({ to }) => to)).toHaveLength(50);
    expect(new Set(server.received.map(({ to }) => to.join())).size).toBe(50);
    expect(told.dots.toSorted((a, b) => a - b)).toEqual(jobs.map(({ no }) => no));
  });

  test('without PIPELINING each command waits for its answer', async () => {
    const server = await scripted(({ line }) => (/^EHLO/.test(line) ? '250 old\r\n' : null));
    const told = await send(server.port, [job(1), job(2)]);
    expect([...told.outcomes.values()].map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(server.lines).toEqual(
      expect.arrayContaining(['MAIL FROM:<us@example.com>', 'RCPT TO:<person2@example.org>', 'DATA']),
    );
  });

  test('F24: no message stands behind a slow answer while a connection is being opened that could take it', async () => {
    const ended: Socket[] = [];
    const server = await scripted(({ line, dot, nth, socket }) => {
      if (/^EHLO/.test(line) && nth > 1) {
        setTimeout(() => socket.write(usually(line)), 50 * nth);
        return '';
      }
      // It answers in order: what stands behind a message waits with it.
      if (!dot) return ended.includes(socket) ? '' : null;
      ended.push(socket);
      // None is answered before all have come.
      if (ended.length === 4) for (const one of ended) one.write('250 kept\r\n');
      return '';
    });
    const told = await send(
      server.port,
      [1, 2, 3, 4].map((no) => job(no)),
      { limit: 4, dotMs: 10_000 },
    );
    expect([...told.outcomes.values()].map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(new Set(ended).size).toBe(4);
  });

  test.each([
    ['421 4.7.0 too many connections', 2],
    ['421 4.7.0 too many connections', 9],
    ['554 5.7.1 too many connections', 3],
  ])(
    'O13: over connections of which the server refuses some at once (%s, %i are taken), all goes over the others',
    async (refusal, most) => {
      const open = new Set<Socket>();
      const server = await scripted(
        ({ line, socket }) => {
          if (!/^EHLO/.test(line)) return null;
          setTimeout(() => socket.write(usually(line)), 50);
          return '';
        },
        (socket) => {
          if (open.size >= most) return `${refusal}\r\n`;
          open.add(socket);
          socket.once('close', () => open.delete(socket));
          return '220 welcome\r\n';
        },
      );
      const told = await send(
        server.port,
        Array.from({ length: 50 }, (_, place) => job(place + 1)),
        { limit: 10 },
      );
      expect(told.trouble).toBeNull();
      expect(new Set([...told.outcomes.values()].map(({ state }) => state))).toEqual(new Set(['sent']));
    },
  );

  test('of large messages that have left over a connection nothing is kept', async () => {
    const server = await scripted(({ line }) => (/^EHLO/.test(line) ? '250-x\r\n250 PIPELINING\r\n' : null));
    const bodies: WeakRef<Buffer>[] = [];
    const large = (no: number): Job => {
      const file = Buffer.from(`${'YWJj'.repeat(18)}\r\n`.repeat(1_000));
      bodies.push(new WeakRef(file));
      return job(no, { tail: [file] });
    };
    const endpoint = {
      host: '127.0.0.1',
      port: server.port,
      security: 'none' as const,
      checkCertificate: true,
      credentials: null,
    };
    const pool = new ConnectionPool(endpoint, 1, silentLogger, patience);
    const tickets = Array.from({ length: 30 }, (_, at) => ({ no: at + 1, make: () => large(at + 1) }));
    await new Departures(pool).handOver(
      tickets,
      { aboutToHandOver: (nos) => new Set(nos), settle: () => undefined },
      'run',
    );
    await vi.waitFor(() => {
      collectGarbage();
      expect(bodies.filter((body) => body.deref() !== undefined).length).toBeLessThan(5);
    });
    pool.close();
  });

  test('a server that refuses every connection is given up, once', async () => {
    const server = await scripted(
      () => null,
      () => '554 5.7.1 no service for you\r\n',
    );
    const told = await send(
      server.port,
      [1, 2, 3, 4].map((no) => job(no)),
      { limit: 4 },
    );
    expect(told.trouble).toMatchObject({ reason: 'server_refused' });
    expect(new Set([...told.outcomes.values()].map(({ state }) => state))).toEqual(new Set(['untouched']));
  });

  test('F4: nothing is made between the record of a dot and its write', async () => {
    const server = await scripted(() => null);
    const { steps } = await send(server.port, [job(1), job(2), job(3)]);
    expect(steps).toEqual(['made 1', 'made 2', 'dot 1', 'made 3', 'dot 2', 'dot 3']);
  });

  test('with PIPELINING the next envelope goes with the dot of the last', async () => {
    const seen: string[] = [];
    const server = await scripted(({ line, dot }) => {
      seen.push(dot ? 'dot' : line.split(' ')[0]!);
      return null;
    });
    await send(server.port, [job(1), job(2)]);
    expect(seen.filter((word) => ['MAIL', 'dot'].includes(word))).toEqual(['MAIL', 'dot', 'MAIL', 'dot']);
  });

  test('files follow the message in DATA as they are, shared by all', async () => {
    const server = await startSmtpServer();
    closing.push(server.close);
    const tail = [Buffer.from('--edge\r\n'), Buffer.from(`${'YWJj'.repeat(18)}\r\n`.repeat(20_000))];
    const wire = 'Subject: files\r\n\r\nshown\r\n';
    const told = await send(server.port, [job(1, { wire, tail }), job(2), job(3, { wire, tail })]);
    expect([...told.outcomes.values()].map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    const whole = Buffer.concat([Buffer.from(wire), ...tail]).toString();
    expect(server.received.map(({ raw }) => raw.toString())).toEqual([whole, job(2).wire, whole]);
  });

  test('F36: a message above the server’s SIZE is not even begun', async () => {
    const server = await scripted(({ line }) =>
      /^EHLO/.test(line) ? '250-x\r\n250-PIPELINING\r\n250 SIZE 100\r\n' : null,
    );
    const tail = [Buffer.alloc(90, 'x')];
    const told = await send(server.port, [job(1, { tail }), job(2)]);
    expect(told.outcomes.get(1)).toMatchObject({ state: 'failed', reason: 'too_big', verdict: null });
    expect(told.outcomes.get(2)).toMatchObject({ state: 'sent' });
    expect(server.lines.filter((line) => line.startsWith('MAIL'))).toHaveLength(1);
  });

  test('an address beyond ASCII needs SMTPUTF8, and is not blamed for it', async () => {
    const server = await scripted(() => null);
    const told = await send(server.port, [job(1, { to: 'åse@example.org', utf8: true })]);
    expect(told.outcomes.get(1)).toMatchObject({ state: 'failed', reason: 'address_needs_utf8', verdict: null });
  });
});

describe('refusals', () => {
  const refusing = (command: RegExp, answer: string) =>
    scripted(({ line, dot }) => (!dot && command.test(line) ? answer : null));

  test('F17: one refused recipient does not touch the next, on the same connection', async () => {
    const server = await scripted(({ line }) =>
      line.includes('person1@')
        ? '550 5.1.1 no such user\r\n'
        : /^DATA/.test(line) && server.lines.at(-2)?.includes('person1@')
          ? '503 no recipient\r\n'
          : null,
    );
    const told = await send(server.port, [job(1), job(2)]);
    expect(told.outcomes.get(1)).toMatchObject({
      state: 'failed',
      reason: 'no_such_mailbox',
      verdict: 'gone',
      reply: '550 5.1.1 no such user',
    });
    expect(told.outcomes.get(2)).toMatchObject({ state: 'sent' });
    expect(told.dots).toEqual([2]);
    expect(server.connections).toBe(1);
    expect(server.lines).toContain('RSET');
  });

  test('F17: the last of a batch refused does not touch the first of the next, on the same connection', async () => {
    let open = false;
    const server = await scripted(({ line, dot }) => {
      const nested = open && /^MAIL/.test(line);
      if (/^(MAIL|RSET)/.test(line) || dot) open = /^MAIL/.test(line);
      if (nested) return '503 Error: nested MAIL command\r\n';
      if (/^RCPT.*person1@/.test(line)) return '550 5.1.1 no such user\r\n';
      return /^DATA/.test(line) && server.lines.at(-2)?.includes('person1@') ? '503 no recipient\r\n' : null;
    });
    const told = await send(server.port, [job(1)], { andThen: [job(2)] });
    expect(told.outcomes.get(1)).toMatchObject({ state: 'failed' });
    expect(told.outcomes.get(2)).toMatchObject({ state: 'sent' });
    expect(server.connections).toBe(1);
  });

  test('a server that asks for a message without a recipient gets none', async () => {
    const server = await refusing(/^RCPT.*person1@/, '550 5.1.1 no\r\n');
    const told = await send(server.port, [job(1), job(2)]);
    expect(told.outcomes.get(1)).toMatchObject({ state: 'failed' });
    expect(told.outcomes.get(2)).toMatchObject({ state: 'sent' });
    expect(server.messages).toHaveLength(1);
  });

  test('F14: 421 at connect defers everyone without an attempt', async () => {
    const server = await scripted(() => null, '421 4.3.2 closing\r\n');
    const told = await send(server.port, [job(1), job(2), job(3)], { limit: 2 });
    expect([...told.outcomes.values()].map((outcome) => outcome.state)).toEqual(['deferred', 'deferred', 'deferred']);
    expect(told.outcomes.get(1)).toMatchObject({ reason: 'server_busy', reply: '421 4.3.2 closing' });
    expect(told.dots).toEqual([]);
  });

  test('F14: 421 for a message that is not the first of its connection is tried once on a new one', async () => {
    let mails = 0;
    const server = await scripted(({ line, socket }) => {
      if (!line.startsWith('MAIL')) return null;
      mails += 1;
      if (mails !== 2) return null;
      socket.end('421 4.7.0 enough for this connection\r\n');
      return '';
    });
    const told = await send(server.port, [job(1), job(2), job(3)]);
    expect([...told.outcomes.values()].map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(server.connections).toBe(2);
  });

  test('F14: 421 after the dot defers that one; the one pipelined behind it goes over a new connection', async () => {
    const server = await scripted(({ dot, nth }) => (dot && nth === 1 ? '421 4.3.2 shutting down\r\n' : null));
    const told = await send(server.port, [job(1), job(2)]);
    expect(told.outcomes.get(1)).toMatchObject({ state: 'deferred', reason: 'server_busy' });
    expect(told.outcomes.get(2)).toMatchObject({ state: 'sent' });
  });

  test('F21: 530 stops the account and touches no recipient', async () => {
    const server = await refusing(/^MAIL/, '530 5.7.0 Authentication required\r\n');
    const told = await send(server.port, [job(1), job(2)]);
    expect(told.trouble).toEqual({ reason: 'login_refused', reply: '530 5.7.0 Authentication required' });
    expect([...told.outcomes.values()].map(({ state }) => state)).toEqual(['untouched', 'untouched']);
  });

  test('F15: greylisting defers', async () => {
    const server = await refusing(/^RCPT/, '451 4.7.1 Greylisted, try again later\r\n');
    const told = await send(server.port, [job(1)]);
    expect(told.outcomes.get(1)).toMatchObject({ state: 'deferred', reason: 'greylisted' });
  });
});

describe('a connection that breaks', () => {
  const dropAt = (where: RegExp, how: 'end' | 'resetAndDestroy' = 'resetAndDestroy') =>
    scripted(({ line, dot, socket, nth }) => {
      if (nth > 1 || dot || !where.test(line)) return null;
      socket[how]();
      return '';
    });

  for (const command of ['EHLO', 'MAIL', 'RCPT', 'DATA', 'Subject']) {
    for (const how of ['end', 'resetAndDestroy'] as const) {
      test(`F23: ${how} at ${command}, before the dot: nobody was handed over`, async () => {
        const server = await dropAt(new RegExp(`^${command}`), how);
        const big = job(1, { wire: `Subject: 1\r\n\r\n${'line of text\r\n'.repeat(500_000)}` });
        const told = await send(server.port, [command === 'Subject' ? big : job(1)]);
        expect(told.outcomes.get(1)).toMatchObject({ state: 'deferred' });
        expect(told.dots).toEqual([]);
        expect(server.messages).toHaveLength(0);
      });
    }
  }

  for (const how of ['end', 'resetAndDestroy', 'half', 'silence'] as const) {
    test(`F22: ${how} after the dot and before the reply: unknown, and the next goes on`, async () => {
      let silent = false;
      const server = await scripted(({ dot, socket, nth }) => {
        if (nth > 1) return null;
        if (!dot) return silent ? '' : null;
        silent = true;
        if (how === 'half') socket.end('25');
        else if (how !== 'silence') socket[how]();
        return '';
      });
      const told = await send(server.port, [job(1), job(2)]);
      expect(told.outcomes.get(1)).toMatchObject({
        state: 'unknown',
        reason: how === 'silence' ? 'timeout' : 'connection_lost',
      });
      expect(told.outcomes.get(2)).toMatchObject({ state: 'sent' });
      expect(server.messages).toHaveLength(2);
    });
  }

  const GARBAGE: [string, string][] = [
    ['binary', '\x00\xff\xfe\x01\r\n'],
    ['9,000 bytes', `250 ${'x'.repeat(9_000)}\r\n`],
    ['no SMTP', 'HTTP/1.1 200 OK\r\n'],
    ['a code that changes', '250-a\r\n251 b\r\n'],
    ['lines without end', '250-a\r\n'.repeat(500)],
    ['a line without end', 'x'.repeat(50_000)],
    ['3xx where 2xx is due', '354 go\r\n'],
  ];
  for (const [name, garbage] of GARBAGE) {
    test(`F25: ${name} before the dot is deferred, after it unknown`, async () => {
      const before = await scripted(({ line }) => (/^MAIL/.test(line) ? garbage : null));
      expect((await send(before.port, [job(1)])).outcomes.get(1)).toMatchObject({
        state: 'deferred',
        reason: 'bad_reply',
      });
      const after = await scripted(({ dot }) => (dot ? garbage : null));
      expect((await send(after.port, [job(1)])).outcomes.get(1)).toMatchObject({
        state: 'unknown',
        reason: 'bad_reply',
      });
    });
  }

  test.each([
    ['one line', 'x'.repeat(65_536)],
    ['many lines', '250-and more\r\n'.repeat(5_000)],
  ])('F25: of an answer without end, %s, no more is taken than the sockets hold', async (_what, piece) => {
    const ENDLESS = 256 * 2 ** 20;
    let taken = 0;
    const server = await scripted(({ line, socket }) => {
      if (!/^MAIL/.test(line)) return null;
      const goOn = () => {
        while (socket.bytesWritten < ENDLESS && !socket.destroyed && socket.write(piece));
        if (socket.bytesWritten >= ENDLESS) socket.destroy();
      };
      socket.on('drain', goOn).once('close', () => {
        taken = socket.bytesWritten;
      });
      goOn();
      return '';
    });
    expect((await send(server.port, [job(1)])).outcomes.get(1)).toMatchObject({
      state: 'deferred',
      reason: 'bad_reply',
    });
    await vi.waitFor(() => expect(taken).toBeGreaterThan(0));
    expect(taken).toBeLessThan(ENDLESS / 8);
  });

  test('F25: 2xx where 3xx is due hands over nothing', async () => {
    const server = await scripted(({ line }) => (/^DATA/.test(line) ? '250 fine\r\n' : null));
    const told = await send(server.port, [job(1)]);
    expect(told.outcomes.get(1)).toMatchObject({ state: 'deferred', reason: 'bad_reply' });
    expect(told.dots).toEqual([]);
  });

  test('F24: an answer that trickles in is waited for', async () => {
    const server = await scripted(({ dot, socket }) => {
      if (!dot) return null;
      const rest = [...'250 slow\r\n'];
      const timer = setInterval(() => {
        const sign = rest.shift();
        if (sign === undefined || socket.destroyed) clearInterval(timer);
        else socket.write(sign);
      }, 10);
      return '';
    });
    expect((await send(server.port, [job(1)])).outcomes.get(1)).toEqual({ state: 'sent', reply: '250 slow' });
  });

  test('nobody listens: all are deferred, none attempted', async () => {
    const server = await scripted(() => null);
    await server.close();
    const told = await send(server.port, [job(1), job(2)]);
    expect([...told.outcomes.values()].map((outcome) => outcome)).toMatchObject([
      { state: 'deferred', reason: 'server_unreachable' },
      { state: 'deferred', reason: 'server_unreachable' },
    ]);
  });
});

test('a withdrawn line ends the connection before its dot, the others go on', async () => {
  const server = await scripted(() => null);
  const told = await send(server.port, [job(1), job(2), job(3)], { dotAllowed: (no) => no !== 2 });
  expect(told.outcomes.get(2)).toEqual({ state: 'untouched', reason: 'withdrawn' });
  expect([told.outcomes.get(1)?.state, told.outcomes.get(3)?.state]).toEqual(['sent', 'sent']);
  expect(server.messages).toHaveLength(2);
});

test('an error that nobody foresaw while a connection is opened defers what waits, and is told', async () => {
  const told = await send(70_000, [job(1)]);
  expect(told.outcomes.get(1)).toMatchObject({ state: 'deferred', reply: expect.stringContaining('70000') });
});
