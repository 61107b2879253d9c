import { createSendingAccount } from '../../contract/accounts.ts';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction } from '../../contract/campaigns.ts';
import { createTopic } from '../../contract/consent.ts';
import { createContentVersion, updateContentVersion } from '../../contract/content.ts';
import type { CampaignId, SegmentId, TopicId } from '../../contract/ids.ts';
import { createSegment } from '../../contract/segments.ts';
import type { Site } from './browser.ts';
import type { Person } from './browser-person.ts';
import { givenContacts } from './ready-campaign.ts';

/** What a campaign needs besides words: a topic, people who consented to it, a segment of them all, a sending account. */
export async function furnish(
  { db, mail }: Site,
  anna: Person,
  people = 12,
  account = 'Main server',
): Promise<Furniture> {
  const topic = await anna.ask(createTopic, { name: 'Newsletter' });
  await givenContacts(db, people, topic.id);
  const segment = await anna.ask(createSegment, {
    name: 'Customers in Norway',
    partyKind: 'contact',
    rule: {
      kind: 'group',
      match: 'all',
      rules: [{ kind: 'field', field: 'contact.country', operator: 'any_of', value: ['NO'] }],
    },
  });
  await anna.ask(createSendingAccount, {
    name: account,
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromName: 'Nordlys',
    fromAddress: 'news@nordlys.test',
    nature: 'local',
  });
  return { topicId: topic.id, segmentId: segment.id };
}

export interface Furniture {
  topicId: TopicId;
  segmentId: SegmentId;
}

/** A campaign with its audience chosen, and its message written where it has one. */
export async function draft(
  anna: Person,
  { segmentId }: Furniture,
  campaign: { name: string; channel?: 'email' | 'list' },
): Promise<CampaignId> {
  const made = await anna.ask(createCampaign, campaign);
  const action = made.actions[0]!;
  const chosen = await anna.ask(updateAction, {
    id: action.id,
    updatedAt: action.updatedAt,
    audience: { ...NO_AUDIENCE, include: [segmentId] },
  });
  if (campaign.channel === 'list') return made.id;
  const variant = { subject: 'News', preheader: '', html: '<p>Dear {{ contact.first_name }}</p>', text: null };
  const content = { defaultLanguage: 'en', variants: { en: variant } } as const;
  const written = chosen.actions[0]?.contentVersionId;
  if (written) await anna.ask(updateContentVersion, { id: written, ...content });
  else {
    const { id: contentVersionId } = await anna.ask(createContentVersion, content);
    await anna.ask(updateAction, { id: action.id, updatedAt: chosen.actions[0]!.updatedAt, contentVersionId });
  }
  return made.id;
}
