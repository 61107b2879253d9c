import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { campaignMoney, type RevenueLine, removeRevenueLine } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Count, Money, When } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import type { MoneyOf } from './money-figures.tsx';
import { moneyTexts } from './money-texts/texts.ts';
import { RevenueForm } from './revenue-form.tsx';
import { useOwnerOfLine } from './use-owner-of-line.ts';

const size = { size: 16, stroke: 1.75 };

/** What was sold because of the campaign, until sales records say it themselves. */
export function RevenueLines({ money }: { money: MoneyOf }) {
  const t = useTexts(moneyTexts);
  const { campaign } = useHere();
  const [edited, setEdited] = useState<RevenueLine | 'new' | null>(null);
  const remove = useAction(removeRevenueLine, { invalidate: [campaignMoney, campaignHistory] });
  const ask = async ({ id, label }: RevenueLine) => {
    const question = { title: t('removeTitle', { label }), text: t('removeText'), action: t('remove'), danger: true };
    if (await confirm(question)) remove.run({ id });
  };
  const add = campaign.may.edit ? (
    <Button icon={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('addRevenue')}
    </Button>
  ) : null;
  return (
    <Section title={t('revenues')} text={t('revenuesText')} actions={money.revenueLines.length > 0 ? add : null}>
      <PlainTable
        label={t('revenues')}
        rows={money.revenueLines}
        rowKey={({ id }) => id}
        rowName={({ label }) => label}
        columns={useColumns(money.currency)}
        {...(campaign.may.edit
          ? {
              onOpen: setEdited,
              menu: (line: RevenueLine) => [
                { label: t('change'), icon: <IconPencil {...size} />, onClick: () => setEdited(line) },
                { label: t('remove'), icon: <IconTrash {...size} />, onClick: () => void ask(line), danger: true },
              ],
            }
          : {})}
        empty={<EmptyState title={t('noRevenue')} text={t('noRevenueText')} action={add} />}
      />
      {edited ? (
        <RevenueForm
          line={edited === 'new' ? null : edited}
          currency={money.currency}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Section>
  );
}

function useColumns(currency: string): Column<RevenueLine>[] {
  const t = useTexts(moneyTexts);
  const ownerOf = useOwnerOfLine();
  return [
    { key: 'label', header: t('label'), cell: ({ label }) => label, always: true, width: 12 },
    { key: 'owner', header: t('belongsTo'), cell: ({ actionId }) => ownerOf(actionId), width: 9 },
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
