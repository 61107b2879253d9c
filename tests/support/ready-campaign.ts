import { sql } from 'kysely';
import type { Audience } from '../../contract/audience.ts';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import type { DispatchChannel } from '../../contract/campaigns.ts';
import type { ActionId, CampaignId, ContentVersionId, SendingAccountId, TopicId, UserId } from '../../contract/ids.ts';
import { EVERYBODY } from '../../contract/rule.ts';
import type { Actor } from '../../server/modules/access/index.ts';
import { json } from '../../server/platform/database/json.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { uuidIds } from '../../server/platform/ids.ts';

export interface ReadyCampaign {
  actor: Actor;
  campaignId: CampaignId;
  actionId: ActionId;
  topicId: TopicId;
  accountId: SendingAccountId;
  contentVersionId: ContentVersionId;
}

export const everyone: Audience = {
  ...NO_AUDIENCE,
  rule: { partyKind: 'contact', tree: EVERYBODY },
};

/** Whoever owns assets of this name, by rule. */
export const assetsNamed = (name: string): NonNullable<Audience['rule']> => ({
  partyKind: 'asset',
  tree: { kind: 'group', match: 'all', rules: [{ kind: 'field', field: 'asset.name', operator: 'is', value: name }] },
});

/** A user with a seat, a company's settings, a topic, a sending account. */
export const givenHouse = async (db: Db, account: { port: number; maxConnections?: number } = { port: 25 }) => {
  const userId = uuidIds.next() as UserId;
  const topicId = uuidIds.next() as TopicId;
  const accountId = uuidIds.next() as SendingAccountId;
  await sql`insert into installation (name, language, currency, time_zone, tracking) values ('Fjord AS', 'en', 'NOK', 'Europe/Oslo', 'everyone')
    on conflict (id) do update set tracking = 'everyone'`.execute(db);
  await db
    .insertInto('appUser')
    .values({ id: userId, name: 'Kari Nordmann', email: `${userId}@fjord.example`, role: 'marketer', seat: true })
    .execute();
  await db
    .insertInto('topic')
    .values({ id: topicId, name: `Newsletter ${topicId}` })
    .execute();
  await db
    .insertInto('sendingAccount')
    .values({
      id: accountId,
      name: `Local ${accountId}`,
      channel: 'email',
      direction: 'sending',
      host: '127.0.0.1',
      port: account.port,
      security: 'none',
      fromName: 'Fjord',
      fromAddress: 'news@fjord.example',
      nature: 'local',
      maxConnections: account.maxConnections ?? 4,
    })
    .execute();
  const actor: Actor = { kind: 'user', userId, name: 'Kari Nordmann', role: 'marketer', seat: true };
  return { actor, topicId, accountId };
};

/** Contacts `person1@example.org` … who consented to the topic by e-mail. */
export const givenContacts = async (db: Db, count: number, topicId: TopicId, domain = 'example.org'): Promise<void> => {
  await sql`
    with made as (
      insert into contact (id, first_name, last_name, email, email_key, language, country)
      select gen_random_uuid(), 'Person', n::text, 'person' || n || '@' || ${domain}::text, 'person' || n || '@' || ${domain}::text, 'en', 'NO'
      from generate_series(1, ${count}) n returning id
    ), recorded as (
      insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, gate_seq)
      select 'contact', id, 'email', ${topicId}, 'given', 'test', nextval('gate_seq') from made returning id, party_id
    )
    insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select 'contact', party_id, 'email', ${topicId}, 'given', id, now() from recorded`.execute(db);
};

interface Wish {
  channel?: DispatchChannel;
  audience?: Audience;
  html?: string;
}

/** A campaign that can go: ready, with an audience of everyone unless told otherwise. */
export const givenCampaign = async (
  db: Db,
  house: Awaited<ReturnType<typeof givenHouse>>,
  { channel = 'email', audience = everyone, html }: Wish = {},
): Promise<ReadyCampaign> => {
  const campaignId = uuidIds.next() as CampaignId;
  const actionId = uuidIds.next() as ActionId;
  const contentVersionId = uuidIds.next() as ContentVersionId;
  const owner = house.actor.userId as UserId;
  const variants = {
    en: {
      subject: 'News for {{ contact.first_name }}',
      preheader: '',
      html:
        html ??
        '<p>Hello {{ contact.first_name }} {{ contact.last_name }}</p><p><a href="https://fjord.example/offer">Offer</a></p>',
      text: null,
    },
  };
  await db
    .insertInto('contentVersion')
    .values({
      id: contentVersionId,
      channel: 'email',
      defaultLanguage: 'en',
      variants: json(variants),
      createdBy: owner,
    })
    .execute();
  await db
    .insertInto('campaign')
    .values({
      id: campaignId,
      code: `T-${campaignId}`,
      name: 'Spring',
      kind: 'one_off',
      type: 'newsletter',
      state: 'ready',
      ownerId: owner,
      createdBy: owner,
      topicId: house.topicId,
      purposeClass: 'marketing',
      currency: 'NOK',
    })
    .execute();
  await db
    .insertInto('action')
    .values({
      id: actionId,
      campaignId,
      position: 1,
      channel,
      state: 'ready',
      audience: sql`${JSON.stringify(audience)}::jsonb`,
      basis: 'consent',
      interactionTypeId: sql<string>`(select id from interaction_type where channel = ${channel})`,
      ...(channel === 'email' && { contentVersionId, sendingAccountId: house.accountId }),
    })
    .execute();
  return {
    actor: house.actor,
    campaignId,
    actionId,
    topicId: house.topicId,
    accountId: house.accountId,
    contentVersionId,
  };
};
