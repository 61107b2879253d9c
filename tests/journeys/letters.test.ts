import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { addAction } from '../../contract/actions.ts';
import { type Campaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import { createContact } from '../../contract/crm.ts';
import type { LayoutId, PartyId } from '../../contract/ids.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import * as letters from '../../contract/letters.ts';
import { campaignMoney } from '../../contract/money.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, generateSelection, listLines, previewAction, sendTest, whyParty } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { isPopplerHere, pagesOfPdf } from '../support/pdf.ts';

const house = campaignHouse();
const { ask, refused } = house;
let campaign: Campaign;
let layoutId: LayoutId;
let runId: string;
let batch: letters.LetterBatch;
const people: Record<string, PartyId> = {};

const PLACES: Record<
  string,
  { street?: string; postalCode?: string; city?: string; country?: string; phone?: string }
> = {
  Żaneta: {
    street: 'ul. Księdza Popiełuszki 12/34',
    postalCode: '00-950',
    city: 'Warszawa',
    country: 'PL',
    phone: '+48 501 234 567',
  },
  Bjørg: { street: 'Rådhusgata 24', postalCode: '9008', city: 'Tromsø', country: 'NO', phone: '+47 400 00 001' },
  Åse: { street: 'Storgata 1', postalCode: '0155', city: 'Oslo', country: 'NO', phone: '+47 400 00 002' },
  Homeless: { phone: '+47 400 00 003' },
  Phoneless: { street: 'Storgata 3', postalCode: '0155', city: 'Oslo', country: 'NO' },
};
const TEXT = {
  subject: 'Spring at {{ campaign.name }}',
  text: 'Dear {{ contact.first_name }},\n\n# Come and see\n\n- tyres\n- oil\n\nWe call you on {{ contact.phone }}.',
};

beforeAll(async () => {
  for (const [firstName, place] of Object.entries(PLACES)) {
    const { id } = await ask(createContact, {
      firstName,
      lastName: 'Dahl',
      email: `${Object.keys(people).length}@dahl.example`,
      ...place,
    });
    people[firstName] = id as unknown as PartyId;
  }
});

const letterOf = async () => {
  const { id, updatedAt } = (await ask(getCampaign, { id: campaign.id })).actions[0]!;
  const variants = { en: { ...TEXT, html: '', preheader: '' } };
  const version = await ask(createContentVersion, { channel: 'letter', defaultLanguage: 'en', variants });
  await ask(updateAction, { id, updatedAt, contentVersionId: version.id });
  return id;
};

test('E09, A13: a quick campaign of letters lacks a layout and a text until both are made', async () => {
  campaign = await ask(createQuickCampaign, {
    name: 'Fjord days',
    channel: 'letter',
    state: 'ready',
    purposeClass: 'notice',
    requiresConsent: false,
    parties: Object.values(people).map((id) => ({ kind: 'contact' as const, id })),
  });
  expect(campaign.problems.map(({ code }) => code)).toEqual(['letter_no_layout', 'no_content']);
  const design = LayoutDesign.parse({
    name: 'Fjord Bil AS',
    sender: 'Fjord Bil AS · Storgata 1 · 0155 Oslo',
    facts: [{ label: 'Telephone', value: '{{ contact.phone }}' }],
    closing: 'Kind regards\n{{ sender.name }}',
    needs: ['contact.phone'],
  });
  expect(await refused(createLayout, { name: 'Blue', design: { ...design, needs: ['contact.shoe_size'] } })).toMatch(
    /^(403|422)/,
  );
  ({ id: layoutId } = await ask(createLayout, { name: 'Blue', design }));
  const id = await letterOf();
  const enclosures = [{ name: 'Leaflet “Spring”', grams: 8, costMinor: 150 }];
  const postage = [{ upToGrams: 20, costMinor: 2300 }];
  await ask(letters.saveLetterPlan, { ...letters.NO_LETTER_PLAN, id, layoutId, enclosures, postage, pageMinor: 50 });
  expect((await ask(getCampaign, { id: campaign.id })).problems).toEqual([]);
});

test('A14: whoever lacks an address or data that the layout needs is left out before anything is made, with the reason', async () => {
  const { id } = campaign.actions[0]!;
  const preview = await ask(previewAction, { id });
  expect(preview).toMatchObject({ matched: 5, planned: 3 });
  expect(preview.excluded.map(({ reason }) => reason).sort()).toEqual(['missing_data', 'no_address']);
  const why = await ask(whyParty, { id, partyKind: 'contact', partyId: people['Phoneless']! });
  expect(JSON.stringify(why)).toContain('contact.phone');
});

test('Q24: a proof is one letter as PDF that counts nowhere', async () => {
  const { id } = campaign.actions[0]!;
  const proof = await ask(sendTest, { id, to: 'me@nordlys.test', contactId: people['Żaneta'] as never });
  expect(proof).toMatchObject({ mode: 'test', state: 'finished' });
  const pdf = await house.marketer.download(`/api/letters/${proof.id}/1/pdf`);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await ask(letters.listLetterBatches, { campaignId: campaign.id })).rows).toEqual([]);
  expect((await ask(campaignMoney, { id: campaign.id })).metered).toEqual([]);
});

