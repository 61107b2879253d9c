import { beforeAll, expect, test } from 'vitest';
import {
  archiveArticle,
  createArticle,
  type FullArticle,
  listArticles,
  listArticleUses,
  messageFromArticle,
  updateArticle,
} from '../../contract/articles.ts';
import { createCampaign, type getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { distribute, getMessage, sendTest } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused, untilFinished } = house;
let article: FullArticle;
let campaign: OutputOf<typeof getCampaign>;
let run: OutputOf<typeof distribute>;

const words = {
  title: 'Winter tyres & rims',
  language: 'en' as const,
  body: '<p onclick="alert(1)">Dear {{ contact.first_name }}, change <strong>before</strong> the ice.</p><script>alert(1)</script>',
  linkUrl: 'https://fjord.example/tyres',
  linkLabel: 'Book a time',
};
const mailTo = (address: string) => String(house.mail.received.filter(({ to }) => to === address).at(-1)?.mail.html);
const rewritten = async (body: string) => {
  article = await ask(updateArticle, { ...words, id: article.id, body });
};

beforeAll(async () => {
  await givenContacts(house.app.db, 2, house.given.topicId);
});

test('Q18, Q19: an article is written apart and found by a word of its text', async () => {
  article = await ask(createArticle, words);
  expect(article.body).toBe('<p>Dear {{ contact.first_name }}, change <strong>before</strong> the ice.</p>');
  await ask(createArticle, { ...words, title: 'Sommerdekk', language: 'nb', body: '<p>Sol.</p>' });
  const found = await ask(listArticles, { search: 'the ice' });
  expect(found.rows.map(({ title }) => title)).toEqual(['Winter tyres & rims']);
  expect((await ask(listArticles, { language: 'nb' })).total).toBe(1);
});

test('what is wrong in it is told at its field, with the place', async () => {
  expect(await refused(createArticle, { ...words, body: '<p>{{ contact.frst_name }}</p>' })).toBe(
    '422 body template_unknown_field_near',
  );
  expect(await refused(createArticle, { ...words, title: '{{ 1', linkUrl: 'fjord' })).toBe(
    '422 title template_unclosed, linkUrl article_link',
  );
  const html = '<p>{% article 4711 %}</p>';
  expect(await refused(createContentVersion, { defaultLanguage: 'en', variants: { en: { html } } })).toBe(
    '422 variants.en.html template_unknown_article',
  );
});

test('Q18: a message taken from it shows it as it is now, and the article says which campaign shows it', async () => {
  campaign = await ask(createCampaign, { name: 'Tyres', topicId: house.given.topicId, state: 'ready' });
  const { id, updatedAt } = campaign.actions[0]!;
  const { variant } = await ask(messageFromArticle, { id: article.id });
  const { id: contentVersionId } = await ask(createContentVersion, {
    defaultLanguage: 'en',
    variants: { en: variant },
  });
  campaign = await ask(updateAction, { id, updatedAt, audience: everyone, contentVersionId });
  expect(campaign.problems).toEqual([]);
  expect((await ask(listArticleUses, { id: article.id })).uses).toEqual([
    { kind: 'campaign', id: campaign.id, name: 'Tyres', state: 'live' },
  ]);
  const test = await ask(sendTest, { id, to: 'me@example.org' });
  await untilFinished(test.id);
  expect(mailTo('me@example.org')).toContain('<strong>before</strong> the ice');
});

test('Q18: it is linked live until the run, even after a test, and frozen from then on', async () => {
  await rewritten('<p>Dear {{ contact.first_name }}, change this week.</p>');
  run = await ask(distribute, { id: campaign.actions[0]!.id });
  await rewritten('<p>Too late.</p>');
  await untilFinished(run.id);
  const mail = mailTo('person1@example.org');
  expect(mail).toMatch(
    /<h2 style="[^"]+">Winter tyres &amp; rims<\/h2><p style="[^"]+">Dear Person, change this week\.<\/p>/,
  );
  expect(mail).toMatch(/<a [^>]*href="[^"]+\/c\/[^"]+">Book a time<\/a>/);
  const shown = await ask(getMessage, { id: run.id, no: 1 });
  expect([shown.html, shown.text].map((part) => part?.includes('change this week'))).toEqual([true, true]);
  expect((await ask(listArticleUses, { id: article.id })).uses).toMatchObject([{ state: 'frozen' }]);
  await house.expectLedgerToHold();
});

test('what was put away is offered no more', async () => {
  await ask(archiveArticle, { id: article.id });
  expect((await ask(listArticles, { search: 'tyres' })).total).toBe(0);
  expect(await refused(updateArticle, { ...words, id: article.id })).toMatch(/^404/);
});
