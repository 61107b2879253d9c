import { beforeAll, expect, test } from 'vitest';
import { listSendingAccounts } from '../../contract/accounts.ts';
import {
  campaignHistory,
  createCampaign,
  getCampaign,
  listCampaigns,
  updateAction,
  updateCampaign,
} from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import { createContact, getContactTimeline } from '../../contract/crm.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { addProofReader, listProofReaders, removeProofReader } from '../../contract/proof-readers.ts';
import {
  campaignReport,
  distribute,
  generateSelection,
  getMessage,
  getRun,
  listLines,
  previewAction,
  sendTest,
  today,
} from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn } from '../support/house.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused, untilFinished } = house;
let campaign: OutputOf<typeof getCampaign>;
let runId: string;
const action = () => campaign.actions[0]!;

const asRead = () => ({ id: action().id, updatedAt: action().updatedAt });
const missing = () => campaign.problems.map(({ stop, code }) => `${stop} ${code}`);
const accounts = async () => (await ask(listSendingAccounts, {})).rows;

beforeAll(async () => {
  await givenContacts(house.app.db, 120, house.given.topicId);
  await ask(createContact, { firstName: 'Nils', lastName: 'Taus', email: 'nils@example.org', language: 'en' });
});

test('Q05, Q06: a campaign is made with a name and described in free words, which the next reader finds', async () => {
  const description = 'For everyone who asked for it.\nTyres first – then the workshop ☀';
  campaign = await ask(createCampaign, { name: 'Spring newsletter', description });
  const boss = await signedIn(house, 'bo@nordlys.test');
  const { body } = await boss.call(getCampaign, { id: campaign.id });
  expect(body).toMatchObject({ name: 'Spring newsletter', description, owner: { name: 'Cyprian Nowak' } });
});

test('Q04: it stands in the list of campaigns that the main menu leads to, and is found by its name', async () => {
  expect((await ask(listCampaigns, {})).rows).toMatchObject([
    { id: campaign.id, name: 'Spring newsletter', state: 'preparing', channels: ['email'] },
  ]);
  expect((await ask(listCampaigns, { search: 'spring' })).total).toBe(1);
  expect((await ask(listCampaigns, { search: 'autumn' })).total).toBe(0);
});

test('Q15, O17: a campaign of one stage says which step still lacks what, until nothing is missing', async () => {
  expect(campaign).toMatchObject({ kind: 'one_off', actions: [{ position: 1 }] });
  expect(missing()).toEqual(['why campaign_not_ready', 'who audience_empty', 'what no_content']);
  campaign = await ask(updateAction, { ...asRead(), audience: everyone });
  expect(missing()).toEqual(['why campaign_not_ready', 'what no_content']);
});

test('Q16, O16: its text is written, and it points to one of the company’s accounts as it is', async () => {
  const content = await ask(createContentVersion, {
    defaultLanguage: 'en',
    variants: {
      en: {
        subject: 'Spring at {{ contact.first_name | upcase }}’s ☀',
        html: '<h1>Hei {{ contact.last_name }}</h1><p><a href="https://nordlys.example/tyres?a=1&amp;b=2">Tyres</a></p>',
      },
    },
  });
  const before = await accounts();
  campaign = await ask(updateAction, {
    ...asRead(),
    contentVersionId: content.id,
    sendingAccountId: house.given.accountId,
  });
  expect(action().sendingAccountId).toBe(house.given.accountId);
  expect(await accounts()).toEqual(before);
  const { updatedAt } = campaign;
  expect(missing()).toEqual(['why campaign_not_ready']);
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt, state: 'ready' });
  expect(missing()).toEqual([]);
});

