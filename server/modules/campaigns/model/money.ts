import type { CostBasis, CostLine, MoneySums } from '../../../../contract/money.ts';

export interface Units {
  expected: number;
  actual: number;
}

type Priced = Pick<CostLine, 'basis' | 'expectedMinor' | 'expectedUnits' | 'actualMinor'>;

/** A fixed cost counts once; one per unit as often as there are units. What one really cost is what was expected until somebody knows better. */
export const costOf = (line: Priced, counted: Units): Pick<CostLine, 'units' | 'total'> => {
  const { expectedMinor, actualMinor } = line;
  if (isFixed(line.basis)) {
    const total = { expectedMinor: expectedMinor ?? 0, actualMinor: actualMinor ?? 0 };
    return { units: { expected: 1, actual: actualMinor === null ? 0 : 1 }, total };
  }
  const units = { expected: line.expectedUnits ?? counted.expected, actual: counted.actual };
  const price = actualMinor ?? expectedMinor ?? 0;
  return {
    units,
    total: { expectedMinor: (expectedMinor ?? 0) * units.expected, actualMinor: price * units.actual },
  };
};

const isFixed = (basis: CostBasis): boolean => basis === 'fixed';

/** A share of nothing is no number. */
export const shareOf = (numerator: number, denominator: number) => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
});

interface Booked {
  costs: readonly Pick<CostLine, 'total'>[];
  revenue: readonly { amountMinor: number; won: number }[];
  delivered: number;
  /** Minor units in one of the currency, such as 100. */
  minorUnits: number;
}

/** ROI = (revenue − cost) / cost, the cost counted once; growth = won deals for each thousand spent; conversion = won deals / delivered. */
export const moneySums = ({ costs, revenue, delivered, minorUnits }: Booked): MoneySums => {
  const expectedMinor = sum(costs.map(({ total }) => total.expectedMinor));
  const actualMinor = sum(costs.map(({ total }) => total.actualMinor));
  const revenueMinor = sum(revenue.map(({ amountMinor }) => amountMinor));
  const won = sum(revenue.map((line) => line.won));
  return {
    costs: { expectedMinor, actualMinor },
    revenueMinor,
    won,
    delivered,
    roi: shareOf(revenueMinor - actualMinor, actualMinor),
    growth: shareOf(won, actualMinor / (1000 * minorUnits)),
    conversion: shareOf(won, delivered),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((whole, number) => whole + number, 0);
