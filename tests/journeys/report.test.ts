import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { type Campaign, createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { LayoutId } from '../../contract/ids.ts';
import { createLayout, LayoutDesign, updateLayout } from '../../contract/layouts.ts';
import { previewLetter } from '../../contract/letters.ts';
import { countAction, distribute, getMessage, listLines, previewAction, sendTest } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { isPopplerHere, linksOfPdf, pagesOfPdf } from '../support/pdf.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let campaign: Campaign;
let layoutId: LayoutId;
let runId: string;

const design = LayoutDesign.parse({
  name: 'Fjord Bil AS',
  facts: [{ label: 'City', value: '{{ contact.city }}' }],
  closing: 'Kind regards\n{{ sender.name }}',
  assets: true,
  needs: ['contact.city'],
});
const reportOf = (over: object = {}) => ({
  layoutId,
  fileName: 'Your cars',
  title: 'The cars of {{ contact.first_name }} {{ contact.last_name }}',
  text: 'Dear {{ contact.first_name }}, here is what you *own*.',
  ...over,
});
const contentOf = (report: ReturnType<typeof reportOf> | null) => ({
  defaultLanguage: 'en' as const,
  variants: { en: { subject: 'Your cars', html: '<p>See the report, {{ contact.last_name }}.</p>', report } },
});
const pdfIn = async (raw: string): Promise<Buffer> => {
  const { attachments } = await PostalMime.parse(raw);
  expect(attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['Your cars.pdf', 'application/pdf'],
  ]);
  return Buffer.from(attachments[0]!.content as ArrayBuffer);
};
const written = async (report: ReturnType<typeof reportOf> | null) => {
  const { id, updatedAt } = (await ask(getCampaign, { id: campaign.id })).actions[0]!;
  const { id: contentVersionId } = await ask(createContentVersion, contentOf(report));
  campaign = await ask(updateAction, { id, updatedAt, audience: everyone, contentVersionId });
  return id;
};

beforeAll(async () => {
  const { db } = house.app;
  await givenContacts(db, 4, house.given.topicId);
  await sql`update contact set city = 'Oslo' where email <> 'person4@example.org'`.execute(db);
  const type = '00000000-0000-7000-8000-0000000000b1';
  await sql`insert into asset_type (id, key, name) values (${type}, 'car', 'Car')`.execute(db);
  await sql`insert into asset (id, type_id, name, identifier, contact_id, acquired_on)
    select gen_random_uuid(), ${type}, 'Volvo of ' || last_name, 'EL ' || last_name, id, '2024-03-01' from contact where last_name in ('1', '2')`.execute(
    db,
  );
  ({ id: layoutId } = await ask(createLayout, { name: 'Report', design }));
});