test('Q14: who gave no consent is left out, unless the campaign does not require it', async () => {
  const planned = async () => {
    const { matched, planned, excluded } = await ask(previewAction, { id: action().id });
    return { matched, planned, excluded };
  };
  const required = { matched: 121, planned: 120, excluded: [{ reason: 'no_consent', lines: 1 }] };
  expect(action().basis).toBe('consent');
  expect(await planned()).toEqual(required);
  campaign = await ask(updateAction, { ...asRead(), basis: 'soft_opt_in' });
  expect(await planned()).toEqual({ matched: 121, planned: 121, excluded: [] });
  campaign = await ask(updateAction, { ...asRead(), basis: 'consent' });
  expect(await planned()).toEqual(required);
});

test('Q24: a test reaches me, filled with a real person’s data, and counts nowhere', async () => {
  const run = await ask(sendTest, { id: action().id, to: 'cyprian@nordlys.test' });
  await untilFinished(run.id);
  expect(house.mail.received).toMatchObject([
    { to: 'cyprian@nordlys.test', mail: { subject: expect.stringMatching(/PERSON|NILS/) } },
  ]);
  const report = await ask(campaignReport, { id: campaign.id });
  expect(report.sums).toMatchObject({ matched: 0, sent: 0 });
  house.mail.received.length = 0;
});

test('Q24: it reaches colleagues from the list that everybody here shares in the same run, each once', async () => {
  expect(await refused(addProofReader, { name: 'Nobody' })).toBe('422 email proof_reader_unreached');
  expect(await refused(addProofReader, { name: 'Bo', email: 'bo', phone: '1' })).toBe('422 email invalid_email');
  expect(await refused(addProofReader, { name: 'Bo', phone: '1' })).toBe('422 phone invalid_phone');
  const bo = await ask(addProofReader, { name: 'Bo', email: 'bo@nordlys.test' });
  const print = await ask(addProofReader, { name: 'Agency', email: 'print@agency.example', phone: '+47 400 00 001' });
  expect((await ask(listProofReaders, {})).rows).toEqual([print, bo]);
  const alsoTo = [bo.email!, print.email!, 'Cyprian@nordlys.test'];
  const run = await ask(sendTest, { id: action().id, to: 'cyprian@nordlys.test', alsoTo });
  expect(run.sums.planned).toBe(1);
  await eventually(() =>
    expect(house.mail.received.map(({ to }) => to).sort()).toEqual([
      'bo@nordlys.test',
      'cyprian@nordlys.test',
      'print@agency.example',
    ]),
  );
  expect(new Set(house.mail.received.map(({ mail }) => mail.subject)).size).toBe(1);
  expect(await refused(sendTest, { id: action().id, to: 'a@b.example', alsoTo: ['nobody'] })).toBe(
    '422 alsoTo invalid_email',
  );
  await ask(removeProofReader, { id: bo.id });
  expect((await ask(listProofReaders, {})).rows).toEqual([print]);
  house.mail.received.length = 0;
});

test('Q23: the preview and the generated selection say the same', async () => {
  const preview = await ask(previewAction, { id: action().id });
  const { run } = await ask(generateSelection, { id: action().id });
  expect(preview).toMatchObject({ matched: 121, planned: 120 });
  expect(run.sums).toMatchObject({ matched: preview.matched, planned: preview.planned });
});

test('Q02, Q03, Q25, Q27, Q28, O18: it is sent once to everyone, and each status stands in the log', async () => {
  house.mail.refuse = (address) => (address === 'person7@example.org' ? '550 5.1.1 no such user here' : null);
  const run = await ask(distribute, { id: action().id, expectedPlanned: 120 });
  runId = run.id;
  await untilFinished(runId);
  expect((await ask(getRun, { id: runId })).sums).toMatchObject({
    planned: 120,
    sent: 119,
    failed: 1,
    unknown: 0,
    open: 0,
  });
  expect(new Set(house.mail.received.map(({ to }) => to)).size).toBe(119);
  const failed = await ask(listLines, { id: runId, state: 'failed' });
  expect(failed.rows).toMatchObject([
    { address: 'person7@example.org', state: 'failed', reply: expect.stringContaining('5.1.1') },
  ]);
  await house.expectLedgerToHold();
});

