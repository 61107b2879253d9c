import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createContentVersion } from '../../contract/content.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { distribute, getMessage, getRun, listLines } from '../../contract/runs.ts';
import { type CampaignHouse, campaignHouse } from '../support/campaign-house.ts';
import { MAILBOX_PASSWORD, startDovecot } from '../support/dovecot.ts';
import { sizeOf } from '../support/full-size.ts';
import { readInbox } from '../support/imap-client.ts';
import { importDesk } from '../support/import-desk.ts';
import { nastyCsv } from '../support/nasty-csv.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { withPeers } from '../support/peers.ts';
import { startPostfix } from '../support/postfix.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Several times what it takes, for a machine that has much else to do. */
const TIMEOUT = 400_000;

const pointAccountAt = ({ app, given }: CampaignHouse, port: number) =>
  sql`update sending_account set port = ${port}, max_connections = 8, updated_at = now() where id = ${given.accountId}`.execute(
    app.db,
  );

const sendToAll = async (house: CampaignHouse, actionId: string, planned: number) => {
  const run = await house.ask(distribute, { id: actionId as never, expectedPlanned: planned });
  const show = () => house.ask(getRun, { id: run.id });
  await vi.waitFor(async () => expect((await show()).state).toBe('finished'), { timeout: TIMEOUT, interval: 200 });
  return show();
};

withPeers('Postfix’s smtp-sink', { programs: ['smtp-sink'] }, () => {
  const RECIPIENTS = sizeOf({ full: 10_000, short: 1500 });
  const house = campaignHouse();
  const { bringIn } = importDesk(house);
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await startSmtpSink();
    await pointAccountAt(house, sink.port);
  });
  afterAll(() => sink?.stop());

  test(`O30, O37, Q02, Q27: ${RECIPIENTS} imported people get their mail, by its own count too, and nobody twice`, {
    timeout: TIMEOUT,
  }, async () => {
    const file = nastyCsv({ rows: RECIPIENTS * 1.05, seed: 8, encoding: 'windows-1252', separator: ';' });
    const consent = {
      topicId: house.given.topicId,
      channel: 'email',
      wording: 'Yes, please',
      source: 'Fair',
      tracking: false,
    };
    const { done } = await bringIn(house.marketer, file.bytes, { consent });
    expect(done.created).toBe(file.expected.created);
    expect(done.created).toBeGreaterThanOrEqual(RECIPIENTS);
    const { actionId } = await givenCampaign(house.app.db, house.given);
    const { sums } = await sendToAll(house, actionId, done.created);
    expect(sums).toMatchObject({ planned: done.created, sent: done.created, failed: 0, unknown: 0, open: 0 });
    const accepted = await sink.accepted();
    expect(accepted).toHaveLength(sums.sent);
    expect(new Set(accepted.map(({ to }) => to.toLowerCase())).size).toBe(sums.sent);
    expect(new Set(accepted.map(({ messageId }) => messageId)).size).toBe(sums.sent);
    await house.expectLedgerToHold();
  });
});

