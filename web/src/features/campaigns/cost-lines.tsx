import { campaignHistory } from '../../../../contract/campaigns.ts';
import { type CostLine, campaignMoney, removeCostLine } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { Facts } from '../../ui/stat.tsx';
import { Money } from '../../ui/values.tsx';
import { CostForm } from './cost-form.tsx';
import { letterTexts } from './letter-texts/texts.ts';
import type { MoneyOf } from './money-figures.tsx';
import { MoneyLines } from './money-lines.tsx';
import { moneyTexts } from './money-texts/texts.ts';
import { smsTexts } from './sms-texts/texts.ts';
import { useOwnerOfLine } from './use-owner-of-line.ts';

/** A04, A21, A22: what the campaign and its actions cost, fixed and per unit. */
export function CostLines({ money }: { money: MoneyOf }) {
  const t = useTexts(moneyTexts);
  const remove = useAction(removeCostLine, { invalidate: [campaignMoney, campaignHistory] });
  return (
    <>
      <MoneyLines
        title={t('costs')}
        text={t('costsText')}
        addLabel={t('addCost')}
        none={{ title: t('noCosts'), text: t('noCostsText') }}
        lines={money.costLines}
        columns={useColumns(money.currency)}
        remove={({ id }) => remove.run({ id })}
        form={(line, onClose) => <CostForm line={line} currency={money.currency} onClose={onClose} />}
      />
      <Metered money={money} />
    </>
  );
}

/** Q10: what was counted as it went out, and is in the sums without a line of anybody's. */
function Metered({ money: { metered, currency } }: { money: MoneyOf }) {
  const t = useTexts(smsTexts);
  const l = useTexts(letterTexts);
  const ownerOf = useOwnerOfLine();
  if (metered.length === 0) return null;
  return (
    <Facts
      facts={metered.map(({ actionId, what, count, totalMinor }) => ({
        label: ownerOf(actionId),
        value: (
          <>
            {what === 'sms' ? t('metered', { count }) : l('metered', { count })} ·{' '}
            <Money minor={totalMinor} currency={currency} />
          </>
        ),
      }))}
    />
  );
}

function useColumns(currency: string): Column<CostLine>[] {
  const t = useTexts(moneyTexts);
  const format = useFormat();
  const ownerOf = useOwnerOfLine();
  const amount = (minor: number, units: number, line: CostLine) => (
    <>
      {format.money(minor, currency)}
      {line.basis === 'per_unit' && units > 0 ? (
        <div className="text-quiet">
          {t('unitsSaid', { count: format.number(units), price: format.money(minor / units, currency) })}
        </div>
      ) : null}
    </>
  );
  return [
    { key: 'label', header: t('label'), cell: ({ label }) => label, always: true, width: 10 },
    { key: 'owner', header: t('belongsTo'), cell: ({ actionId }) => ownerOf(actionId), width: 11 },
    { key: 'basis', header: t('basis'), cell: ({ basis }) => t(`basis_${basis}`), width: 6 },
    {
      key: 'expected',
      header: t('expected'),
      cell: (line) => amount(line.total.expectedMinor, line.units.expected, line),
      align: 'end',
      width: 8,
    },
    {
      key: 'actual',
      header: t('actual'),
      cell: (line) => amount(line.total.actualMinor, line.units.actual, line),
      align: 'end',
      width: 8,
    },
  ];
}
