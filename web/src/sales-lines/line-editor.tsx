import { IconTrash } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { getProduct } from '../../../contract/catalogue.ts';
import { getPriceOn } from '../../../contract/catalogue-prices.ts';
import { amountOf } from '../../../contract/line-amount.ts';
import type { SalesLineInput } from '../../../contract/sales-plan.ts';
import { wallTimeOf } from '../../../contract/wall-time.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { MoneyField } from '../form/number-field.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Text } from '../ui/text.tsx';
import { ProductField } from './product-field.tsx';
import { QuantityField } from './quantity-field.tsx';
import { texts } from './texts/texts.ts';
import './sales-lines.css';

interface LineEditorProps {
  /** The form's field that holds the lines; `lines` where it is called so. */
  name?: string | undefined;
  lines: readonly SalesLineInput[];
  onChange: (lines: SalesLineInput[]) => void;
  currency: string;
  disabled?: boolean | undefined;
}

/** Products with how many of each and at which price, inside a form. */
export function LineEditor({ name = 'lines', lines, onChange, currency, disabled }: LineEditorProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const [listed, setListed] = useState<Record<string, number | null>>({});
  const tell = useCallback(
    (id: string, price: number | null) =>
      setListed((known) => (known[id] === price ? known : { ...known, [id]: price })),
    [],
  );
  const sum = lines.reduce(
    (all, { productId, quantity, priceMinor }) => all + amountOf(quantity ?? 0, priceMinor ?? listed[productId] ?? 0),
    0,
  );
  return (
    <div className="sales-lines">
      {lines.length === 0 ? <Text tone="quiet">{t('noLines')}</Text> : null}
      <ul className="sales-lines-list" aria-label={t('products')}>
        {lines.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a product may stand there twice, and lines have no other name
            key={`${at} ${line.productId}`}
            name={`${name}.${at}`}
            line={line}
            currency={currency}
            disabled={disabled}
            onListed={tell}
            onRemove={() => onChange(lines.filter((_, other) => other !== at))}
          />
        ))}
      </ul>
      {lines.length > 0 ? (
        <div className="sales-lines-sum">
          <span>{t('sum')}</span>
          <strong className="value">{format.money(sum, currency)}</strong>
        </div>
      ) : null}
      {disabled ? null : (
        <ProductField
          onPick={(productId) =>
            onChange([...lines, { productId: productId as never, quantity: 1000, priceMinor: null }])
          }
        />
      )}
    </div>
  );
}

interface LineProps extends Pick<LineEditorProps, 'currency' | 'disabled'> {
  name: string;
  line: SalesLineInput;
  onListed: (productId: string, price: number | null) => void;
  onRemove: () => void;
}

function Line({ name: field, line, currency, disabled, onListed, onRemove }: LineProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const { productId, quantity, priceMinor } = line;
  const day = wallTimeOf(new Date().toISOString(), format.timeZone).slice(0, 10);
  const { data: product } = useEndpoint(getProduct, { id: productId });
  const { data: found } = useEndpoint(getPriceOn, { id: productId, currency, day });
  const listed = found ? (found.price?.amount ?? null) : undefined;
  useEffect(() => {
    if (listed !== undefined) onListed(productId, listed);
  }, [productId, listed, onListed]);
  const name = product?.name ?? '…';
  const price = priceMinor ?? listed ?? null;
  return (
    <li className="sales-line">
      <div className="sales-line-name">
        <strong>{name}</strong>
        <span className="text-quiet text-small">
          {product ? `${product.number} · ${product.unit} · ` : ''}
          {listed == null ? t('noListPrice') : t('listPrice', { price: format.money(listed, currency) })}
        </span>
      </div>
      <QuantityField name={`${field}.quantity`} label={t('quantityOf', { name })} hideLabel disabled={disabled} />
      <MoneyField
        name={`${field}.priceMinor`}
        label={t('priceOf', { name })}
        hideLabel
        currency={currency}
        disabled={disabled}
        example={listed ?? undefined}
      />
      <span className="sales-line-amount value">
        {price === null ? '–' : format.money(amountOf(quantity ?? 0, price), currency)}
      </span>
      {disabled ? null : (
        <IconButton label={t('remove', { name })} icon={<IconTrash size={16} stroke={1.75} />} onClick={onRemove} />
      )}
    </li>
  );
}
