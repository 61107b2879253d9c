import { spawnSync } from 'node:child_process';
import { type ParsedMail, simpleParser } from 'mailparser';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Variants } from '../../../../contract/content.ts';
import type { CampaignId, ContentVersionId, RunId, SendingAccountId } from '../../../../contract/ids.ts';
import { fixedClock } from '../../../../tests/support/clock.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { withPeers } from '../../../../tests/support/peers.ts';
import { sharedPress } from '../../../../tests/support/shared-press.ts';
import { createSecretBox } from '../../../platform/crypto/secret-box.ts';
import { uuidIds } from '../../../platform/ids.ts';
import { silentLogger } from '../../../platform/logger.ts';
import { insertContentVersion, sealContentVersion } from '../../content/index.ts';
import { insertAccount } from '../accounts/account.store.ts';
import type { CarryingChannel, Dispatch, Outcome, Parcel, Prepared, RenderedMessage } from '../channel.ts';
import { createEmailChannel } from './email-channel.ts';
import { type RealServer, startSmtpServer } from './test-support/smtp-servers.ts';

const database = testDatabase();
const clock = fixedClock('2026-11-03T10:00:00Z');
let server: RealServer;
let channel: CarryingChannel;

beforeAll(async () => {
  server = await startSmtpServer({ size: 30_000_000 });
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  channel = createEmailChannel({ db: database.db, clock, logger: silentLogger, secretBox, press: sharedPress });
});
afterAll(async () => {
  await channel.close();
  await server.close();
});

const givenAccount = async (over: { fromName?: string } = {}): Promise<SendingAccountId> => {
  const account = await insertAccount(database.db, {
    id: uuidIds.next(),
    name: uuidIds.next(),
    direction: 'sending',
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    checkCertificate: true,
    username: null,
    passwordSealed: null,
    fromName: over.fromName ?? 'Nordlys AS',
    fromAddress: 'post@nordlys.example',
    replyTo: 'svar@nordlys.example',
    nature: 'local',
    maxConnections: 3,
    bounceAddress: null,
    perMinute: null,
    perHour: null,
    perDay: null,
    perDomainMinute: null,
    providers: [],
    warmUp: null,
  });
  return account.id;
};

const givenContent = async (variants: Variants, defaultLanguage = 'en'): Promise<ContentVersionId> => {
  const version = {
    id: uuidIds.next(),
    channel: 'email',
    defaultLanguage,
    variants,
    previousId: null,
    createdBy: null,
  };
  const { id } = await insertContentVersion(database.db, version);
  await database.db.transaction().execute((tx) => sealContentVersion(tx, id));
  return id;
};

const variant = (over: Partial<Variants['en']> & { html: string }) => ({
  subject: 'Hello',
  preheader: '',
  text: null,
  ...over,
});

const dispatch = async (variants: Variants, over: Partial<Dispatch> = {}): Promise<Dispatch> => ({
  runId: '202611000000001' as RunId,
  campaignId: uuidIds.next() as CampaignId,
  campaignCode: 'C-7',
  campaignName: 'Vår',
  contentVersionId: await givenContent(variants),
  sendingAccountId: over.sendingAccountId ?? (await givenAccount()),
  purposeClass: 'marketing',
  topicName: 'Nyheter æøå',
  addresses: {
    open: 'https://f.example/o/{token}.gif',
    click: 'https://f.example/c/{token}/{link}',
    unsubscribe: 'https://f.example/u/{token}',
    oneClick: 'https://f.example/u/{token}',
    view: 'https://f.example/v/{token}',
    answer: 'https://f.example/a/{token}',
    offer: 'https://f.example/offer/{token}',
    invoice: 'https://f.example/invoice/{token}',
    direct: 'https://f.example/d/{token}',
  },
  utm: null,
  report: false,
  document: null,
  on: new Date('2026-11-03T10:00:00Z'),
  test: false,
  ...over,
});

const parcel = (no: number, over: Partial<Parcel> = {}): Parcel => ({
  no,
  address: `person${no}@example.org`,
  addressKey: `person${no}@example.org`,
  language: 'en',
  messageId: `<202611000000001.${no}.abc@nordlys.example>`,
  token: `tok-${no}_x`,
  tracked: true,
  values: [],
  sender: null,
  ...over,
});

const ordered = (prepared: Prepared, values: Record<string, string | null>) =>
  prepared.fields.map((field) => values[field] ?? null);

const wireOf = (prepared: Prepared, one: Parcel): string => (prepared.render(one) as RenderedMessage).wire;

