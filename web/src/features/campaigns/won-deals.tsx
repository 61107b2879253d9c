import { sells } from '../../../../contract/campaigns.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import type { MoneyOf } from './money-figures.tsx';
import { salesTexts } from './sales-texts/texts.ts';
import { useOwnerOfLine } from './use-owner-of-line.ts';

/** The lists of what the campaign issued. */
function Documents() {
  const t = useTexts(salesTexts);
  const { campaign } = useHere();
  const issues = (what: string) => campaign.actions.some(({ channel }) => channel === what);
  return (
    <Row>
      {issues('opportunity') ? (
        <Link href={paths.opportunities({ campaignId: campaign.id })}>{t('openDeals')}</Link>
      ) : null}
      {issues('invoice') ? <Link href={paths.invoices({ campaignId: campaign.id })}>{t('openInvoices')}</Link> : null}
      {issues('offer') ? <Link href={paths.offers({ campaignId: campaign.id })}>{t('openOffers')}</Link> : null}
    </Row>
  );
}

/** O43, O44: the deals that were won count by themselves, and the number opens them. */
export function WonDeals({ money }: { money: MoneyOf }) {
  const t = useTexts(salesTexts);
  const format = useFormat();
  const ownerOf = useOwnerOfLine();
  const { campaign } = useHere();
  if (money.wonDeals.length === 0 && !campaign.actions.some(({ channel }) => sells(channel))) return null;
  const elsewhere = money.wonDeals.reduce((sum, { otherCurrency }) => sum + otherCurrency, 0);
  const facts = money.wonDeals.map(({ actionId, won, invoiced, amountMinor }) => ({
    label: ownerOf(actionId),
    value: [
      ...(won > 0 || invoiced === 0 ? [t('wonSaid', { count: won })] : []),
      ...(invoiced > 0 ? [t('invoicedSaid', { count: invoiced })] : []),
      format.money(amountMinor, money.currency),
    ].join(' · '),
  }));
  const nothing = { label: t('wonDeals'), value: t('wonSaid', { count: 0 }) };
  return (
    <Section title={t('wonDeals')} text={t('wonDealsText')} actions={<Documents />}>
      <Facts facts={facts.length > 0 ? facts : [nothing]} />
      {elsewhere > 0 ? <Text tone="quiet">{t('otherCurrency', { count: elsewhere })}</Text> : null}
    </Section>
  );
}
