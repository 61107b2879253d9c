import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { type CostLine, campaignMoney, removeCostLine } from '../../../../contract/money.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHere } from './campaign-context.ts';
import { CostForm } from './cost-form.tsx';
import type { MoneyOf } from './money-figures.tsx';
import { moneyTexts } from './money-texts/texts.ts';
import { useOwnerOfLine } from './use-owner-of-line.ts';

const size = { size: 16, stroke: 1.75 };

/** A04, A21, A22: what the campaign and its actions cost, fixed and per unit. */
export function CostLines({ money }: { money: MoneyOf }) {
  const t = useTexts(moneyTexts);
  const { campaign } = useHere();
  const [edited, setEdited] = useState<CostLine | 'new' | null>(null);
  const remove = useAction(removeCostLine, { invalidate: [campaignMoney, campaignHistory] });
  const ask = async ({ id, label }: CostLine) => {
    const question = { title: t('removeTitle', { label }), text: t('removeText'), action: t('remove'), danger: true };
    if (await confirm(question)) remove.run({ id });
  };
  const add = campaign.may.edit ? (
    <Button icon={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('addCost')}
    </Button>
  ) : null;
  return (
    <Section title={t('costs')} text={t('costsText')} actions={money.costLines.length > 0 ? add : null}>
      <PlainTable
        label={t('costs')}
        rows={money.costLines}
        rowKey={({ id }) => id}
        rowName={({ label }) => label}
        columns={useColumns(money.currency)}
        {...(campaign.may.edit
          ? {
              onOpen: setEdited,
              menu: (line: CostLine) => [
                { label: t('change'), icon: <IconPencil {...size} />, onClick: () => setEdited(line) },
                { label: t('remove'), icon: <IconTrash {...size} />, onClick: () => void ask(line), danger: true },
              ],
            }
          : {})}
        empty={<EmptyState title={t('noCosts')} text={t('noCostsText')} action={add} />}
      />
      {edited ? (
        <CostForm line={edited === 'new' ? null : edited} currency={money.currency} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
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
    { key: 'label', header: t('label'), cell: ({ label }) => label, always: true, width: 12 },
    { key: 'owner', header: t('belongsTo'), cell: ({ actionId }) => ownerOf(actionId), width: 9 },
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
