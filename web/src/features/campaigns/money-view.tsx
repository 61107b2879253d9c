import { campaignMoney } from '../../../../contract/money.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Alert } from '../../ui/alert.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHere } from './campaign-context.ts';
import { CampaignProducts } from './campaign-products.tsx';
import { CostLines } from './cost-lines.tsx';
import { CostsByAction } from './costs-by-action.tsx';
import { MoneyFigures } from './money-figures.tsx';
import { RevenueLines } from './revenue-lines.tsx';
import { WonDeals } from './won-deals.tsx';

/** O43: revenue, costs and return of the campaign, and the lines they are made of. */
export function MoneyView() {
  const { campaign } = useHere();
  const { data: money, problem } = useEndpoint(campaignMoney, { id: campaign.id }, { every: 30_000, keep: true });
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!money) return <Skeleton lines={8} />;
  return (
    <Stack>
      <MoneyFigures money={money} />
      <CostLines money={money} />
      <WonDeals money={money} />
      <RevenueLines money={money} />
      <CampaignProducts />
      <CostsByAction money={money} />
    </Stack>
  );
}
