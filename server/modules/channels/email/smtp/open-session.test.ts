import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { AccountSecurity } from '../../../../../contract/accounts.ts';
import { type Script, startScriptedServer, startSmtpServer } from '../test-support/smtp-servers.ts';
import { NotOpened, openSession } from './open-session.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const patience = { connect: 1_500, command: 1_500, dot: 1_500 };

interface Opened {
  secured?: boolean;
  step?: string;
  why?: unknown;
  warned: string[];
}

const open = async (
  port: number,
  security: AccountSecurity,
  over: { check?: boolean; credentials?: { username: string; password: string } } = {},
): Promise<Opened> => {
  const warned: string[] = [];
  const endpoint = {
    host: '127.0.0.1',
    port,
    security,
    checkCertificate: over.check ?? false,
    credentials: over.credentials ?? null,
  };
  try {
    const session = await openSession(endpoint, patience, { warn: (what) => warned.push(what) });
    const { secured } = session.conversation;
    session.conversation.end();
    return { secured, warned };
  } catch (error) {
    if (!(error instanceof NotOpened)) throw error;
    return { step: error.step, why: error.why, warned };
  }
};

const real = async (options: Parameters<typeof startSmtpServer>[0]) => {
  const server = await startSmtpServer(options);
  closing.push(server.close);
  return server.port;
};
const scripted = async (script: Script, greeting?: string | null) => {
  const server = await startScriptedServer(script, greeting);
  closing.push(server.close);
  return server;
};
const offering = (line: string) => (/^EHLO/.test(line) ? '250-x\r\n250-PIPELINING\r\n250 STARTTLS\r\n' : null);

/** With the self-signed certificate that the server library brings along. */
const withTls = { disabledCommands: [] as string[] };

describe('encryption', () => {
  test('O13: from the first byte', async () => {
    expect(await open(await real({ secure: true }), 'tls')).toMatchObject({ secured: true });
  });

  test('O13: by STARTTLS', async () => {
    expect(await open(await real(withTls), 'starttls')).toMatchObject({ secured: true });
  });

  test('F26: a certificate that nobody vouches for stops the account, unless it may', async () => {
    for (const [security, options] of [
      ['tls', { secure: true }],
      ['starttls', withTls],
    ] as const) {
      const port = await real(options);
      expect(await open(port, security, { check: true })).toMatchObject({
        step: expect.any(String),
        why: { trouble: { reason: 'certificate_refused' } },
      });
      expect(await open(port, security, { check: false })).toMatchObject({ secured: true });
    }
  });

  test('F26: required and not offered: nothing goes in the clear', async () => {
    const server = await scripted(() => null);
    expect(await open(server.port, 'starttls', { credentials: { username: 'u', password: 'p' } })).toMatchObject({
      step: 'secure',
      why: { trouble: { reason: 'tls_not_offered' } },
    });
    expect(server.lines.filter((line) => !/^EHLO/.test(line))).toEqual([]);
  });

  test('F26: required and refused for good stops the account, refused for now defers', async () => {
    const never = await scripted(({ line }) => (line === 'STARTTLS' ? '502 5.5.1 no\r\n' : offering(line)));
    expect((await open(never.port, 'starttls')).why).toMatchObject({ trouble: { reason: 'tls_refused' } });
    const later = await scripted(({ line }) => (line === 'STARTTLS' ? '454 4.7.0 later\r\n' : offering(line)));
    expect((await open(later.port, 'starttls')).why).toMatchObject({ outcome: { state: 'deferred' } });
  });

  test('F26: taken as it comes, it goes on in the clear and says so', async () => {
    const none = await scripted(() => null);
    expect(await open(none.port, 'opportunistic')).toEqual({
      secured: false,
      warned: [expect.stringContaining('no encryption')],
    });
    const broken = await scripted(({ line, nth, socket }) => {
      if (line !== 'STARTTLS') return offering(line);
      if (nth === 1) (socket as Socket).end('220 go\r\nnot a handshake\r\n');
      return '';
    });
    expect(await open(broken.port, 'opportunistic')).toMatchObject({
      secured: false,
      warned: [expect.stringContaining('encryption failed')],
    });
    expect(await open(await real(withTls), 'opportunistic', { check: true })).toEqual({ secured: true, warned: [] });
  });

  test('F26: what stands behind the answer to STARTTLS is not believed', async () => {
    const server = await scripted(({ line }) =>
      line === 'STARTTLS' ? '220 go\r\n250-AUTH PLAIN\r\n250 injected\r\n' : offering(line),
    );
    expect(await open(server.port, 'starttls')).toMatchObject({ step: 'secure', why: {} });
    expect(server.lines.filter((line) => /AUTH|MAIL/.test(line))).toEqual([]);
  });

  test('TLS where there is none is told as such', async () => {
    const server = await scripted(() => null);
    expect((await open(server.port, 'tls')).why).toMatchObject({ trouble: { reason: 'tls_failed' } });
  });
});

