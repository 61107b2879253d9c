import { z } from 'zod';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { CampaignId } from '../../../contract/ids.ts';
import type { ComparedCampaign, compareCampaigns as compareEndpoint } from '../../../contract/money.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { readMoney } from './campaign-money.ts';
import { campaignReport } from './campaign-report.ts';

const MOST = 20;

/** Campaigns side by side, in the order asked for; those that are gone are left out. */
export const compareCampaigns = async (
  { db }: { db: Db },
  actor: Actor,
  { ids }: InputOf<typeof compareEndpoint>,
): Promise<OutputOf<typeof compareEndpoint>> => {
  authorise(actor, 'campaign.see');
  const asked = z.array(CampaignId).safeParse([...new Set(ids.split(',').filter((id) => id !== ''))]);
  if (!asked.success) throw new Invalid('ids', 'invalid', { reason: 'ids' });
  if (asked.data.length > MOST) throw new Invalid('ids', 'too_many_compared', { most: MOST });
  const known = await db
    .selectFrom('campaign')
    .select(['id', 'code', 'name', 'state'])
    .where('id', 'in', asked.data.length > 0 ? asked.data : [''.padStart(36, '0')])
    .execute();
  const compared: ComparedCampaign[] = [];
  for (const id of asked.data) {
    const campaign = known.find((one) => one.id === id);
    if (campaign) compared.push(await compare(db, actor, id, campaign as Named));
  }
  return compared;
};

type Named = Pick<ComparedCampaign, 'code' | 'name' | 'state'>;

const compare = async (
  db: Db,
  actor: Actor,
  id: CampaignId,
  { code, name, state }: Named,
): Promise<ComparedCampaign> => {
  const [{ sums, rates }, money] = await Promise.all([campaignReport({ db }, actor, { id }), readMoney(db, id)]);
  return {
    ...money.whole,
    id,
    code,
    name,
    state,
    currency: money.currency,
    sent: sums.sent,
    openRate: rates.open.value,
    clickRate: rates.click.value,
    clickToOpenRate: rates.clickToOpen.value,
    bounceRate: rates.bounce.value,
    budgetUsed: money.budgetUsed.value,
  };
};