test('Q26: the end of the distribution is told, to whoever looks in today and in the campaign’s history', async () => {
  const { finished, running } = await ask(today, {});
  expect(running).toEqual([]);
  expect(finished).toMatchObject([
    { id: runId, campaignName: 'Spring newsletter', state: 'finished', sums: { sent: 119, failed: 1 } },
  ]);
  const { rows } = await ask(campaignHistory, { id: campaign.id });
  expect(rows[0]).toMatchObject({ verb: 'finished', user: null });
});

test('O03, O04: every message is filled, tracked, has a visible way out and the one-click header', async () => {
  const { mail: message, raw } = house.mail.received.find(({ to }) => to === 'person9@example.org')!;
  expect(message.subject).toBe('Spring at PERSON’s ☀');
  expect(message.html).toContain('<h1>Hei 9</h1>');
  expect(message.html).toMatch(/http:\/\/fanfare\.test\/c\/[\w-]{32}\/1/);
  expect(message.html).toMatch(/http:\/\/fanfare\.test\/u\/[\w-]{32}/);
  expect(message.html).toMatch(/http:\/\/fanfare\.test\/o\/[\w-]{32}\.gif/);
  expect(raw.replace(/\r\n[ \t]+/g, ' ')).toMatch(/^List-Unsubscribe: <http:\/\/fanfare\.test\/u\//m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
});

test('O05, O06, O07, O42: an open, a click and a leaving come back as facts, rates and people', async () => {
  const { mail: message } = house.mail.received.find(({ to }) => to === 'person9@example.org')!;
  const path = (kind: string) =>
    new URL(String(message.html).match(new RegExp(`http://fanfare\\.test/${kind}/[^"'\\s<]+`))![0]).pathname;
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  house.clock.set(new Date(Date.now() + 3_600_000).toISOString());
  await house.server.inject({ url: path('o'), headers: browser });
  const click = await house.server.inject({ url: path('c'), headers: browser });
  await house.app.hits.flush();
  expect(click.headers.location).toBe('https://nordlys.example/tyres?a=1&b=2');
  await house.server.inject({
    method: 'POST',
    url: path('u'),
    payload: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  await eventually(async () => {
    const report = await ask(campaignReport, { id: campaign.id });
    expect(report.sums).toMatchObject({ matched: 121, planned: 120, sent: 119, failed: 1 });
    expect(report.rates.open).toMatchObject({ numerator: 1, denominator: 119 });
    expect(report.rates.click).toMatchObject({ numerator: 1 });
    expect(report.rates.unsubscribe).toMatchObject({ numerator: 1 });
    expect(report.links).toMatchObject([{ url: 'https://nordlys.example/tyres?a=1&b=2', people: 1 }]);
  });
  const opened = await ask(listLines, { id: runId, fact: 'opened' });
  expect(opened.rows.map((row) => row.address)).toEqual(['person9@example.org']);
});

test('O40: the person’s timeline opens the message exactly as it was received', async () => {
  const line = (await ask(listLines, { id: runId, search: 'person9@' })).rows[0]!;
  const { entries } = await ask(getContactTimeline, { id: line.partyId as never });
  expect(entries.map((entry) => entry.kind)).toEqual(
    expect.arrayContaining(['message', 'opened', 'clicked', 'unsubscribed']),
  );
  const sent = entries.find((entry) => entry.kind === 'message')!;
  const shown = await ask(getMessage, { id: sent.link!.runId as never, no: sent.link!.no as never });
  const { mail: message } = house.mail.received.find(({ to }) => to === 'person9@example.org')!;
  expect(shown.subject).toBe(message.subject);
  expect(shown.html?.trim()).toBe(String(message.html).trim());
  expect(shown.messageId).toBe(message.messageId);
});