describe('signing in', () => {
  const onAuth = (
    auth: { username?: string | undefined; password?: string | null | undefined },
    _session: unknown,
    done: (error: Error | null, answer?: { user: string }) => void,
  ) =>
    auth.username === 'kari' && auth.password === 'hemmelig æøå' ? done(null, { user: 'kari' }) : done(new Error('no'));
  const credentials = { username: 'kari', password: 'hemmelig æøå' };

  for (const method of ['PLAIN', 'LOGIN']) {
    test(`O13: by ${method}, over TLS`, async () => {
      const port = await real({ ...withTls, authOptional: false, authMethods: [method], onAuth });
      expect(await open(port, 'starttls', { credentials })).toMatchObject({ secured: true });
      expect((await open(port, 'starttls', { credentials: { ...credentials, password: 'wrong' } })).why).toMatchObject({
        trouble: { reason: 'login_refused', reply: expect.stringMatching(/^535 /) },
      });
    });
  }

  test('F26: a password does not go in the clear where encryption was hoped for', async () => {
    const server = await scripted(() => null);
    expect((await open(server.port, 'opportunistic', { credentials })).why).toMatchObject({
      trouble: { reason: 'password_needs_tls' },
    });
    expect(server.lines.join()).not.toContain('AUTH');
  });

  test('F21: a login that is only refused for now defers', async () => {
    const server = await scripted(({ line }) => (/^AUTH/.test(line) ? '454 4.7.0 later\r\n' : null));
    expect((await open(server.port, 'none', { credentials })).why).toMatchObject({
      outcome: { state: 'deferred', reason: 'login_unavailable' },
    });
  });
});

describe('a server that is not there', () => {
  test('is unknown by name', async () => {
    const endpoint = {
      host: 'nowhere.invalid',
      port: 25,
      security: 'none' as const,
      checkCertificate: true,
      credentials: null,
    };
    await expect(openSession(endpoint, patience)).rejects.toMatchObject({
      why: { outcome: { state: 'deferred', reason: expect.stringMatching(/^server_(not_found|unreachable)$/) } },
    });
  });

  test('F24: says nothing', async () => {
    const server = await scripted(() => null, null);
    expect((await open(server.port, 'none')).why).toMatchObject({
      outcome: { state: 'deferred', reason: 'server_unreachable' },
    });
  });

  test('speaks another language', async () => {
    const server = await scripted(() => null, 'SSH-2.0-OpenSSH\r\n');
    expect((await open(server.port, 'none')).why).toMatchObject({
      outcome: { state: 'deferred', reason: 'bad_reply' },
    });
  });

  test('an old one that knows only HELO will do', async () => {
    const server = await scripted(({ line }) => (/^EHLO/.test(line) ? '502 what?\r\n' : null));
    expect(await open(server.port, 'none')).toMatchObject({ secured: false });
  });
});
