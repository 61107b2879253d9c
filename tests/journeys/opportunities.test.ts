import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type Campaign, getCampaign } from '../../contract/campaigns.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import {
  createCompany,
  createContact,
  getCompanyTimeline,
  getContact,
  getContactTimeline,
  listContacts,
} from '../../contract/crm.ts';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { OpportunityId, PartyId, ProductId } from '../../contract/ids.ts';
import { mergeParties, undoMerge } from '../../contract/merges.ts';
import { addCostLine, addRevenueLine, campaignMoney } from '../../contract/money.ts';
import { listCampaignProducts, listOpenedProducts, repriceProducts } from '../../contract/proposed-products.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, listLines, listRuns, previewAction, sendTest } from '../../contract/runs.ts';
import * as sales from '../../contract/sales.ts';
import { getSalesPlan, saveSalesPlan } from '../../contract/sales-plan.ts';
import { startDueRuns } from '../../server/modules/delivery/start-due-runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
let [tyre, oil]: ProductId[] = [];
let campaign: Campaign;
let seller: Caller;
const people: string[] = [];

const asBo = async <E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> => {
  const bo = await signedIn(house, 'bo@nordlys.test');
  const { status, body } = await bo.call(endpoint, input);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as OutputOf<E>;
};
const product = async (name: string, price: number | null, listId: never) => {
  const { id } = await asBo(createProduct, { name, kind: 'product', unit: 'pcs', cost: 90_000, costCurrency: 'NOK' });
  if (price !== null) await asBo(setPrice, { id, listId, amount: price });
  return id;
};
const deals = async (filters: object = {}) => ask(sales.listOpportunities, { campaignId: campaign.id, ...filters });
const first = async () => (await deals({ sort: 'createdAt' })).rows[0]!;

