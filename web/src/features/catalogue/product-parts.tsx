import { listProductGroups, listProductTags } from '../../../../contract/catalogue.ts';
import { listPriceLists } from '../../../../contract/catalogue-prices.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Percent } from '../../ui/values.tsx';

/** The names of the VAT classes; a key that ended in `_zero` would be a plural. */
export const VAT_TEXTS = {
  standard: 'vatStandard',
  reduced: 'vatReduced',
  low: 'vatLow',
  zero: 'vatZero',
  exempt: 'vatExempt',
} as const;

/** An amount, or a dash where there is none. */
export function Price({ minor, currency }: { minor: number | null; currency: string | null }) {
  const format = useFormat();
  return (
    <span className="value" style={{ whiteSpace: 'nowrap' }}>
      {minor === null || currency === null ? '–' : format.money(minor, currency)}
    </span>
  );
}

/** What is earned of a price, as a share of it. */
export const marginOf = (price: number | null, cost: number | null): number | null =>
  price === null || cost === null || price === 0 ? null : (price - cost) / price;

interface MarginProps {
  price: { amount: number; currency: string } | null;
  cost: number | null;
  costCurrency: string | null;
}

export function Margin({ price, cost, costCurrency }: MarginProps) {
  const ratio = price && price.currency === costCurrency ? marginOf(price.amount, cost) : null;
  return <Percent ratio={ratio} />;
}

/** The groups as choices, named from the top. */
export function useGroupChoices() {
  const { data } = useEndpoint(listProductGroups, {});
  return (data?.groups ?? []).map(({ id, path }) => ({ value: id as string, label: path }));
}

export function useTagChoices() {
  const { data } = useEndpoint(listProductTags, {});
  return (data?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }));
}

/** The lists in use, the default ones first. */
export function usePriceLists() {
  const { data, loading } = useEndpoint(listPriceLists, {});
  const lists = (data?.lists ?? []).filter(({ archived }) => !archived);
  const choices = lists.map(({ id, name, currency }) => ({ value: id as string, label: `${name} (${currency})` }));
  return { lists, choices, loading };
}