const carry = async (prepared: Prepared, parcels: Parcel[]) => {
  const outcomes = new Map<number, Outcome>();
  const batch = parcels.map((one) => ({ parcel: one, make: () => prepared.render(one) as RenderedMessage }));
  const trouble = await prepared.carry(batch, {
    aboutToHandOver: (nos) => new Set(nos),
    settle: (no, outcome) => outcomes.set(no, outcome),
  });
  return { outcomes, trouble };
};

interface Read {
  raw: string;
  mail: ParsedMail;
  email: Email;
}

/** What the server accepted for one person, read by two parsers that know nothing of us. */
const arrived = async (to: string): Promise<Read> => {
  const found = server.received.filter((message) => message.to.includes(to));
  expect(found).toHaveLength(1);
  const { raw } = found[0]!;
  return { raw: raw.toString('latin1'), mail: await simpleParser(raw), email: await PostalMime.parse(raw) };
};

const plain = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trimEnd();

describe('a message on the wire', () => {
  const name = '👩🏽‍🚀 Åse “Ærlig” שלום <b>&';
  const html = `<html><body><p>Hei {{ contact.first_name }}!</p>\n.\n\r\n.hidden<br>\r= ${'lang linje æøå '.repeat(30)}
    <a href="https://shop.example/a?x=1&amp;y=2">Buy</a> <a href="https://shop.example/a?x=1&amp;y=2">again</a>
    <a href="mailto:us@example.com">mail</a> <a href="{{ unsubscribe_url }}">off</a> <a href="{{ view_url }}">view</a></body></html>`;

  test('F38, O03: reads the same in two parsers, byte for byte what was rendered', async () => {
    const run = await dispatch({
      en: variant({ html, subject: 'Til {{ contact.first_name }} – nå', preheader: 'For {{ contact.first_name }}' }),
    });
    const prepared = await channel.prepare(run);
    const one = parcel(1, { address: 'wire@example.org', values: ordered(prepared, { 'contact.first_name': name }) });
    expect((await carry(prepared, [one])).outcomes.get(1)).toMatchObject({ state: 'sent' });
    const { raw, mail, email } = await arrived('wire@example.org');
    const shown = await channel.show(run, one);
    if (!('subject' in shown)) throw new Error('not shown');

    expect(mail.subject).toBe(`Til ${name} – nå`);
    expect(email.subject).toBe(mail.subject);
    expect(shown.subject).toBe(mail.subject);
    expect(plain(email.html)).toBe(plain(shown.html?.replace(/\r\n?/g, '\n')));
    expect(plain(mail.html || '')).toBe(plain(email.html));
    expect(plain(email.text)).toBe(plain(shown.text.replace(/\r\n?/g, '\n')));
    expect(plain(mail.text)).toBe(plain(email.text));
    expect(email.html).toContain('Hei 👩🏽‍🚀 Åse “Ærlig” שלום &lt;b&gt;&amp;!');
    expect(email.text).toContain(`Hei ${name}!`);
    const unsubscribe = email.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
    expect(shown.headers).toContainEqual({ name: 'List-Unsubscribe', value: unsubscribe });

    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  test('O06, O07: carries a pixel and leads links over the click address, but not the way out, the view or mailto', async () => {
    const prepared = await channel.prepare(await dispatch({ en: variant({ html }) }));
    const { email } = await (async () => {
      await carry(prepared, [parcel(2, { address: 'links@example.org' })]);
      return arrived('links@example.org');
    })();
    const hrefs = [...email.html!.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual([
      'https://f.example/c/tok-2_x/1',
      'https://f.example/c/tok-2_x/1',
      'mailto:us@example.com',
      'https://f.example/u/tok-2_x',
      'https://f.example/v/tok-2_x',
    ]);
    expect(email.html!.match(/<img src="https:\/\/f\.example\/o\/tok-2_x\.gif"/g)).toHaveLength(1);
    expect(email.html!.indexOf('/o/')).toBeLessThan(email.html!.indexOf('</body>'));
    expect(email.text).toContain('https://f.example/c/tok-2_x/1');
  });

  test('without tracking consent links are plain and there is no pixel', async () => {
    const run = await dispatch({ en: variant({ html }) });
    const prepared = await channel.prepare({ ...run, addresses: { ...run.addresses, open: null, click: null } });
    const email = await PostalMime.parse(wireOf(prepared, parcel(1)));
    expect(email.html).toContain('href="https://shop.example/a?x=1&amp;y=2"');
    expect(email.html).not.toContain('<img');
  });

  test('O04: a text without a way out gets one, in its own language, in both parts', async () => {
    const prepared = await channel.prepare(
      await dispatch({ en: variant({ html: '<p>x</p>' }), nb: variant({ html: '<p>x</p>' }) }),
    );
    for (const [language, words] of [
      ['en', 'Unsubscribe'],
      ['nb', 'Meld deg av'],
      ['pl', 'Unsubscribe'],
    ] as const) {
      const email = await PostalMime.parse(wireOf(prepared, parcel(1, { language })));
      expect(email.html).toMatch(new RegExp(`href="https://f.example/u/tok-1_x"[^>]*>${words}<`));
      expect(email.text).toContain(`${words}: https://f.example/u/tok-1_x`);
    }
  });

  test('a way out that only some would see, or that is commented out, does not count', async () => {
    for (const hidden of [
      '{% if contact.city %}<a href="{{ unsubscribe_url }}">out</a>{% endif %}',
      '<!-- <a href="{{ unsubscribe_url }}">out</a> -->',
    ]) {
      const prepared = await channel.prepare(await dispatch({ en: variant({ html: `<p>x</p>${hidden}` }) }));
      expect((await PostalMime.parse(wireOf(prepared, parcel(1)))).html).toContain('>Unsubscribe<');
    }
  });

  test('O04: marketing has the headers of one-click unsubscribing, exactly one https address; a notice has none', async () => {
    const run = await dispatch({ en: variant({ html }) });
    const headers = async (purposeClass: 'marketing' | 'notice') => {
      const prepared = await channel.prepare({ ...run, purposeClass });
      const email = await PostalMime.parse(wireOf(prepared, parcel(3)));
      return new Map(email.headers.map(({ key, value }) => [key, value]));
    };
    const marketing = await headers('marketing');
    expect(marketing.get('list-unsubscribe')).toBe('<https://f.example/u/tok-3_x>');
    expect(marketing.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(marketing.get('list-id')).toBe('=?UTF-8?B?TnloZXRlciDDpsO4w6U=?= <nyheter-a.nordlys.example>');
    expect(marketing.get('feedback-id')).toBe('202611000000001:c-7:marketing:nordlys-example');
    expect(marketing.get('precedence')).toBe('bulk');
    expect(marketing.get('message-id')).toBe('<202611000000001.3.abc@nordlys.example>');
    expect(marketing.get('date')).toBe('Tue, 03 Nov 2026 10:00:00 +0000');
    const notice = await headers('notice');
    expect([...notice.keys()].filter((key) => key.startsWith('list-'))).toEqual([]);
  });

  test('E14, E15: From names the sender at the account’s own address, replies go to the sender', async () => {
    const prepared = await channel.prepare(
      await dispatch({ en: variant({ html: '<p>{{ sender.name }} · {{ campaign.name }}</p>' }) }),
    );
    const sender = { name: '\u202EKari Nordmann', replyTo: 'kari@nordlys.example' };
    const own = await PostalMime.parse(wireOf(prepared, parcel(1, { sender })));
    expect(own.from).toMatchObject({ name: 'Kari Nordmann', address: 'post@nordlys.example' });
    expect(own.replyTo).toMatchObject([{ address: 'kari@nordlys.example' }]);
    expect(own.html).toContain('Kari Nordmann · Vår');
    const house = await PostalMime.parse(wireOf(prepared, parcel(1)));
    expect(house.from).toMatchObject({ name: 'Nordlys AS', address: 'post@nordlys.example' });
    expect(house.replyTo).toMatchObject([{ address: 'svar@nordlys.example' }]);
  });

  test('nothing of a person, a sender or a campaign makes a header, a recipient or a message', async () => {
    const evil = 'x\r\nBcc: all@example.com\r\n\r\nbody\r\n.\r\nMAIL FROM:<e@example.com>';
    const sendingAccountId = await givenAccount({ fromName: evil });
    const run = await dispatch(
      { en: variant({ html: '<p>{{ contact.first_name }}</p>', subject: '{{ contact.first_name }}' }) },
      { sendingAccountId, topicName: evil, campaignCode: evil, campaignName: evil },
    );
    const prepared = await channel.prepare(run);
    const one = parcel(1, {
      address: 'inject@example.org',
      values: ordered(prepared, { 'contact.first_name': evil }),
      sender: { name: evil, replyTo: `r@example.com\r\nBcc: x@example.com` },
    });
    const count = server.received.length;
    await carry(prepared, [one]);
    expect(server.received).toHaveLength(count + 1);
    const { email } = await arrived('inject@example.org');
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(email.headers.map(({ key }) => key)).toEqual([
      'from',
      'reply-to',
      'to',
      'subject',
      'date',
      'message-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'list-id',
      'feedback-id',
      'precedence',
      'mime-version',
      'content-type',
    ]);
    expect(email.text).toContain('MAIL FROM:<e@example.com>');
  });

  test('an address that could be read as a command is never written', async () => {
    const prepared = await channel.prepare(await dispatch({ en: variant({ html: '<p>x</p>' }) }));
    const addresses = [
      'a@b.example>\r\nRCPT TO:<c@d.example',
      'a b@c.example',
      '<x@y.example>',
      'no-at',
      'x@y.example\r\nDATA',
      '"q\r\n"@x.example',
      'a@b@c.example',
    ];
    const { outcomes } = await carry(
      prepared,
      addresses.map((address, index) => parcel(index + 1, { address })),
    );
    expect([...outcomes.values()]).toEqual(
      addresses.map(() => ({ state: 'failed', reason: 'malformed_address', reply: '', verdict: 'malformed' })),
    );
  });

  test('a domain of other letters goes as an A-label', async () => {
    const prepared = await channel.prepare(await dispatch({ en: variant({ html: '<p>x</p>' }) }));
    const one = parcel(1, { address: 'kari@blåbær.example' });
    expect((await carry(prepared, [one])).outcomes.get(1)).toMatchObject({ state: 'sent' });
    expect(wireOf(prepared, one)).toContain('To: kari@xn--blbr-roah.example\r\n');
  });

  test('Q16: text alone is enough; its links are counted too', async () => {
    const prepared = await channel.prepare(
      await dispatch({ en: variant({ html: '', text: 'See https://shop.example/b. {{ contact.first_name }}' }) }),
    );
    const email = await PostalMime.parse(wireOf(prepared, parcel(1, { values: ['Kari'] })));
    expect(email.html).toBeUndefined();
    expect(email.text).toContain('See https://f.example/c/tok-1_x/1. Kari');
    expect(email.text).toContain('https://f.example/u/tok-1_x');
  });
});

describe('rendering', () => {
  test('F35: what cannot be made for one person is told, the others are made', async () => {
    const prepared = await channel.prepare(
      await dispatch({ en: variant({ html: '<p>{{ 10 | divided_by: contact.city }}</p>' }) }),
    );
    expect(prepared.render(parcel(1, { values: ['0'] }))).toMatchObject({ no: 1, message: 'division by zero' });
    expect(prepared.render(parcel(2, { values: ['5'] }))).toMatchObject({
      no: 2,
      wire: expect.stringContaining('<p>2</p>'),
    });
  });

  test('only the fields that are used are asked for', async () => {
    const prepared = await channel.prepare(
      await dispatch({
        en: variant({ html: '{{ contact.city }}', subject: '{{ company.name }}' }),
        nb: variant({ html: '{{ contact.first_name }}' }),
      }),
    );
    expect(prepared.fields.toSorted()).toEqual(['company.name', 'contact.city', 'contact.first_name']);
  });
});

test('F21: an account that is paused sends nothing', async () => {
  const run = await dispatch({ en: variant({ html: '<p>x</p>' }) });
  await database.pool.query(
    `update sending_account set paused_at = now(), paused_reason = '{"reason":"login_refused","reply":"535 no"}' where id = $1`,
    [run.sendingAccountId],
  );
  const { outcomes, trouble } = await carry(await channel.prepare(run), [parcel(1)]);
  expect(trouble).toEqual({ reason: 'login_refused', reply: '535 no' });
  expect(outcomes.size).toBe(0);
});

withPeers('a filter that is not ours', { programs: ['spamassassin'] }, () => {
  test('SpamAssassin, asked locally, finds next to nothing in an ordinary newsletter', async () => {
    const offer = 'This spring we have new opening hours, a workshop that takes bookings, and coffee while you wait. ';
    const html = `<html><body><h1>News for {{ contact.first_name }}</h1><p>${offer.repeat(4)}</p>
      <p><a href="https://nordlys.example/hours">Our opening hours</a></p>
      <p>Nordlys AS, Storgata 1, 0155 Oslo. <a href="{{ unsubscribe_url }}">Unsubscribe</a></p></body></html>`;
    const run = await dispatch({ en: variant({ html, subject: 'New opening hours this spring' }) });
    const prepared = await channel.prepare(run);
    const wire = wireOf(prepared, parcel(1, { values: ordered(prepared, { 'contact.first_name': 'Kari' }) }));
    const { stdout } = spawnSync('spamassassin', ['--local', '--test-mode'], { input: wire, encoding: 'latin1' });
    const score = /^X-Spam-Status: No, score=(-?[\d.]+)/m.exec(stdout)?.[1];
    expect(Number(score), stdout).toBeLessThan(2);
  });
});
