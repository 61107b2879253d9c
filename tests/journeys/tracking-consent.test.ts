import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { updateInstallation } from '../../contract/access.ts';
import { getCampaign, updateAction } from '../../contract/campaigns.ts';
import { getPartyConsent, recordTrackingConsent } from '../../contract/consent.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import { listCampaignLines } from '../../contract/reporting.ts';
import { campaignReport, distribute, getMessage } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;
const PEOPLE = 10;
const AGREED = ['1', '2', '3'];
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

const contactId = async (no: string) => {
  const { rows } = await sql<{ id: never }>`select id from contact where last_name = ${no}`.execute(house.app.db);
  return rows[0]!.id;
};

const setRule = async (tracking: 'everyone' | 'consented' | 'nobody') => {
  const admin = await signedIn(house, 'anna@nordlys.test');
  expect((await admin.call(updateInstallation, { tracking })).status).toBe(200);
};

/** Everyone gets a new campaign; answers it with the HTML each received. */
const sendToAll = async (change: Partial<InputOf<typeof updateAction>> = {}) => {
  house.mail.received.length = 0;
  const { campaignId, actionId } = await givenCampaign(house.app.db, house.given);
  const { updatedAt } = (await ask(getCampaign, { id: campaignId })).actions[0]!;
  await ask(updateAction, { id: actionId, updatedAt, ...change });
  const run = await ask(distribute, { id: actionId });
  await untilFinished(run.id);
  const html = new Map(house.mail.received.map(({ to, mail }) => [to, String(mail.html)]));
  return { campaignId, runId: run.id, html };
};

const noticing = (html: Map<string, string>) =>
  [...html]
    .filter(([, text]) => /fanfare\.test\/(o|c)\//.test(text))
    .map(([to]) => to.replace(/\D/g, ''))
    .sort();

const pathOf = (html: string, kind: string) =>
  new URL(html.match(new RegExp(`http://fanfare\\.test/${kind}/[^"'\\s<]+`))![0]).pathname;

const opened = async (campaignId: string) => {
  await house.app.hits.flush();
  return (await ask(campaignReport, { id: campaignId as never })).facts.find(({ fact }) => fact === 'opened')!.lines;
};

beforeAll(async () => {
  await givenContacts(house.app.db, PEOPLE, house.given.topicId);
  await setRule('consented');
  for (const no of AGREED) {
    const words = { decision: 'given', wording: 'You may see what I read.', source: 'website' } as const;
    await ask(recordTrackingConsent, { kind: 'contact', id: await contactId(no), ...words });
  }
});

test('O42: only who agreed gets a pixel and counted links; everyone can unsubscribe, and the report says the share', async () => {
  const { campaignId, runId, html } = await sendToAll();
  expect(html.size).toBe(PEOPLE);
  expect(noticing(html)).toEqual(AGREED);
  for (const text of html.values()) expect(text).toMatch(/fanfare\.test\/u\//);
  expect(html.get('person7@example.org')).toContain('href="https://fjord.example/offer"');

  const report = await ask(campaignReport, { id: campaignId });
  expect(report).toMatchObject({ delivered: PEOPLE, tracked: 3, rates: { open: { numerator: 0, denominator: 3 } } });
  const behind = await ask(listCampaignLines, { id: campaignId, delivered: 'true', tracked: 'false' });
  expect(behind.total).toBe(PEOPLE - 3);

  const plain = behind.rows[0]!;
  const shown = await ask(getMessage, { id: runId, no: plain.no });
  expect(shown.html).not.toMatch(/\/(o|c)\//);
});

test('links tell web statistics the campaign, followed or straight, and the way out tells nothing', async () => {
  const { campaignId, html } = await sendToAll({ utm: { source: 'nordlys', medium: '', campaign: '' } });
  const { code } = await ask(getCampaign, { id: campaignId });
  const leadsTo = `https://fjord.example/offer?utm_source=nordlys&utm_medium=email&utm_campaign=${code.toLowerCase()}`;
  expect(html.get('person7@example.org')).toContain(`href="${leadsTo.replaceAll('&', '&amp;')}"`);
  const url = pathOf(html.get('person1@example.org')!, 'c');
  expect((await house.server.inject({ method: 'GET', url, headers: BROWSER })).headers.location).toBe(leadsTo);
  for (const text of html.values()) expect(text).not.toMatch(/\/u\/[^"]*utm_/);
});

test('who takes it back on the page behind the link is not noticed any more, with a message of before neither', async () => {
  const { campaignId, html } = await sendToAll();
  house.clock.set(new Date(Date.now() + 3_600_000).toISOString());
  const message = html.get('person1@example.org')!;
  await house.server.inject({ url: pathOf(html.get('person2@example.org')!, 'o'), headers: BROWSER });
  expect(await opened(campaignId)).toBe(1);

  const page = await house.server.inject({ url: pathOf(message, 'u') });
  expect(page.body).toContain('value="untrack"');
  const answer = await house.server.inject({
    method: 'POST',
    url: pathOf(message, 'u'),
    payload: 'act=untrack',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.statusCode).toBe(200);
  await house.server.inject({ url: pathOf(message, 'o'), headers: BROWSER });
  const click = await house.server.inject({ url: pathOf(message, 'c'), headers: BROWSER });
  expect(click.headers.location).toBe('https://fjord.example/offer');
  expect(await opened(campaignId)).toBe(1);

  const { tracking } = await ask(getPartyConsent, { kind: 'contact', id: await contactId('1') });
  expect(tracking).toMatchObject({ rule: 'consented', tracked: false, record: { decision: 'withdrawn' } });
  expect(noticing((await sendToAll()).html)).toEqual(['2', '3']);
});

test('the company decides: everyone who did not object, or nobody at all', async () => {
  await setRule('everyone');
  const all = Array.from({ length: PEOPLE }, (_, no) => String(no + 1)).sort();
  expect(noticing((await sendToAll()).html)).toEqual(all.filter((no) => no !== '1'));
  await setRule('nobody');
  const { campaignId, html } = await sendToAll();
  expect(noticing(html)).toEqual([]);
  const report = await ask(campaignReport, { id: campaignId });
  expect(report.rates.open).toEqual({ value: null, numerator: 0, denominator: 0 });
});
