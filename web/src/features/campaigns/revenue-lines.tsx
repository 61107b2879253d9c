import { campaignHistory } from '../../../../contract/campaigns.ts';
import { campaignMoney, type RevenueLine, removeRevenueLine } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { Count, Money, When } from '../../ui/values.tsx';
import type { MoneyOf } from './money-figures.tsx';
import { MoneyLines } from './money-lines.tsx';
import { moneyTexts } from './money-texts/texts.ts';
import { RevenueForm } from './revenue-form.tsx';
import { useOwnerOfLine } from './use-owner-of-line.ts';

/** What was sold because of the campaign beside its deals, as people write it down. */
export function RevenueLines({ money }: { money: MoneyOf }) {
  const t = useTexts(moneyTexts);
  const remove = useAction(removeRevenueLine, { invalidate: [campaignMoney, campaignHistory] });
  return (
    <MoneyLines
      title={t('revenues')}
      text={t('revenuesText')}
      addLabel={t('addRevenue')}
      none={{ title: t('noRevenue'), text: t('noRevenueText') }}
      lines={money.revenueLines}
      columns={useColumns(money.currency)}
      remove={({ id }) => remove.run({ id })}
      form={(line, onClose) => <RevenueForm line={line} currency={money.currency} onClose={onClose} />}
    />
  );
}

function useColumns(currency: string): Column<RevenueLine>[] {
  const t = useTexts(moneyTexts);
  const ownerOf = useOwnerOfLine();
  return [
    { key: 'label', header: t('label'), cell: ({ label }) => label, always: true, width: 10 },
    { key: 'owner', header: t('belongsTo'), cell: ({ actionId }) => ownerOf(actionId), width: 11 },
    { key: 'earnedOn', header: t('earnedOn'), cell: ({ earnedOn }) => <When at={earnedOn} show="date" />, width: 7 },
    { key: 'won', header: t('won'), cell: ({ won }) => <Count value={won} />, align: 'end', width: 6 },
    {
      key: 'amount',
      header: t('amount'),
      cell: ({ amountMinor }) => <Money minor={amountMinor} currency={currency} />,
      align: 'end',
      width: 8,
    },
  ];
}
