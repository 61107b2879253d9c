import { setTimeout as pause } from 'node:timers/promises';
import { NO_AUDIENCE } from '../../../contract/audience.ts';
import { createCampaign, updateAction, updateCampaign } from '../../../contract/campaigns.ts';
import { createContentVersion } from '../../../contract/content.ts';
import type { CampaignId, RunId, SegmentId, SendingAccountId, TopicId } from '../../../contract/ids.ts';
import { distribute, generateSelection, getRun, type Run } from '../../../contract/runs.ts';
import { NEWSLETTER } from '../../../db/demo/newsletter.ts';
import type { Ask } from './ask.ts';

interface Wanted {
  customers: SegmentId;
  topicId: TopicId;
  accountId: SendingAccountId;
}

/** The marketer's road: why, who, what, generate, go. */
export const launchNewsletter = async (ask: Ask, { customers, topicId, accountId }: Wanted): Promise<Run> => {
  const campaign = await ask(createCampaign, {
    name: 'Spring newsletter',
    goal: 'Fill the workshop before Easter and forty test drives of the new Enyaq',
    description: 'To everyone in four countries who said yes to the newsletter',
    type: 'newsletter',
    topicId,
    budgetMinor: 1_500_000,
    requiresConsent: true,
  });
  const content = await ask(createContentVersion, { defaultLanguage: 'en', variants: NEWSLETTER });
  const [action] = campaign.actions;
  const prepared = await ask(updateAction, {
    id: action!.id,
    updatedAt: action!.updatedAt,
    audience: { ...NO_AUDIENCE, include: [customers] },
    contentVersionId: content.id,
    sendingAccountId: accountId,
    sharedAddress: 'one',
  });
  await ask(updateCampaign, { id: campaign.id, updatedAt: prepared.updatedAt, state: 'ready' });
  const { run } = await ask(generateSelection, { id: action!.id });
  return ask(distribute, { id: action!.id, expectedPlanned: run.sums.planned });
};

/** Something still in preparation, so that the list of campaigns shows more than what is done. */
export const draftInvitation = async (ask: Ask, topicId: TopicId): Promise<CampaignId> => {
  const { id } = await ask(createCampaign, {
    name: 'Customers’ evening in April',
    goal: 'Eighty guests',
    description: 'Invitation to an evening about batteries, with barbecue',
    topicId,
    budgetMinor: 4_000_000,
  });
  return id;
};

const PATIENCE_MS = 600_000;

/** Waits for the end, whatever end it is. */
export const untilEnded = async (ask: Ask, id: RunId): Promise<Run> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const run = await ask(getRun, { id });
    if (['finished', 'stopped', 'paused', 'missed'].includes(run.state)) return run;
    if (Date.now() > deadline) throw new Error(`The campaign is still ${run.state} after ten minutes.`);
    await pause(100);
  }
};
