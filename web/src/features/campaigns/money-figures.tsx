import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { campaignMoney } from '../../../../contract/money.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Percent } from '../../ui/values.tsx';
import { moneyTexts } from './money-texts/texts.ts';

export type MoneyOf = OutputOf<typeof campaignMoney>;

const THOUSAND = 1000;

/** O10, O44, O47: each figure with its formula and the numbers that went in. */
export function MoneyFigures({ money }: { money: MoneyOf }) {
  const t = useTexts(moneyTexts);
  const format = useFormat();
  const { whole, budgetUsed, budgetMinor, currency } = money;
  const amount = (minor: number) => format.money(minor, currency);
  const said = (numerator: string, denominator: string) => t('shareSaid', { numerator, denominator });
  const { growth } = whole;
  const thousand = `${format.number(THOUSAND)} ${currency}`;
  const formula = (text: string) => <HelpHint title={t('howCounted')}>{text}</HelpHint>;
  return (
    <Section title={t('money')} text={t('moneyText')}>
      <div className="money-figures">
        <Stats>
          <Stat
            label={t('cost')}
            value={amount(whole.costs.actualMinor)}
            note={t('expectedOf', { amount: amount(whole.costs.expectedMinor) })}
          />
          <Stat
            label={t('budgetUsed')}
            value={<Percent ratio={budgetUsed.value} />}
            note={
              budgetMinor === null ? t('noBudget') : said(amount(budgetUsed.numerator), amount(budgetUsed.denominator))
            }
            hint={formula(t('formulaBudget'))}
          />
          <Stat
            label={t('revenue')}
            value={amount(whole.revenueMinor)}
            note={
              money.expectedRevenueMinor === null
                ? t('wonSaid', { won: format.number(whole.won) })
                : t('expectedOf', { amount: amount(money.expectedRevenueMinor) })
            }
          />
          <Stat
            label={t('roi')}
            value={<Percent ratio={whole.roi.value} />}
            note={
              money.expectedRoi.value === null
                ? said(amount(whole.roi.numerator), amount(whole.roi.denominator))
                : t('expectedOf', { amount: format.percent(money.expectedRoi.value) })
            }
            hint={formula(t('formulaRoi'))}
          />
          <Stat
            label={t('growth')}
            value={growth.value === null ? '–' : format.number(growth.value, 2)}
            note={t('wonSaid', { won: format.number(whole.won) })}
            hint={formula(t('formulaGrowth', { amount: thousand }))}
          />
          <Stat
            label={t('conversion')}
            value={<Percent ratio={whole.conversion.value} />}
            note={said(format.number(whole.conversion.numerator), format.number(whole.conversion.denominator))}
            hint={formula(t('formulaConversion'))}
          />
        </Stats>
      </div>
    </Section>
  );
}
