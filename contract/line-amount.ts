const THOUSANDTHS = 1000n;

/** Quantity (thousandths) × price (minor units), half a minor unit going up; the column `sales_line.amount_minor` reckons the same. */
export const amountOf = (quantity: number, priceMinor: number): number =>
  Number((BigInt(quantity) * BigInt(priceMinor) + THOUSANDTHS / 2n) / THOUSANDTHS);

export const sumOf = (lines: readonly { quantity: number; priceMinor: number }[]): number =>
  lines.reduce((sum, { quantity, priceMinor }) => sum + amountOf(quantity, priceMinor), 0);
