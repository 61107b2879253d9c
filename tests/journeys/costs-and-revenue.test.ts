import { beforeAll, expect, test } from 'vitest';
import { addAction } from '../../contract/actions.ts';
import { campaignHistory, getCampaign, updateCampaign } from '../../contract/campaigns.ts';
import {
  addCostLine,
  addRevenueLine,
  campaignMoney,
  compareCampaigns,
  removeCostLine,
  updateCostLine,
} from '../../contract/money.ts';
import { distribute } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { signedIn } from '../support/house.ts';
import { givenCampaign, givenContacts, type ReadyCampaign } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused, untilFinished } = house;
let campaign: ReadyCampaign;
let other: ReadyCampaign;

const money = () => ask(campaignMoney, { id: campaign.campaignId });
const at = () => ({ id: campaign.campaignId });

beforeAll(async () => {
  await givenContacts(house.app.db, 20, house.given.topicId);
  campaign = await givenCampaign(house.app.db, house.given);
  other = await givenCampaign(house.app.db, house.given);
});

test('A15, O47: a campaign has a budget, and says how much of it is used', async () => {
  const { updatedAt } = await ask(getCampaign, at());
  await ask(updateCampaign, { ...at(), updatedAt, budgetMinor: 1_000_000, expectedRevenueMinor: 3_000_000 });
  expect((await money()).budgetUsed).toEqual({ value: 0, numerator: 0, denominator: 1_000_000 });
});

test('A04, A21: fixed costs are entered in the campaign and for an action, expected and actual', async () => {
  await ask(addCostLine, { ...at(), label: 'Personnel', basis: 'fixed', expectedMinor: 400_000, actualMinor: 450_000 });
  const { actionId } = campaign;
  await ask(addCostLine, { ...at(), actionId, label: 'Leaflet design', basis: 'fixed', expectedMinor: 100_000 });
  expect((await money()).whole.costs).toEqual({ expectedMinor: 500_000, actualMinor: 450_000 });
});

test('A22: costs per unit count for the size of the group, and then for what was sent', async () => {
  const { actionId } = campaign;
  const line = { actionId, label: 'Postage', basis: 'per_unit', expectedMinor: 1_500 } as const;
  await ask(addCostLine, { ...at(), ...line, expectedUnits: 25 });
  expect((await money()).whole.costs).toEqual({ expectedMinor: 537_500, actualMinor: 450_000 });
  house.mail.refuse = (address) => (/person1@/.test(address) ? '550 5.2.1 mailbox disabled' : null);
  await untilFinished((await ask(distribute, { id: actionId })).id);
  const { costLines, whole } = await money();
  const postage = costLines.find(({ label }) => label === 'Postage')!;
  expect(postage).toMatchObject({ units: { expected: 25, actual: 19 }, total: { actualMinor: 28_500 } });
  expect(whole.costs.actualMinor).toBe(478_500);
  await ask(updateCostLine, { ...line, id: postage.id, expectedUnits: null, actualMinor: 1_600 });
  expect((await money()).costLines.at(-1)).toMatchObject({
    units: { expected: 20, actual: 19 },
    total: { expectedMinor: 30_000, actualMinor: 30_400 },
  });
});

test('O43, O44, O10: revenue gives return, growth and conversion, the cost counted once', async () => {
  await ask(addRevenueLine, { ...at(), label: 'Two vans', amountMinor: 900_000, won: 2, earnedOn: '2026-03-02' });
  const { actionId } = campaign;
  await ask(addRevenueLine, { ...at(), actionId, label: 'Tyres', amountMinor: 60_800, won: 1, earnedOn: '2026-03-03' });
  const { whole, budgetUsed, expectedRoi, actions } = await money();
  expect(whole).toMatchObject({ revenueMinor: 960_800, won: 3, delivered: 19 });
  expect(whole.roi).toEqual({ value: 1, numerator: 480_400, denominator: 480_400 });
  expect(whole.growth).toMatchObject({ value: 3 / 4.804, numerator: 3 });
  expect(whole.conversion.value).toBeCloseTo(3 / 19);
  expect(budgetUsed.value).toBeCloseTo(0.4804);
  expect(expectedRoi.value).toBeCloseTo((3_000_000 - 530_000) / 530_000);
  // The campaign's own cost and revenue are in the whole alone.
  expect(actions).toMatchObject([{ actionId, costs: { expectedMinor: 130_000, actualMinor: 30_400 }, won: 1 }]);
});

test('A23: costs are taken back and written down by whoever may edit the campaign, and the history says so', async () => {
  const [personnel] = (await money()).costLines;
  const eva = await signedIn(house, 'eva@nordlys.test');
  expect((await eva.call(removeCostLine, { id: personnel!.id })).status).toBe(403);
  await ask(removeCostLine, { id: personnel!.id });
  expect((await money()).whole.costs.actualMinor).toBe(30_400);
  const { rows } = await ask(campaignHistory, { ...at(), limit: 50 });
  expect(rows.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['costs_changed', 'revenue_changed']));
});

test('what cannot be is refused at its field: a cost below nothing, an action of another campaign', async () => {
  const line = { ...at(), label: 'Hall', basis: 'fixed' } as const;
  expect(await refused(addCostLine, { ...line, expectedMinor: -1 })).toMatch(/^422 expectedMinor/);
  expect(await refused(addCostLine, { ...line, label: '  ' })).toMatch(/^422 label/);
  expect(await refused(addCostLine, { ...line, actionId: other.actionId })).toBe(
    '422 actionId action_of_another_campaign',
  );
});

test('O09, O42, O43: campaigns stand side by side by the same numbers, and go out as a file', async () => {
  await ask(addAction, { id: other.campaignId });
  const ids = [campaign.campaignId, other.campaignId].join();
  const compared = await ask(compareCampaigns, { ids });
  expect(compared.map(({ id }) => id)).toEqual([campaign.campaignId, other.campaignId]);
  const { whole, budgetUsed } = await money();
  expect(compared[0]).toMatchObject({
    ...whole,
    sent: 19,
    budgetUsed: budgetUsed.value,
    openRate: 0,
    clickToOpenRate: null,
  });
  const file = await house.marketer.send('GET', '/api/campaign-comparison/export', { query: { ids, format: 'csv' } });
  expect(file.status).toBe(200);
  expect(String(file.body).trim().split('\r\n')).toHaveLength(3);
});