withPeers('a real Postfix with a real Dovecot', { programs: ['postfix', 'dovecot'], asRoot: true }, () => {
  const RECIPIENTS = 300;
  const DOMAIN = 'posten.test';
  const GONE = `person${RECIPIENTS}@${DOMAIN}`;
  const house = campaignHouse();
  const closing: (() => Promise<unknown>)[] = [];
  let folder: string;
  let imapPort: number;
  let runId: OutputOf<typeof distribute>['id'];

  beforeAll(async () => {
    const temporary = await temporaryFolder();
    closing.unshift(temporary.remove);
    folder = temporary.folder;
    const mailboxes = Array.from({ length: RECIPIENTS - 1 }, (_, index) => `person${index + 1}`);
    const postfix = await startPostfix({ folder, domain: DOMAIN, mailboxes });
    closing.unshift(postfix.stop);
    const dovecot = await startDovecot(folder);
    closing.unshift(dovecot.stop);
    imapPort = dovecot.port;
    await pointAccountAt(house, postfix.port);
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  test('Q02, Q27, Q28: each message lies in its own mailbox once, and the unknown mailbox is told', {
    timeout: TIMEOUT,
  }, async () => {
    const { db } = house.app;
    await givenContacts(db, RECIPIENTS, house.given.topicId, DOMAIN);
    await sql`update contact set first_name = 'Żółć Ærlig' where last_name = '9'`.execute(db);
    const { actionId } = await givenCampaign(db, house.given);
    const content = await house.ask(createContentVersion, {
      defaultLanguage: 'en',
      variants: {
        en: {
          subject: '🌷 Vår på Ålesund, {{ contact.first_name }} – gęś jaźń 🚗',
          html: `<h1>Hei {{ contact.first_name }}, čæøå ✓</h1>\n.\n<p>${'Zażółć gęślą jaźń. '.repeat(80)}</p><p><a href="https://nordlys.example/tyres?a=1&amp;b=2">Dekk</a></p>`,
        },
      },
    });
    await sql`update action set content_version_id = ${content.id} where id = ${actionId}`.execute(db);
    const run = await sendToAll(house, actionId, RECIPIENTS);
    runId = run.id;
    expect(run.sums).toMatchObject({ planned: RECIPIENTS, sent: RECIPIENTS - 1, failed: 1, unknown: 0, open: 0 });
    const failed = await house.ask(listLines, { id: runId, state: 'failed' });
    expect(failed.rows).toMatchObject([{ address: GONE, reply: expect.stringMatching(/^550 5\.1\.1 /) }]);
    await vi.waitFor(async () => expect(await messagesIn(folder)).toHaveLength(RECIPIENTS - 1), {
      timeout: PATIENCE_MS,
      interval: 100,
    });
    expect(new Set(await messagesIn(folder)).size).toBe(RECIPIENTS - 1);
    await house.expectLedgerToHold();
  });

  test('O03, O04, O40: read over IMAP and by another parser, it is the message that the log shows', async () => {
    const inbox = await readInbox({ port: imapPort, user: 'person9', password: MAILBOX_PASSWORD });
    expect(inbox).toHaveLength(1);
    const received = await PostalMime.parse(inbox[0]!);
    const line = (await house.ask(listLines, { id: runId, search: 'person9@' })).rows[0]!;
    const shown = await house.ask(getMessage, { id: runId, no: line.no });

    expect(shown.subject).toBe('🌷 Vår på Ålesund, Żółć Ærlig – gęś jaźń 🚗');
    expect(received.subject).toBe(shown.subject);
    expect(received.messageId).toBe(shown.messageId);
    expect(received.to).toMatchObject([{ address: shown.to }]);
    expect(received.html?.trim()).toBe(shown.html?.trim());
    expect(received.text?.trim()).toBe(shown.text.trim());
    expect(shown.html).toContain('<h1>Hei Żółć Ærlig, čæøå ✓</h1>');
    const unsubscribing = ['list-unsubscribe', 'list-unsubscribe-post'];
    expect(headersOf(received, unsubscribing)).toEqual(headersOf(shown, unsubscribing));
    expect(headersOf(received, unsubscribing)).toEqual([
      expect.stringMatching(/^<http:\/\/fanfare\.test\/u\/[\w-]+>$/),
      'List-Unsubscribe=One-Click',
    ]);
  });
});

/** The mailbox of every message delivered, as often as it has one. */
async function messagesIn(folder: string): Promise<string[]> {
  const mail = join(folder, 'mail');
  const names = await readdir(mail);
  const inboxes = names.map(async (name) => (await readdir(join(mail, name, 'new')).catch(() => [])).map(() => name));
  return (await Promise.all(inboxes)).flat();
}

/** The values of these headers, in this order. */
function headersOf(
  { headers }: Pick<Email, 'headers'> | OutputOf<typeof getMessage>,
  names: string[],
): (string | undefined)[] {
  const pairs: { name?: string; key?: string; value: string }[] = headers;
  return names.map((wanted) => pairs.find(({ name, key }) => (name ?? key)?.toLowerCase() === wanted)?.value);
}