test('Q08, Q09: e-mail with report is a dispatch type of its own, which lacks a layout until one is chosen', async () => {
  campaign = await ask(createCampaign, {
    name: 'Cars',
    report: true,
    topicId: house.given.topicId,
    state: 'ready',
  });
  expect(campaign.actions[0]).toMatchObject({ channel: 'email', report: true });
  await written(null);
  expect(campaign.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(['report report_no_layout']);
  expect(await refused(createContentVersion, contentOf(reportOf({ text: '{{ contact.frst_name }}' })))).toBe(
    '422 variants.en.report.text template_unknown_field_near',
  );
  await written(reportOf());
  expect(campaign.problems).toEqual([]);
});

test('Q09, A14: whoever lacks data that the report needs is left out before anything is sent, with the reason', async () => {
  const preview = await ask(previewAction, { id: campaign.actions[0]!.id });
  expect(preview).toMatchObject({ matched: 4, planned: 3, excluded: [{ reason: 'missing_data' }] });
  expect(await ask(countAction, { id: campaign.actions[0]!.id })).toMatchObject({ planned: 3 });
  const { svg, lacking } = await ask(previewLetter, {
    layoutId,
    defaultLanguage: 'en',
    variants: { en: { subject: 'Cars', text: 'Dear' } },
    language: 'en',
    report: true,
  });
  expect([svg?.startsWith('<svg'), lacking]).toEqual([true, []]);
});

test('Q09, Q24: a test brings the PDF too', async () => {
  const run = await ask(sendTest, { id: campaign.actions[0]!.id, to: 'me@example.org' });
  await house.untilFinished(run.id);
  const test = house.mail.received.find(({ to }) => to === 'me@example.org');
  expect((await pdfIn(test!.raw)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('Q09: everybody gets a PDF of his own, merged with his data', async () => {
  const run = await ask(distribute, { id: campaign.actions[0]!.id });
  runId = run.id;
  await house.untilFinished(runId);
  const mails = house.mail.received.filter(({ to }) => to.startsWith('person'));
  expect(mails.map(({ to }) => to).sort()).toEqual([1, 2, 3].map((no) => `person${no}@example.org`));
  for (const { to, raw } of mails) {
    const no = /\d/.exec(to)![0];
    const pdf = await pdfIn(raw);
    if (!isPopplerHere()) continue;
    const [page] = pagesOfPdf(pdf);
    expect(page).toContain(`The cars of Person ${no}`);
    expect(page).toMatch(/City +Oslo/);
    expect(page?.includes('Volvo of')).toBe(no !== '3');
    if (no !== '3') expect(page).toMatch(new RegExp(`Car +Volvo of ${no} +EL ${no} +1 Mar 2024|Car +Volvo of ${no}`));
  }
  await house.expectLedgerToHold();
});

test.skipIf(!isPopplerHere())(
  'Q09, Q11, Q12: its direct link can be clicked, and opens the page of whoever got it',
  async () => {
    const made = { name: 'Cars online', report: true, topicId: house.given.topicId, state: 'ready' } as const;
    const { actions } = await ask(createCampaign, made);
    const { id, updatedAt } = actions[0]!;
    const text = 'Dear {{ contact.first_name }}, all of it is on your page:\n\n#DirectLink#';
    const { id: contentVersionId } = await ask(createContentVersion, contentOf(reportOf({ text })));
    const told = await ask(updateAction, { id, updatedAt, audience: everyone, contentVersionId });
    expect(told.problems.map(({ code }) => code)).toEqual(['direct_link_without_target']);
    const again = (await ask(getCampaign, { id: told.id })).actions[0]!.updatedAt;
    await ask(updateAction, { id, updatedAt: again, directLink: { target: 'my_page' } });
    const before = house.mail.received.length;
    const run = await ask(distribute, { id });
    await house.untilFinished(run.id);
    const mails = house.mail.received.slice(before);
    expect(mails).toHaveLength(3);
    for (const { to, raw } of mails) {
      const pdf = await pdfIn(raw);
      const [link, ...others] = linksOfPdf(pdf);
      expect(others).toEqual([]);
      expect(pagesOfPdf(pdf)[0]).toContain(link);
      const page = await house.server.inject({ method: 'GET', url: new URL(link!).pathname });
      expect(page.statusCode).toBe(200);
      expect(page.body.match(/person\d@example\.org/)?.[0]).toBe(to);
    }
  },
);

test('Q09, O40: the message opens later with the PDF as that person got it, whatever became of layout and data', async () => {
  await ask(updateLayout, { id: layoutId, name: 'Report', design: { ...design, name: 'Another AS' } });
  await sql`update contact set last_name = 'Renamed', city = 'Bergen'`.execute(house.app.db);
  const { rows } = await ask(listLines, { id: runId as never });
  const line = rows.find(({ address }) => address === 'person1@example.org')!;
  const { files } = await ask(getMessage, { id: line.runId, no: line.no });
  expect(files).toMatchObject([{ name: 'Your cars.pdf', size: null }]);
  const again = await house.marketer.download(files[0]!.address);
  if (!isPopplerHere()) return;
  const sent = house.mail.received.find(({ to }) => to === 'person1@example.org')!;
  expect(pagesOfPdf(again)).toEqual(pagesOfPdf(await pdfIn(sent.raw)));
});
