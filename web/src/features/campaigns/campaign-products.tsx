import { listCampaignProducts } from '../../../../contract/proposed-products.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ProposedTable } from '../../sales-lines/proposed-table.tsx';
import { Section } from '../../ui/card.tsx';
import { useHere } from './campaign-context.ts';
import { salesTexts } from './sales-texts/texts.ts';

/** O45: which products it proposed, and at which prices. */
export function CampaignProducts() {
  const t = useTexts(salesTexts);
  const { campaign } = useHere();
  const { data, loading } = useEndpoint(listCampaignProducts, { id: campaign.id });
  if (data && data.products.length === 0) return null;
  return (
    <Section title={t('proposed')} text={t('proposedText')}>
      <ProposedTable products={data?.products ?? []} loading={loading} />
    </Section>
  );
}
