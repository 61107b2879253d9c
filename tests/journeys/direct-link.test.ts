import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { archiveArticle, createArticle, listArticleUses } from '../../contract/articles.ts';
import { createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createProduct, createProductGroup } from '../../contract/catalogue.ts';
import { createContentVersion } from '../../contract/content.ts';
import { nextCall } from '../../contract/desk.ts';
import type { DirectLink } from '../../contract/direct-link.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { PartyId } from '../../contract/ids.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import { listLetterBatches, NO_LETTER_PLAN, saveLetterPlan } from '../../contract/letters.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { campaignReport, distribute } from '../../contract/runs.ts';
import { SHORT_TOKEN_LENGTH } from '../../server/modules/tracking/index.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { isPopplerHere, pagesOfPdf } from '../support/pdf.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused, untilFinished } = house;
let campaign: OutputOf<typeof getCampaign>;

const look = (url: string) => house.server.inject({ method: 'GET', url });
const linkOf = (who: number): string => {
  const { mail } = house.mail.received.find(({ to }) => to === `person${who}@example.org`)!;
  return /https?:\/\/[^"]*(\/d\/[\w-]+)"/.exec(String(mail.html))![1]!;
};
const leadsTo = async (directLink: DirectLink | null) => {
  const { id, updatedAt } = (await ask(getCampaign, { id: campaign.id })).actions[0]!;
  campaign = await ask(updateAction, { id, updatedAt, directLink });
};

beforeAll(async () => {
  await givenContacts(house.app.db, 3, house.given.topicId);
});

test('Q12: a code without a page, and a page without its code, are told at the field', async () => {
  campaign = await ask(createCampaign, { name: 'Your own page', topicId: house.given.topicId, state: 'ready' });
  const { id, updatedAt } = campaign.actions[0]!;
  const html = '<p>{{ contact.first_name }}: #DirectLink#</p>';
  const { id: contentVersionId } = await ask(createContentVersion, {
    defaultLanguage: 'en',
    variants: { en: { subject: 'Yours', html } },
  });
  campaign = await ask(updateAction, { id, updatedAt, audience: everyone, contentVersionId });
  expect(campaign.problems).toMatchObject([{ stop: 'what', field: 'directLink', code: 'direct_link_without_target' }]);
  await leadsTo({ target: 'my_page' });
  expect(campaign.problems).toEqual([]);
});

test('Q11: the personal link leads to the person’s own page, then to a product, a group and the front page', async () => {
  const manager = await signedIn(house, 'anna@nordlys.test');
  const { body: group } = await manager.call(createProductGroup, { name: 'Chargers', parentId: null });
  const { id } = group as OutputOf<typeof createProductGroup>;
  const product = {
    number: 'P-7',
    kind: 'product',
    unit: 'pcs',
    vatClass: 'standard',
    description: 'Charges at home.',
  } as const;
  const { body: made } = await manager.call(createProduct, {
    ...product,
    name: 'Wall <box>',
    groupId: id,
    cost: null,
    costCurrency: null,
    tags: [],
  });
  const run = await ask(distribute, { id: campaign.actions[0]!.id });
  await untilFinished(run.id);
  const address = linkOf(1);
  const mine = await look(address);
  expect(mine.statusCode).toBe(200);
  expect(mine.body).toContain('person1@example.org');
  expect(mine.body).not.toContain('person2@example.org');
  expect((await look(`${address}/front_page`)).body).toContain(`${address}/product_group/${id}`);
  expect((await look(`${address}/product_group/${id}`)).body).toContain('Wall &lt;box&gt;');
  expect((await look(`${address}/product/${(made as OutputOf<typeof createProduct>).id}`)).body).toContain(
    'Charges at home.',
  );
  await vi.waitFor(async () => expect((await ask(campaignReport, { id: campaign.id })).sums.sent).toBe(3));
});

test('Q11: it leads to an article, which the person reads with his own name on a page of the company', async () => {
  const words = { language: 'en' as const, linkUrl: 'https://nordlys.example/tyres', linkLabel: 'Book' };
  const body =
    '<p>Dear {{ contact.first_name }}, <a href="{{ unsubscribe_url }}">no more</a></p><script>alert(1)</script>';
  const article = await ask(createArticle, { ...words, title: 'Ice & {{ contact.last_name }}', body });
  const spare = await ask(createArticle, { ...words, title: 'Put away' });
  await ask(archiveArticle, { id: spare.id });
  const { id } = campaign.actions[0]!;
  await sql`update action set state = 'draft' where id = ${id}`.execute(house.app.db);
  await leadsTo({ target: 'article', articleId: article.id });
  const { updatedAt } = campaign.actions[0]!;
  expect(await refused(updateAction, { id, updatedAt, directLink: { target: 'article', articleId: spare.id } })).toBe(
    '422 directLink.articleId direct_link_article_gone',
  );
  const { body: page, headers } = await look(linkOf(1));
  expect(page).toContain('<h1>Ice &amp; 1</h1>');
  expect(page).toMatch(/<p>Dear Person, <a href="\/u\/[\w-]+">no more<\/a><\/p>/);
  expect(page).toContain('<a href="https://nordlys.example/tyres">Book</a>');
  expect(page).not.toContain('<script');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect((await look(`${linkOf(1)}/article/${article.id}`)).statusCode).toBe(404);
  expect((await ask(listArticleUses, { id: article.id })).uses).toMatchObject([{ id: campaign.id, state: 'live' }]);
  await leadsTo({ target: 'my_page' });
});

/** Ready to go to everybody, by post or by phone, with a text that names the link. */
const campaignBy = async (channel: 'letter' | 'call', text: string) => {
  const { rows } = await sql<{ id: PartyId }>`select id from contact order by last_name`.execute(house.app.db);
  const parties = rows.map(({ id }) => ({ kind: 'contact' as const, id }));
  const made = {
    name: `By ${channel}`,
    channel,
    state: 'ready',
    purposeClass: 'notice',
    requiresConsent: false,
  } as const;
  const { id } = await ask(createQuickCampaign, { ...made, parties });
  const action = (await ask(getCampaign, { id })).actions[0]!;
  const variants = { en: { subject: 'Yours', text } };
  const { id: contentVersionId } = await ask(createContentVersion, { channel, defaultLanguage: 'en', variants });
  const { problems } = await ask(updateAction, { id: action.id, updatedAt: action.updatedAt, contentVersionId });
  const told = problems.find(({ field }) => field === 'directLink');
  expect(told).toMatchObject({ stop: 'what', code: 'direct_link_without_target' });
  const { updatedAt } = (await ask(getCampaign, { id })).actions[0]!;
  await ask(updateAction, { id: action.id, updatedAt, directLink: { target: 'my_page' } });
  return action.id;
};

test.skipIf(!isPopplerHere())('Q11, Q12: a letter prints it as an address short enough to be typed', async () => {
  await sql`update contact set street = 'Storgata ' || last_name, postal_code = '0155', city = 'Oslo'`.execute(
    house.app.db,
  );
  const id = await campaignBy('letter', 'Dear {{ contact.first_name }},\n\nyour page: **#DirectLink#**');
  const design = LayoutDesign.parse({ closing: 'P.S. #directlink#' });
  const { id: layoutId } = await ask(createLayout, { name: 'Plain', design });
  await ask(saveLetterPlan, { ...NO_LETTER_PLAN, id, layoutId });
  await ask(distribute, { id });
  const { rows } = await ask(listLetterBatches, {});
  const pages = pagesOfPdf(await house.marketer.download(`/api/letter-batches/${rows[0]!.id}/pdf`));
  const printed = pages.map((page) => [...page.matchAll(/https?:\/\/\S+?(\/d\/[\w-]+)$/gm)].map(([, path]) => path!));
  expect(printed.map((paths) => paths.length)).toEqual([0, 2, 2, 2]);
  const [body, closing] = printed[1]!;
  expect(body).toBe(closing);
  expect(body!.length).toBeLessThanOrEqual('/d/'.length + SHORT_TOKEN_LENGTH);
  const seen = await Promise.all(printed.slice(1).map(async ([path]) => (await look(path!)).body));
  for (const page of seen) expect(page).toContain('This is what we know about you.');
  expect(new Set(seen).size).toBe(3);
});

test('Q11, E18: whoever calls sees the person’s own link in the script, and can copy it', async () => {
  await sql`update contact set phone = '4000000' || last_name, phone_key = '+474000000' || last_name`.execute(
    house.app.db,
  );
  const id = await campaignBy('call', 'Shall I send you {{ contact.last_name }}’s page? #DirectLink#');
  await ask(distribute, { id });
  const { call } = await ask(nextCall, {});
  const [, path] = /^https?:\/\/[^/]+(\/d\/[\w-]+)$/.exec(call!.directLink!)!;
  expect(call!.script).toBe(`Shall I send you ${call!.party.name.slice(-1)}’s page? ${call!.directLink}`);
  expect((await look(path!)).body).toContain(call!.party.name);
});

test('an altered or lost link reveals nothing, and what is gone says so', async () => {
  const address = linkOf(2);
  const altered = await look(`${address.slice(0, -2)}xx`);
  expect([altered.statusCode, altered.body.includes('person2')]).toEqual([404, false]);
  expect((await look(`${address}/product/0190a0b0-0000-7000-8000-000000000000`)).statusCode).toBe(404);
  expect((await look(`${address}/settings`)).statusCode).toBe(404);
  await sql`delete from contact where email_key = 'person3@example.org'`.execute(house.app.db);
  const gone = await look(linkOf(3));
  expect([gone.statusCode, gone.body.includes('not there any more')]).toEqual([404, true]);
  const { id, updatedAt } = campaign.actions[0]!;
  const productId = '0190a0b0-0000-7000-8000-000000000000' as never;
  expect(await refused(updateAction, { id, updatedAt, directLink: { target: 'product', productId } })).toMatch(
    /^(422 directLink.productId direct_link_target_gone|409)/,
  );
});
