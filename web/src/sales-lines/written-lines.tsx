import type { SalesLine } from '../../../contract/sales.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { PlainTable } from '../table/plain-table.tsx';
import { Text } from '../ui/text.tsx';
import { Money } from '../ui/values.tsx';
import { texts } from './texts/texts.ts';
import './sales-lines.css';

interface WrittenLinesProps {
  lines: readonly SalesLine[];
  currency: string;
  /** Where nothing else adds them up. */
  sum?: number;
}

/** What a document proposes, as it was written. */
export function WrittenLines({ lines, currency, sum }: WrittenLinesProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const quantity = ({ quantity: many, unit }: SalesLine) =>
    `${format.number(many / 1000, many % 1000 === 0 ? 0 : 3)} ${unit}`;
  return (
    <>
      <PlainTable
        label={t('products')}
        rows={lines}
        rowKey={(line) => `${lines.indexOf(line)}`}
        rowName={({ name }) => name}
        rowHref={({ productId }) => paths.product(productId)}
        columns={[
          { key: 'name', header: t('product'), cell: ({ name }) => name, always: true, width: 13 },
          { key: 'quantity', header: t('quantity'), cell: quantity, align: 'end', width: 7 },
          {
            key: 'price',
            header: t('price'),
            cell: ({ priceMinor }) => <Money minor={priceMinor} currency={currency} />,
            align: 'end',
            width: 8,
          },
          {
            key: 'amount',
            header: t('amount'),
            cell: ({ amountMinor }) => <Money minor={amountMinor} currency={currency} />,
            align: 'end',
            width: 9,
          },
        ]}
        empty={<Text tone="quiet">{t('noLines')}</Text>}
      />
      {lines.length > 0 && sum !== undefined ? (
        <div className="sales-lines-sum">
          <span>{t('sum')}</span>
          <strong className="value">{format.money(sum, currency)}</strong>
        </div>
      ) : null}
    </>
  );
}
