import { sql } from 'kysely';
import { beforeAll, beforeEach } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import type { Campaign } from '../../contract/campaigns.ts';
import type { CampaignId, SegmentId, TopicId, UserId } from '../../contract/ids.ts';
import type { Role } from '../../contract/permissions.ts';
import { EVERYBODY } from '../../contract/rule.ts';
import type { Actor } from '../../server/modules/access/index.ts';
import { createFieldRegistry, crmRuleFields } from '../../server/modules/audiences/index.ts';
import {
  createCampaign,
  getCampaign,
  type Ran,
  updateAction,
  updateCampaign,
} from '../../server/modules/campaigns/index.ts';
import { json } from '../../server/platform/database/json.ts';
import type { JsonObject } from '../../server/platform/database/tables.ts';
import type { DomainError } from '../../server/platform/errors.ts';
import { uuidIds } from '../../server/platform/ids.ts';
import { fixedClock } from './clock.ts';
import { testDatabase } from './database.ts';

export const person = (name: string, role: Role): Actor => ({
  kind: 'user',
  userId: uuidIds.next() as UserId,
  name,
  role,
  seat: true,
});

export const iso = (moment: unknown): string => new Date(moment as string | Date).toISOString();
export const asRead = (campaign: Campaign) => ({ id: campaign.id, updatedAt: iso(campaign.updatedAt) });
export const actionOf = (campaign: Campaign) => ({
  id: campaign.actions[0]!.id,
  updatedAt: iso(campaign.actions[0]!.updatedAt),
});

/** What a use case refuses: `field code` of each problem, or "nothing". */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: DomainError) =>
      error.problems?.map(({ field, code }) => (field ? `${field} ${code}` : code)).join(', ') ?? String(error),
  );

/** A company with a marketer, a seller and a viewer, one topic and one segment, on a database of its own. Call it at the top of a test file. */
export const campaignDesk = () => {
  const database = testDatabase();
  const clock = fixedClock('2026-03-02T09:00:00Z');
  const ran = new Map<CampaignId, Ran>();
  const people = {
    kari: person('Kari Nordmann', 'marketer'),
    sam: person('Sam Sales', 'sales'),
    vera: person('Vera Viewer', 'viewer'),
  };
  const topic = uuidIds.next() as TopicId;
  const segment = uuidIds.next() as SegmentId;
  const ruleFields = createFieldRegistry([crmRuleFields]);
  const needs = () => ({
    db: database.db,
    clock,
    ids: uuidIds,
    runTotals: async () => ran,
    lookedAfterBy: () => sql`select null::uuid`,
    ruleFields,
  });

  beforeAll(async () => {
    const { db } = database;
    await db
      .insertInto('installation')
      .values({ name: 'Fjord AS', language: 'nb', currency: 'NOK', timeZone: 'Europe/Oslo' })
      .execute();
    const users = Object.values(people).map(({ userId, name, role, seat }) => ({
      id: userId!,
      name,
      role,
      seat,
      email: `${name}@fjord.example`,
    }));
    await db.insertInto('appUser').values(users).execute();
    await db.insertInto('topic').values({ id: topic, name: 'Newsletter' }).execute();
    const rule = json(EVERYBODY as unknown as JsonObject);
    await db.insertInto('segment').values({ id: segment, name: 'Everybody', partyKind: 'contact', rule }).execute();
  });
  beforeEach(() => {
    clock.advance(60_000);
    ran.clear();
  });

  const make = (given: Partial<Parameters<typeof createCampaign>[2]> = {}, by = people.kari): Promise<Campaign> =>
    createCampaign(needs(), by, {
      name: 'Spring offer',
      kind: 'one_off',
      channel: 'email',
      requiresConsent: true,
      ...given,
    }) as Promise<Campaign>;
  const read = (id: Campaign['id'], by = people.kari) => getCampaign(needs(), by, { id }) as Promise<Campaign>;

  /** Gives a campaign all that it needs. */
  const complete = async (campaign: Campaign, state: 'ready' | 'preparing' = 'ready'): Promise<Campaign> => {
    const { db } = database;
    const sendingAccountId = uuidIds.next() as never;
    const account = {
      name: `Office ${sendingAccountId}`,
      channel: 'email',
      direction: 'sending',
      host: 'localhost',
      port: 25,
      security: 'none',
    };
    await db
      .insertInto('sendingAccount')
      .values({ id: sendingAccountId, ...account })
      .execute();
    const variants = json({ en: { subject: 'Hello', preheader: '', html: '<p>Hello</p>', text: null } });
    await db
      .updateTable('contentVersion')
      .set({ variants })
      .where('id', '=', campaign.actions[0]!.contentVersionId)
      .execute();
    const audience = { ...NO_AUDIENCE, include: [segment] };
    const changed = await updateAction(needs(), people.kari, { ...actionOf(campaign), sendingAccountId, audience });
    clock.advance(1000);
    return (await updateCampaign(needs(), people.kari, { ...asRead(changed as Campaign), state })) as Campaign;
  };
  return { database, clock, ran, ...people, topic, segment, needs, make, read, complete };
};
