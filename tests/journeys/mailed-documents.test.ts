import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { type Campaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createContentVersion } from '../../contract/content.ts';
import { createCompany, createContact } from '../../contract/crm.ts';
import type { PartyId, ProductId } from '../../contract/ids.ts';
import { listInvoices } from '../../contract/invoices.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, getMessage, listLines, listRuns } from '../../contract/runs.ts';
import { startDueRuns } from '../../server/modules/delivery/start-due-runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { Caller, signedIn } from '../support/house.ts';
import { givenSeller } from '../support/seller.ts';

const house = campaignHouse();
const { ask } = house;
const OFFICE = { name: 'Fjord AS', email: 'post@fjord.example', country: 'NO', vatId: 'NO923456783MVA' } as const;
const TOWN = { street: 'Torvet 2', postalCode: '7011', city: 'Trondheim' };
let tyre: ProductId;
let firm: PartyId;
let campaign: Campaign;

beforeAll(async () => {
  await givenSeller(house.app.db);
  const bo = await signedIn(house, 'bo@nordlys.test');
  const { body: list } = await bo.call(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
  tyre = (await bo.call(createProduct, { kind: 'product', unit: 'pcs', name: 'Winter tyre' })).body.id;
  await bo.call(setPrice, { id: tyre, listId: list.id, amount: 149_900 });
  firm = (await ask(createCompany, { ...OFFICE, ...TOWN })).id as string as PartyId;
});

/** A report of its own beside what was issued. */
const withReport = async () => {
  const design = LayoutDesign.parse({ name: 'Nordlys' });
  const { id: layoutId } = await ask(createLayout, { name: 'Report', design });
  const report = {
    layoutId,
    // Also what the invoice is called.
    fileName: '0001',
    title: 'Care of tyres',
    text: 'Wash them, {{ company.name }}.',
  };
  const { id: contentVersionId } = await ask(createContentVersion, {
    defaultLanguage: 'en',
    variants: { en: { subject: 'Your invoice', html: '<p><a href="{{ invoice_url }}">Invoice</a></p>', report } },
  });
  const { id, updatedAt } = (await ask(getCampaign, { id: campaign.id })).actions[1]!;
  // The invoice is one, to the firm; the mail with it may go to both.
  return ask(updateAction, { id, updatedAt, contentVersionId, report: true, addressing: 'both' });
};

const attachedTo = async (address: string) => {
  const { raw } = house.mail.received.find(({ to }) => to === address)!;
  const { attachments } = await PostalMime.parse(raw);
  return attachments.map(({ filename }) => filename);
};

test('E16, E19: mailed to “both”, a firm’s main contact who got no invoice of his own gets that of the firm, by mail and by link', async () => {
  campaign = await ask(createQuickCampaign, {
    name: 'Tyres',
    channel: 'invoice',
    state: 'ready',
    addressing: 'company',
    parties: [{ kind: 'company', id: firm }],
    salesPlan: { lines: [{ productId: tyre, quantity: 1000 }], dueDays: 14, terms: '' },
  });
  campaign = await withReport();
  const [invoice, mail] = campaign.actions;
  await ask(distribute, { id: mail!.id });
  await ask(distribute, { id: invoice!.id, expectedPlanned: 1 });
  // Whom the firm is reached through is known only after it was billed; a colleague of his is nobody here.
  const person = { lastName: 'Fjord', companyId: firm as never };
  await ask(createContact, { ...person, firstName: 'Ola', email: 'ola@fjord.example', main: true });
  await ask(createContact, { ...person, firstName: 'Per', email: 'per@fjord.example' });
  await startDueRuns(house.app as never);
  const [run] = await ask(listRuns, { id: mail!.id });
  await house.untilFinished(run!.id);
  expect(house.mail.received.map(({ to }) => to).sort()).toEqual(['ola@fjord.example', 'post@fjord.example']);
  for (const to of ['ola@fjord.example', 'post@fjord.example'])
    expect(await attachedTo(to)).toEqual(['0001.pdf', '0001 (2).pdf']);

  const { rows } = await ask(listLines, { id: run!.id, partyKind: 'contact' });
  const token = house.app.lineTokens.tokenOf(run!.id, rows[0]!.no);
  const { headers } = await new Caller(house).send('GET', `/invoice/${token}`);
  const [issued] = (await ask(listInvoices, { campaignId: campaign.id })).rows;
  expect(headers.location).toContain(`/invoice/${issued!.id}/`);
});

test('Q09, O40: invoice and report both go, and both open later', async () => {
  const [run] = await ask(listRuns, { id: campaign.actions[1]!.id });
  const { rows } = await ask(listLines, { id: run!.id, partyKind: 'contact' });
  const { files } = await ask(getMessage, { id: run!.id, no: rows[0]!.no });
  expect(files.map(({ name }) => name)).toEqual(['0001.pdf', '0001 (2).pdf']);
  const [invoice, report] = await Promise.all(files.map(({ address }) => house.marketer.download(address)));
  expect(invoice!.includes('factur-x.xml')).toBe(true);
  expect([report!.subarray(0, 5).toString(), report!.includes('factur-x.xml')]).toEqual(['%PDF-', false]);
});
