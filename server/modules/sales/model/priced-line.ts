import type { VatClass } from '../../../../contract/catalogue.ts';

/** What is sold, in the words of the product, with what it costs on the day; null where neither a list nor anybody says. */
export interface PricedLine {
  productId: string;
  number: string;
  name: string;
  unit: string;
  vatClass: VatClass;
  quantity: number;
  priceMinor: number | null;
  ownPrice: boolean;
}
export type WholeLine = PricedLine & { priceMinor: number };

export const isWhole = (line: PricedLine | null): line is WholeLine => line !== null && line.priceMinor !== null;

export interface Unsellable {
  at: number;
  field: 'productId' | 'priceMinor';
  code: 'unknown_product' | 'product_without_price';
  params: Record<string, string>;
}

/** The first line that cannot be issued; a line is null where its product is gone. */
export const unsellable = (lines: readonly (PricedLine | null)[], currency: string): Unsellable | null => {
  const at = lines.findIndex((line) => !isWhole(line));
  if (at < 0) return null;
  const name = lines[at]?.name;
  return name === undefined
    ? { at, field: 'productId', code: 'unknown_product', params: {} }
    : { at, field: 'priceMinor', code: 'product_without_price', params: { name, currency } };
};
