import type { ProposedProduct } from '../../../contract/proposed-products.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import type { Column } from '../table/column.ts';
import { PlainTable } from '../table/plain-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Count, Money } from '../ui/values.tsx';
import { texts } from './texts/texts.ts';

function useColumns(): Column<ProposedProduct>[] {
  const t = useTexts(texts);
  const format = useFormat();
  const prices = ({ lowestMinor, highestMinor, currency }: ProposedProduct) =>
    lowestMinor === highestMinor
      ? format.money(lowestMinor, currency)
      : t('pricesFromTo', { from: format.money(lowestMinor, currency), to: format.money(highestMinor, currency) });
  return [
    { key: 'name', header: t('product'), cell: ({ name }) => name, always: true, width: 12 },
    {
      key: 'documents',
      header: t('documents'),
      cell: ({ documents }) => <Count value={documents} />,
      align: 'end',
      width: 7,
    },
    {
      key: 'quantity',
      header: t('quantity'),
      cell: ({ quantity, unit }) => `${format.number(quantity / 1000, quantity % 1000 === 0 ? 0 : 3)} ${unit}`,
      align: 'end',
      width: 7,
    },
    { key: 'prices', header: t('prices'), cell: prices, align: 'end', width: 13 },
    {
      key: 'amount',
      header: t('amount'),
      cell: ({ amountMinor, currency }) => <Money minor={amountMinor} currency={currency} />,
      align: 'end',
      width: 9,
    },
  ];
}

/** O45, O53: what was proposed, how often and at which prices. */
export function ProposedTable({ products, loading }: { products: readonly ProposedProduct[]; loading?: boolean }) {
  const t = useTexts(texts);
  return (
    <PlainTable
      label={t('products')}
      rows={products}
      loading={loading}
      columns={useColumns()}
      rowKey={({ productId, currency }) => `${productId} ${currency}`}
      rowName={({ name }) => name}
      rowHref={({ productId }) => paths.product(productId)}
      empty={<EmptyState title={t('noneProposed')} text={t('noneProposedText')} />}
    />
  );
}