beforeAll(async () => {
  seller = await signedIn(house, 'dominique@nordlys.test');
  const list = await asBo(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
  tyre = await product('Winter tyre', 149_900, list.id as never);
  oil = await product('Oil', null, list.id as never);
  const firm = await ask(createCompany, { name: 'Fjord Taxi AS' });
  for (const firstName of ['Kari', 'Ola', 'Siri']) {
    const { id } = await ask(createContact, {
      firstName,
      lastName: 'Dahl',
      companyId: firstName === 'Kari' ? firm.id : null,
    });
    people.push(id);
  }
});

test('E06, E09: the quick form makes deals for many from one action, with products and a value, and a fault makes nothing', async () => {
  const form = {
    name: 'Tyres for taxis',
    channel: 'opportunity' as const,
    state: 'ready' as const,
    senderPolicy: 'owner' as const,
    parties: people.map((id) => ({ kind: 'contact' as const, id: id as PartyId })),
  };
  const unknown = { productId: campaign?.id ?? '00000000-0000-4000-8000-000000000000', quantity: 1000 };
  expect(await refused(createQuickCampaign, { ...form, salesPlan: { lines: [unknown as never] } })).toBe(
    '422 lines.0.productId unknown_product',
  );
  const lines = [
    { productId: tyre!, quantity: 4000 },
    { productId: oil!, quantity: 1500 },
  ];
  campaign = await ask(createQuickCampaign, { ...form, salesPlan: { lines, closesInDays: 30 } });
  expect(campaign.problems).toMatchObject([
    { stop: 'what', field: 'lines', code: 'product_without_price', params: { name: 'Oil' } },
  ]);
  expect(await refused(distribute, { id: campaign.actions[0]!.id })).toBe('422 lines product_without_price');
  expect((await deals()).total).toBe(0);
});

test('E06, E25: a price of one’s own goes before the list, and nobody needs an address or consent', async () => {
  const { id } = campaign.actions[0]!;
  const plan = await ask(getSalesPlan, { id });
  const lines = plan.lines.map((line) => (line.productId === oil ? { ...line, priceMinor: 19_999 } : line));
  await ask(saveSalesPlan, { ...plan, id, lines });
  expect((await ask(getCampaign, { id: campaign.id })).problems).toEqual([]);
  expect(await ask(previewAction, { id })).toMatchObject({ matched: 3, planned: 3 });
});

test('E19: nobody is told of a deal unless the switch is on; then an ordinary e-mail follows, and goes away with the switch', async () => {
  const { id } = campaign.actions[0]!;
  const plan = await ask(getSalesPlan, { id });
  expect([plan.mailed, campaign.actions.length]).toEqual([false, 1]);
  await ask(saveSalesPlan, { ...plan, id, mailed: true });
  const told = await ask(getCampaign, { id: campaign.id });
  expect(told.actions[1]).toMatchObject({ channel: 'email', schedule: { kind: 'after', actionId: id, hours: 0 } });
  expect((await ask(getSalesPlan, { id })).mailed).toBe(true);
  await ask(saveSalesPlan, { ...plan, id, mailed: false });
  expect((await ask(getCampaign, { id: campaign.id })).actions).toHaveLength(1);
});

test('E19: with the switch on each is told once the deal is made', async () => {
  await givenContacts(house.app.db, 1, house.given.topicId);
  const [person] = (await ask(listContacts, { search: 'person1@example.org' })).rows;
  const { id, actions } = await ask(createQuickCampaign, {
    name: 'A word first',
    channel: 'opportunity',
    state: 'ready',
    topicId: house.given.topicId,
    parties: [{ kind: 'contact', id: person!.id as string as PartyId }],
    salesPlan: { lines: [], valueMinor: 100_000, mailed: true },
  });
  const [deal, mail] = actions;
  await ask(distribute, { id: mail!.id });
  await ask(distribute, { id: deal!.id });
  await startDueRuns(house.app as never);
  const [run] = await ask(listRuns, { id: mail!.id });
  await house.untilFinished(run!.id);
  const told = house.mail.received.filter(({ to }) => to === 'person1@example.org');
  expect(told.map(({ mail: { subject } }) => subject)).toEqual(['An idea for you']);
  expect(String(told[0]!.mail.html)).not.toContain('{{');
  expect((await ask(sales.listOpportunities, { campaignId: id })).total).toBe(1);
});

test('Q24: a test makes one deal to look at, which no list and no sum counts', async () => {
  const { id } = campaign.actions[0]!;
  const proof = await ask(sendTest, { id, to: 'cyprian@nordlys.test' });
  expect(proof).toMatchObject({ mode: 'test', state: 'finished', sums: { sent: 1 } });
  expect((await deals()).total).toBe(0);
  expect((await ask(listOpenedProducts, { filters: { campaignId: campaign.id } })).products).toEqual([]);
});

test('E06, E34: one press makes them all, with owner, stage, value and date', async () => {
  const run = await ask(distribute, { id: campaign.actions[0]!.id, expectedPlanned: 3 });
  expect(run).toMatchObject({ state: 'finished', sums: { planned: 3, sent: 3 } });
  const { rows, total, sums } = await deals();
  expect(total).toBe(3);
  // 4 × 1499.00 + 1.5 × 199.99 = 5996.00 + 299.985, half an øre going up
  const value = 599_600 + 29_999;
  expect(rows).toEqual(
    Array(3).fill(
      expect.objectContaining({
        title: 'Tyres for taxis',
        valueMinor: value,
        currency: 'NOK',
        stage: expect.objectContaining({ name: 'Ny' }),
        owner: expect.objectContaining({ name: 'Cyprian Nowak' }),
        closesOn: '2026-04-01',
        campaign: { id: campaign.id, name: 'Tyres for taxis' },
      }),
    ),
  );
  expect(sums).toEqual([
    { currency: 'NOK', count: 3, valueMinor: 3 * value, weighedMinor: 3 * Math.round(value / 10) },
  ]);
  expect(rows.map(({ company }) => company?.name ?? null).sort()).toEqual(['Fjord Taxi AS', null, null]);
  expect((await ask(listLines, { id: run.id, state: 'sent' })).total).toBe(3);
  await house.expectLedgerToHold();
});

test('O45: which products the campaign proposed, and at which prices', async () => {
  const { products } = await ask(listCampaignProducts, { id: campaign.id });
  expect(products).toMatchObject([
    { name: 'Oil', documents: 3, quantity: 4500, lowestMinor: 19_999, highestMinor: 19_999 },
    { name: 'Winter tyre', documents: 3, quantity: 12_000, lowestMinor: 149_900, amountMinor: 3 * 599_600 },
  ]);
});

test('O53: the products of a deal or of a list are opened, and their prices recalculated after a rehearsal', async () => {
  const { id } = await first();
  const [one] = (await ask(listOpenedProducts, { ids: [id] })).products.slice(-1);
  expect(one).toMatchObject({ name: 'Winter tyre', documents: 1, open: 1 });
  const rule = { change: { kind: 'percent' as const, by: -1_000 } };
  const asked = { filters: { campaignId: campaign.id }, productIds: [tyre!], rule };
  const rehearsed = await ask(repriceProducts, asked);
  expect(rehearsed).toMatchObject({
    applied: false,
    change: 3,
    closed: 0,
    sums: [{ beforeMinor: 1_798_800, afterMinor: 1_618_920 }],
  });
  expect((await first()).valueMinor).toBe(629_599);
  expect(await refused(repriceProducts, { ...asked, fingerprint: 'stale' })).toBe('409 prices_changed_meanwhile');
  await ask(repriceProducts, { ...asked, fingerprint: rehearsed.fingerprint });
  expect((await first()).valueMinor).toBe(539_640 + 29_999);
});

test('O53: what is won keeps its prices; the others go back to the price list', async () => {
  const { id } = await first();
  const won = await ask(sales.closeOpportunity, { id, state: 'won' });
  expect(won).toMatchObject({ state: 'won', closedOn: '2026-03-02' });
  expect(await refused(sales.updateOpportunity, { id, title: 'Other' })).toBe('409 opportunity_closed');
  const asked = { filters: { campaignId: campaign.id }, rule: null };
  const { fingerprint, ...counts } = await ask(repriceProducts, asked);
  // Oil is in no price list.
  expect(counts).toMatchObject({ change: 2, refused: 2, closed: 2 });
  await ask(repriceProducts, { ...asked, fingerprint });
  expect((await ask(sales.getOpportunity, { id })).valueMinor).toBe(539_640 + 29_999);
  expect((await deals({ state: 'open' })).rows.map(({ valueMinor }) => valueMinor)).toEqual([629_599, 629_599]);
});

test('O43, O44: won deals are revenue and growth of the campaign by themselves, beside what is written down by hand', async () => {
  const at = { id: campaign.id };
  await ask(addCostLine, { ...at, label: 'Time', basis: 'fixed', actualMinor: 200_000 });
  await ask(addRevenueLine, { ...at, label: 'At the counter', amountMinor: 60_361, won: 1, earnedOn: '2026-03-02' });
  const { whole, wonDeals, actions } = await ask(campaignMoney, at);
  expect(wonDeals).toEqual([
    { actionId: campaign.actions[0]!.id, won: 1, invoiced: 0, amountMinor: 569_639, otherCurrency: 0 },
  ]);
  expect(whole).toMatchObject({ revenueMinor: 630_000, won: 2, roi: { numerator: 430_000 }, growth: { value: 1 } });
  expect(actions).toMatchObject([{ revenueMinor: 569_639, won: 1 }]);
});

test('O44: a deal that is lost says why, and one thought won goes on: it no longer counts', async () => {
  const [lost] = (await deals({ state: 'open' })).rows;
  expect(await refused(sales.closeOpportunity, { id: lost!.id, state: 'lost' })).toBe(
    '422 lostReason lost_reason_needed',
  );
  await ask(sales.closeOpportunity, { id: lost!.id, state: 'lost', lostReason: 'Bought elsewhere' });
  const [won] = (await deals({ state: 'won' })).rows;
  await ask(sales.reopenOpportunity, { id: won!.id });
  expect((await ask(campaignMoney, { id: campaign.id })).wonDeals).toEqual([]);
  expect(await refused(sales.deleteOpportunity, { id: won!.id })).toBe('409 opportunity_of_campaign');
});

test('O40: the timeline of a person and of his firm tells how a deal was made, moved, won and lost, and opens it', async () => {
  const told = async () => {
    const [kari] = people;
    const { company } = await ask(getContact, { id: kari as never });
    const person = await ask(getContactTimeline, { id: kari as never });
    const firm = await ask(getCompanyTimeline, { id: company!.id });
    const ofDeals = ({ entries }: typeof person) => entries.filter(({ record }) => record?.kind === 'opportunity');
    expect(ofDeals(firm)).toEqual(ofDeals(person));
    return ofDeals(person);
  };
  const made = (await told()).at(-1);
  expect(made).toMatchObject({ kind: 'deal_created', params: { title: 'Tyres for taxis', currency: 'NOK' } });
  const id = made!.record!.id as OpportunityId;
  const deal = await ask(sales.getOpportunity, { id });
  if (deal.state !== 'open') await ask(sales.reopenOpportunity, { id });
  const { stages } = await ask(sales.listSalesStages, {});
  await ask(sales.updateOpportunity, { id, stageId: stages[2]!.id });
  await ask(sales.updateOpportunity, { id, stageId: stages[2]!.id, title: 'Tyres for taxis' });
  await ask(sales.closeOpportunity, { id, state: 'lost', lostReason: 'Too dear' });
  expect((await told()).map(({ kind, params }) => [kind, params.stage ?? params.reason])).toEqual(
    expect.arrayContaining([
      ['deal_moved', 'Tilbud gitt'],
      ['deal_lost', 'Too dear'],
    ]),
  );
  expect(await told()).toHaveLength(3);
  await ask(sales.reopenOpportunity, { id });
  await ask(sales.updateOpportunity, { id, stageId: stages[0]!.id });
});

test('a salesperson keeps deals of his own; a viewer sees them and changes none', async () => {
  const party = { kind: 'contact' as const, id: people[1] as PartyId };
  const { status, body: deal } = await seller.call(sales.createOpportunity, {
    title: 'A van',
    party,
    ownValueMinor: 40_000_000,
  });
  expect(status, JSON.stringify(deal)).toBe(200);
  expect(deal).toMatchObject({
    valueMinor: 40_000_000,
    owner: { name: 'Dominique Petit' },
    party: { name: 'Ola Dahl' },
  });
  const lines = [{ productId: tyre!, quantity: 1000 }];
  const { body: changed } = await seller.call(sales.updateOpportunity, { id: deal.id, lines, ownValueMinor: null });
  expect(changed).toMatchObject({ valueMinor: 149_900, lines: [{ name: 'Winter tyre', ownPrice: false }] });
  const eva = await signedIn(house, 'eva@nordlys.test');
  expect((await eva.call(sales.getOpportunity, { id: deal.id })).status).toBe(200);
  expect((await eva.call(sales.closeOpportunity, { id: deal.id as OpportunityId, state: 'won' })).status).toBe(403);
});

test('the pipeline is the company’s own, and a stage with deals in it stays', async () => {
  const { stages } = await ask(sales.listSalesStages, {});
  expect(stages.map(({ name, opportunities }) => [name, opportunities])).toContainEqual(['Ny', 5]);
  const anna = await signedIn(house, 'anna@nordlys.test');
  const kept = stages.map(({ id, name, chance }) => ({ id, name, chance }));
  const gone = await anna.call(sales.saveSalesStages, { stages: kept.slice(1) });
  expect(gone.body).toMatchObject({ code: 'sales_stage_in_use' });
  const made = { name: 'Signed', chance: 95 };
  expect((await anna.call(sales.saveSalesStages, { stages: [...kept, made] })).status).toBe(200);
  expect((await ask(sales.listSalesStages, {})).stages.at(-1)).toMatchObject(made);
});

test('a merged customer keeps the deals of both, and gives them back when the merge is undone', async () => {
  const { rows } = await ask(listContacts, { search: 'Dahl' });
  const [kept, gone] = [
    rows.find(({ firstName }) => firstName === 'Siri')!,
    rows.find(({ firstName }) => firstName === 'Ola')!,
  ];
  const of = async (id: string) =>
    (await ask(sales.listOpportunities, { partyKind: 'contact', partyId: id as PartyId })).total;
  expect([await of(kept.id), await of(gone.id)]).toEqual([1, 2]);
  const sides = { keptId: kept.id as string as PartyId, goneId: gone.id as string as PartyId };
  const merge = await ask(mergeParties, { kind: 'contact', ...sides });
  expect(await of(kept.id)).toBe(3);
  await ask(undoMerge, { id: merge.id });
  expect([await of(kept.id), await of(gone.id)]).toEqual([1, 2]);
  expect((await ask(getContact, { id: gone.id })).firstName).toBe('Ola');
  expect((await sql`select from opportunity where party_id = ${gone.id}`.execute(house.app.db)).rows).toHaveLength(2);
});
