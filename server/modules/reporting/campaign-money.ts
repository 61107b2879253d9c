import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { CostLine, campaignMoney as moneyEndpoint } from '../../../contract/money.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Actor, authorise, loadInstallation } from '../access/index.ts';
import { costLinesOf, costOf, moneySums, revenueLinesOf, shareOf, type Units } from '../campaigns/index.ts';
import { readLetterCosts } from '../channels/index.ts';
import { wonDealsOf } from '../sales/index.ts';
import { readDelivered } from './campaign-report.views.ts';
import { minorUnitsOf } from './model/minor-units.ts';
import { readMoneyFrame, readUnits } from './money.views.ts';
import { readSmsCosts } from './sms/usage.views.ts';

export type Money = OutputOf<typeof moneyEndpoint>;

/** What a campaign costs and brings. A cost of the whole campaign counts once, in the whole alone. */
export const campaignMoney = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof moneyEndpoint>,
): Promise<Money> => {
  authorise(actor, 'campaign.see');
  return readMoney(db, id);
};

export const readMoney = async (db: Db, id: CampaignId): Promise<Money> => {
  const frame = await readMoneyFrame(db, id);
  if (frame === undefined) throw new NotFound('campaign');
  const [units, costs, revenueLines, wonDeals, { delivered }] = await Promise.all([
    readUnits(db, id),
    costLinesOf(db, id),
    revenueLinesOf(db, id),
    wonDealsOf(db, id, frame.currency),
    readDelivered(db, { campaignId: id }),
  ]);
  const minorUnits = minorUnitsOf(frame.currency);
  const metered = await meteredCosts(db, id, frame.currency);
  const costLines = costs.map((line) => ({ ...line, ...costOf(line, unitsOf(units, line.actionId)) }));
  const booked = { revenue: [...revenueLines, ...wonDeals], minorUnits };
  const whole = moneySums({ ...booked, costs: [...costLines, ...metered.map(asCost)], delivered });
  const { actualMinor, expectedMinor } = whole.costs;
  return {
    ...frame,
    budgetUsed: shareOf(actualMinor, frame.budgetMinor ?? 0),
    expectedRoi: expectedRoi(frame.expectedRevenueMinor, expectedMinor),
    costLines,
    metered,
    revenueLines,
    wonDeals,
    whole,
    actions: await Promise.all(
      [...units.keys()].map((actionId) => ofAction(db, id, actionId, { costLines, metered, ...booked })),
    ),
  };
};

/** Without a word on what is expected there is nothing to compare. */
const expectedRoi = (revenueMinor: number | null, costMinor: number) =>
  revenueMinor === null ? shareOf(0, 0) : shareOf(revenueMinor - costMinor, costMinor);

/** Of the whole campaign: of all of its actions together. */
const unitsOf = (units: ReadonlyMap<ActionId, Units>, actionId: ActionId | null): Units => {
  if (actionId !== null) return units.get(actionId) ?? { expected: 0, actual: 0 };
  const all = [...units.values()];
  return {
    expected: all.reduce((sum, one) => sum + one.expected, 0),
    actual: all.reduce((sum, one) => sum + one.actual, 0),
  };
};

type Earned = Pick<Money['revenueLines'][number], 'actionId' | 'amountMinor' | 'won'>;

interface Booked {
  costLines: CostLine[];
  metered: Money['metered'];
  revenue: Earned[];
  minorUnits: number;
}

/** What was counted as it was sent: SMS, whose prices stand in the company's currency, and letters. */
const meteredCosts = async (db: Db, id: CampaignId, currency: string): Promise<Money['metered']> => {
  const house = await loadInstallation(db);
  const sms = house.currency === currency ? await readSmsCosts(db, id, minorUnitsOf(currency)) : [];
  const letters = await readLetterCosts(db, id, currency);
  return [
    ...sms.map(({ parts: count, ...cost }) => ({ ...cost, what: 'sms' as const, count })),
    ...letters.map(({ letters: count, ...cost }) => ({ ...cost, what: 'letters' as const, count })),
  ];
};

const asCost = ({ actionId, totalMinor }: Money['metered'][number]) => ({
  actionId,
  total: { expectedMinor: 0, actualMinor: totalMinor },
});

const ofAction = async (
  db: Db,
  campaignId: CampaignId,
  actionId: ActionId,
  { costLines, metered, revenue, minorUnits }: Booked,
): Promise<Money['actions'][number]> => {
  const { delivered } = await readDelivered(db, { campaignId, actionId });
  const sums = moneySums({
    costs: [...costLines, ...metered.map(asCost)].filter((line) => line.actionId === actionId),
    revenue: revenue.filter((line) => line.actionId === actionId),
    delivered,
    minorUnits,
  });
  return { actionId, ...sums };
};
