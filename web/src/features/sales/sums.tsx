import type { VatPart } from '../../../../contract/sales-documents.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Facts } from '../../ui/stat.tsx';
import { Money } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

interface SumsProps {
  currency: string;
  netMinor: number;
  grossMinor: number;
  vat: readonly VatPart[];
  /** Of an invoice: what credit notes took back of it. */
  creditedMinor?: number;
}

/** Net, VAT of each rate, and what is to be paid. */
export function Sums({ currency, netMinor, grossMinor, vat, creditedMinor = 0 }: SumsProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const rows = [
    { label: t('net'), value: <Money minor={netMinor} currency={currency} /> },
    ...vat
      .filter(({ vatMinor }) => vatMinor > 0)
      .map(({ rate, vatMinor }) => ({
        label: t('vatAt', { rate: format.percent(rate / 10_000) }),
        value: <Money minor={vatMinor} currency={currency} />,
      })),
    { label: t('gross'), value: <Money minor={grossMinor} currency={currency} /> },
    ...(creditedMinor > 0
      ? [
          { label: t('creditedSum'), value: <Money minor={-creditedMinor} currency={currency} /> },
          { label: t('leftToPay'), value: <Money minor={grossMinor - creditedMinor} currency={currency} /> },
        ]
      : []),
  ];
  return <Facts facts={rows} />;
}
