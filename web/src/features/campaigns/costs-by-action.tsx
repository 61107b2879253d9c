import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { PairedBars } from '../../ui/paired-bars.tsx';
import { useHere } from './campaign-context.ts';
import type { MoneyOf } from './money-figures.tsx';
import { moneyTexts } from './money-texts/texts.ts';
import { useActionName } from './words.tsx';

/** A23: expected beside actual cost and revenue, of each action, of the campaign as a whole, and in all. */
export function CostsByAction({ money }: { money: MoneyOf }) {
  const t = useTexts(moneyTexts);
  const format = useFormat();
  const nameOf = useActionName();
  const { campaign } = useHere();
  if (money.costLines.length === 0 && money.revenueLines.length === 0) return null;
  const cell = (minor: number) => ({ amount: minor, said: format.money(minor, money.currency) });
  const row = (key: string, label: string, expected: number, actual: number, revenue: number) => ({
    key,
    label,
    values: [cell(expected), cell(actual), cell(revenue)],
  });
  const { whole } = money;
  const apart = money.costLines.filter(({ actionId }) => actionId === null);
  const earned = money.revenueLines.filter(({ actionId }) => actionId === null);
  const sum = (numbers: number[]) => numbers.reduce((before, number) => before + number, 0);
  const rows = [
    ...money.actions.flatMap(({ actionId, costs, revenueMinor }) => {
      const action = campaign.actions.find(({ id }) => id === actionId);
      return action ? [row(actionId, nameOf(action), costs.expectedMinor, costs.actualMinor, revenueMinor)] : [];
    }),
    row(
      'whole',
      t('whole'),
      sum(apart.map(({ total }) => total.expectedMinor)),
      sum(apart.map(({ total }) => total.actualMinor)),
      sum(earned.map(({ amountMinor }) => amountMinor)),
    ),
    row('total', t('total'), whole.costs.expectedMinor, whole.costs.actualMinor, whole.revenueMinor),
  ];
  return (
    <Section title={t('byAction')} text={t('byActionText')}>
      <PairedBars
        label={t('byAction')}
        of={t('action')}
        series={[
          { label: t('expected'), tone: 'neutral' },
          { label: t('actual'), tone: 'accent' },
          { label: t('revenue'), tone: 'good' },
        ]}
        rows={rows}
      />
    </Section>
  );
}