test('Q02, A06: the letters of a run are one sealed batch in postal order, counted, weighed and paid', async () => {
  const { id } = campaign.actions[0]!;
  await ask(generateSelection, { id });
  const run = await ask(distribute, { id, expectedPlanned: 3 });
  runId = run.id;
  expect(run).toMatchObject({ state: 'finished', sums: { sent: 3 } });
  const { rows } = await ask(letters.listLetterBatches, { campaignId: campaign.id });
  batch = rows[0]!;
  // A sheet of 5 g, an envelope of 7 g and the leaflet of 8 g.
  expect(batch).toMatchObject({
    letters: 3,
    pages: 4,
    grams: 60,
    costMinor: 3 * (50 + 150 + 2300),
    returned: 0,
    takenAt: null,
  });
  const pdf = await house.marketer.download(`/api/letter-batches/${batch.id}/pdf`);
  expect(pdf.length).toBe(batch.bytes);
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(batch.sha256);
  expect((await ask(campaignMoney, { id: campaign.id })).metered).toMatchObject([
    { what: 'letters', count: 3, totalMinor: batch.costMinor },
  ]);
  await house.expectLedgerToHold();
});

test.skipIf(!isPopplerHere())('A13: another reader finds each person’s own letter behind the cover', async () => {
  const pages = pagesOfPdf(await house.marketer.download(`/api/letter-batches/${batch.id}/pdf?again=yes`));
  const names = pages.map((page) => /(Åse|Bjørg|Żaneta) Dahl/.exec(page)?.[1]);
  expect(names).toEqual([undefined, 'Åse', 'Bjørg', 'Żaneta']);
  expect(pages[0]).toMatch(/Fjord days[\s\S]*Leaflet “Spring”/);
  expect(pages[3]).toMatch(/00-950 Warszawa\s+(POLAND|POLEN|POLSKA)/);
  for (const word of [
    '2 March 2026',
    'Dear Żaneta,',
    'Come and see',
    'We call you on',
    'Leaflet “Spring”',
    'Kind regards',
  ]) {
    expect(pages[3]).toContain(word);
  }
});

test('F46: a batch is taken once; printing again is a new batch with a name of its own', async () => {
  const again = await house.marketer.send('GET', `/api/letter-batches/${batch.id}/pdf`);
  expect([again.status, again.body.errors[0]?.code]).toEqual([409, 'letter_batch_taken']);
  const { rows } = await ask(listLines, { id: runId as never });
  const one = await ask(letters.reprintLetters, { id: batch.id, name: 'Fjord days, jammed sheets', codes: null });
  expect(rows).toHaveLength(5);
  expect(one).toMatchObject({ letters: 3, reprintOf: { id: batch.id }, costMinor: batch.costMinor, takenAt: null });
  expect(
    (await ask(letters.listLetterBatches, { campaignId: campaign.id })).rows.map(({ sha256 }) => sha256),
  ).toContain(batch.sha256);
  expect(await refused(letters.reprintLetters, { id: batch.id, name: 'One', codes: ['000000000099'] })).toBe(
    '422 codes letter_code_unknown',
  );
});

test.skipIf(!isPopplerHere())('a letter that came back is recorded by the code on it, once', async () => {
  const file = await house.marketer.download(`/api/letter-batches/${batch.id}/pdf?again=yes`);
  const code = /\d{4} \d{4} \d{4}/.exec(pagesOfPdf(file)[1] ?? '')?.[0] ?? '';
  expect(await ask(letters.recordReturnedLetter, { code, reason: 'moved' })).toMatchObject({
    recipient: 'Åse Dahl',
    fresh: true,
  });
  expect(await ask(letters.recordReturnedLetter, { code })).toMatchObject({ fresh: false });
  expect(
    await refused(letters.recordReturnedLetter, {
      code: code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    }),
  ).toBe('422 code letter_code_mistyped');
  const [counted] = (await ask(letters.listLetterBatches, { campaignId: campaign.id })).rows.filter(
    ({ id }) => id === batch.id,
  );
  expect(counted?.returned).toBe(1);
  await house.expectLedgerToHold();
});

test('A07: a reminder by e-mail goes to the same group', async () => {
  const first = campaign.actions[0]!.id;
  const two = await ask(addAction, { id: campaign.id, name: 'Reminder', channel: 'email', sameGroupAs: first });
  const reminder = two.actions.find(({ channel }) => channel === 'email');
  expect(reminder?.audience.copyOf).toMatchObject({ actionId: first });
  expect(await ask(previewAction, { id: reminder!.id })).toMatchObject({ matched: 5, planned: 5 });
});
