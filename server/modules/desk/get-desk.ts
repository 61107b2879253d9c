import type { getDesk as endpoint } from '../../../contract/desk.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Actor } from '../access/index.ts';
import { countCalls } from '../channels/index.ts';
import { agentOf } from './agent.ts';
import { campaignsWithCalls } from './desk.views.ts';

export const getDesk = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { campaignId }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  const [waiting, campaigns] = await Promise.all([
    countCalls(db, { userId: agentOf(actor), campaignId, now: clock.now() }),
    campaignsWithCalls(db),
  ]);
  return {
    mine: { due: waiting.mineDue, later: waiting.mineLater },
    shared: { due: waiting.sharedDue, later: waiting.sharedLater },
    nextAt: waiting.nextAt?.toISOString() ?? null,
    campaigns,
  };
};
