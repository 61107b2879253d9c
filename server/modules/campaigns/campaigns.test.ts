import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIENCE } from '../../../contract/audience.ts';
import type { Campaign } from '../../../contract/campaigns.ts';
import type { CampaignId, SegmentId, TopicId, UserId } from '../../../contract/ids.ts';
import type { Role } from '../../../contract/permissions.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { json } from '../../platform/database/json.ts';
import type { DomainError } from '../../platform/errors.ts';
import { uuidIds } from '../../platform/ids.ts';
import type { Actor } from '../access/index.ts';
import { getAction } from './action.store.ts';
import { assertLaunchable, getCampaignForRun, moveCampaign } from './campaign-for-run.ts';
import {
  archiveCampaign,
  campaignHistory,
  cancelCampaign,
  createCampaign,
  deleteCampaign,
  duplicateCampaign,
  getCampaign,
  listCampaigns,
  restoreCampaign,
  sendersOfLines,
  suggestCampaign,
  updateAction,
  updateCampaign,
} from './index.ts';
import { NOTHING_RAN, type Ran } from './run-totals.ts';

const database = testDatabase();
const clock = fixedClock('2026-03-02T09:00:00Z');
const ran = new Map<CampaignId, Ran>();
const needs = () => ({ db: database.db, clock, ids: uuidIds, runTotals: async () => ran });

const actor = (name: string, role: Role): Actor => ({
  kind: 'user',
  userId: uuidIds.next() as UserId,
  name,
  role,
  seat: true,
});
const kari = actor('Kari Nordmann', 'marketer');
const sam = actor('Sam Sales', 'sales');
const vera = actor('Vera Viewer', 'viewer');
const segment = uuidIds.next() as SegmentId;
let newsletter: TopicId;

beforeAll(async () => {
  const { db } = database;
  await db
    .insertInto('installation')
    .values({ name: 'Fjord AS', language: 'nb', currency: 'NOK', timeZone: 'Europe/Oslo' })
    .execute();
  const users = [kari, sam, vera].map(({ userId, name, role, seat }) => ({
    id: userId!,
    name,
    role,
    seat,
    email: `${name}@fjord.example`,
  }));
  await db.insertInto('appUser').values(users).execute();
  newsletter = uuidIds.next() as TopicId;
  await db.insertInto('topic').values({ id: newsletter, name: 'Newsletter' }).execute();
});
beforeEach(() => {
  clock.advance(60_000);
  ran.clear();
});

const input = { name: 'Spring offer', channel: 'email', requiresConsent: true } as const;
const make = (given: Partial<Parameters<typeof createCampaign>[2]> = {}, by = kari): Promise<Campaign> =>
  createCampaign(needs(), by, { ...input, ...given }) as Promise<Campaign>;
const read = (id: Campaign['id'], by = kari) => getCampaign(needs(), by, { id }) as Promise<Campaign>;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: DomainError) =>
      error.problems?.map(({ field, code }) => (field ? `${field} ${code}` : code)).join(', ') ?? String(error),
  );
const iso = (moment: unknown) => new Date(moment as string | Date).toISOString();
const actionOf = (campaign: Campaign) => ({
  id: campaign.actions[0]!.id,
  updatedAt: iso(campaign.actions[0]!.updatedAt),
});
const asRead = (campaign: Campaign) => ({ id: campaign.id, updatedAt: iso(campaign.updatedAt) });

describe('creating a campaign', () => {
  it('Q02, Q05: a name is enough, the rest has defaults', async () => {
    const campaign = await make();
    expect(campaign).toMatchObject({
      name: 'Spring offer',
      kind: 'one_off',
      type: 'newsletter',
      state: 'preparing',
      owner: { name: 'Kari Nordmann' },
      purposeClass: 'marketing',
      currency: 'NOK',
      topic: { name: 'Newsletter' },
      may: { edit: true, run: true, delete: true },
    });
    expect(campaign.code).toMatch(/^2026-\d{3}$/);
    expect(campaign.actions).toHaveLength(1);
    expect(campaign.actions[0]).toMatchObject({
      channel: 'email',
      basis: 'consent',
      audience: NO_AUDIENCE,
      schedule: { kind: 'now' },
    });
    expect(campaign.actions[0]!.contentVersionId).not.toBeNull();
  });

  it('Q06, E11, E12, E20: name, goal and description are kept', async () => {
    const words = { name: 'Åpen dag', goal: '100 visitors', description: 'At the showroom' };
    expect(await make(words)).toMatchObject(words);
  });

  it('Q14: "requires consent" selects the basis consent, without it another', async () => {
    expect((await make({ requiresConsent: true })).actions[0]!.basis).toBe('consent');
    expect((await make({ requiresConsent: false })).actions[0]!.basis).toBe('soft_opt_in');
    expect((await make({ requiresConsent: false, purposeClass: 'notice' })).actions[0]!.basis).toBe('contract');
  });

  it('Q31: a list only needs no content', async () => {
    const list = await make({ channel: 'list' });
    expect(list.actions[0]).toMatchObject({ channel: 'list', contentVersionId: null });
    expect(list.type).toBe('generic');
  });

  it('O46: suggests a free code, and refuses one that is taken with a free one named', async () => {
    const { code } = await suggestCampaign(needs(), kari);
    await make({ code });
    expect((await suggestCampaign(needs(), kari)).code).not.toBe(code);
    expect(await refusal(make({ code: code.toUpperCase() }))).toBe('code campaign_code_taken');
  });

  it('two made at the same moment get two codes', async () => {
    const made = await Promise.all([make(), make()]);
    expect(new Set(made.map((campaign) => campaign.code)).size).toBe(2);
  });

  it('refuses an end before the start and an owner who is nobody', async () => {
    expect(await refusal(make({ startsOn: '2026-04-02', endsOn: '2026-04-01' }))).toBe('endsOn ends_before_start');
    expect(await refusal(make({ ownerId: uuidIds.next() as UserId }))).toBe('ownerId owner_unknown');
  });
});

describe('changing a campaign', () => {
  it('E13: its owner may edit it whatever the role, others of that role may not, a viewer never', async () => {
    const campaign = await make({ ownerId: sam.userId! });
    const other = await make();
    expect((await updateCampaign(needs(), sam, { ...asRead(campaign), goal: 'More' })).goal).toBe('More');
    expect(await refusal(updateCampaign(needs(), sam, { ...asRead(other), goal: 'Mine' }))).toBe('forbidden');
    const viewers = await make({ ownerId: vera.userId! });
    expect(await refusal(updateCampaign(needs(), vera, { ...asRead(viewers), goal: 'Mine' }))).toBe('forbidden');
    expect((await read(other.id, sam)).may).toEqual({ edit: false, run: false, delete: false });
  });

  it('stores nothing over somebody else’s change', async () => {
    const campaign = await make();
    clock.advance(1000);
    await updateCampaign(needs(), kari, { ...asRead(campaign), goal: 'First' });
    expect(await refusal(updateCampaign(needs(), kari, { ...asRead(campaign), goal: 'Second' }))).toBe(
      'campaign_changed',
    );
    expect((await read(campaign.id)).goal).toBe('First');
  });

  it('E17: sets proposed, in preparation and ready', async () => {
    let campaign = await make();
    for (const state of ['proposed', 'ready', 'preparing'] as const) {
      clock.advance(1000);
      campaign = (await updateCampaign(needs(), kari, { ...asRead(campaign), state })) as Campaign;
      expect(campaign.state).toBe(state);
    }
  });

  it('E21: results can be written when it is completed', async () => {
    const campaign = await make();
    await database.db.updateTable('campaign').set({ state: 'completed' }).where('id', '=', campaign.id).execute();
    const written = await updateCampaign(needs(), kari, { ...asRead(campaign), results: 'Twelve test drives' });
    expect(written.results).toBe('Twelve test drives');
    expect(await refusal(updateCampaign(needs(), kari, { ...asRead(written as Campaign), state: 'proposed' }))).toBe(
      'campaign_state_impossible',
    );
  });

  it('E14, E16: takes audience, sender, addressing and time of the action, and writes it down', async () => {
    const campaign = await make();
    const audience = { ...NO_AUDIENCE, include: [segment] };
    const schedule = { kind: 'at', at: '2026-04-01T08:00:00Z', freeze: 'start' } as const;
    const changed = await updateAction(needs(), kari, {
      ...actionOf(campaign),
      audience,
      schedule,
      senderPolicy: 'account_manager',
      addressing: 'both',
      sharedAddress: 'each',
    });
    expect(changed.actions[0]).toMatchObject({
      audience,
      schedule,
      senderPolicy: 'account_manager',
      addressing: 'both',
      sharedAddress: 'each',
    });
  });

  it('is locked while it is under way, and its dispatch type after the first distribution', async () => {
    const campaign = await make();
    ran.set(campaign.id, { ...NOTHING_RAN, lists: 1, distributions: 1 });
    expect(await refusal(updateAction(needs(), kari, { ...actionOf(campaign), channel: 'list' }))).toBe(
      'channel channel_fixed',
    );
    await database.db.updateTable('campaign').set({ state: 'running' }).where('id', '=', campaign.id).execute();
    expect(await refusal(updateAction(needs(), kari, { ...actionOf(campaign), addressing: 'both' }))).toBe(
      'campaign_under_way',
    );
  });
});

describe('what a campaign still lacks', () => {
  it('Q15, Q16, E24: names every missing thing with its stop, and nothing once all is there', async () => {
    const campaign = await make();
    expect(campaign.problems.map(({ stop, field, code }) => `${stop} ${field} ${code}`)).toEqual([
      'why state campaign_not_ready',
      'who audience audience_empty',
      'what sendingAccountId no_sending_account',
      'what content no_content',
    ]);
    const complete = await completed(campaign);
    expect(complete.problems).toEqual([]);
  });

  it('E33: cannot be launched before it is ready, though a list may be made', async () => {
    const campaign = await completed(await make(), 'preparing');
    const actionId = campaign.actions[0]!.id;
    const found = await getCampaignForRun(database.db, actionId);
    const now = clock.now();
    expect(await refusal(assertLaunchable(database.db, found, { now, purpose: 'launch' }))).toBe(
      'state campaign_not_ready',
    );
    expect(await refusal(assertLaunchable(database.db, found, { now, purpose: 'prepare' }))).toBe('nothing');
  });
});

/** Gives a campaign all that it needs. */
const completed = async (campaign: Campaign, state: 'ready' | 'preparing' = 'ready'): Promise<Campaign> => {
  const { db } = database;
  const sendingAccountId = uuidIds.next() as never;
  await db
    .insertInto('sendingAccount')
    .values({
      id: sendingAccountId,
      name: `Office ${sendingAccountId}`,
      channel: 'email',
      direction: 'sending',
      host: 'localhost',
      port: 25,
      security: 'none',
    })
    .execute();
  const variants = json({ en: { subject: 'Hello', preheader: '', html: '<p>Hello</p>', text: null } });
  await db
    .updateTable('contentVersion')
    .set({ variants })
    .where('id', '=', campaign.actions[0]!.contentVersionId)
    .execute();
  const with_ = await updateAction(needs(), kari, {
    ...actionOf(campaign),
    sendingAccountId,
    audience: { ...NO_AUDIENCE, include: [segment] },
  });
  clock.advance(1000);
  return (await updateCampaign(needs(), kari, { ...asRead(with_ as Campaign), state })) as Campaign;
};

describe('a campaign’s life', () => {
  it('moves with its runs, and the action with it', async () => {
    const campaign = await completed(await make());
    const actionId = campaign.actions[0]!.id;
    const move = (to: 'running' | 'paused' | 'completed') =>
      database.db.transaction().execute((tx) => moveCampaign(tx, campaign.id, actionId, to, clock.now()));
    await move('running');
    await move('paused');
    await move('running');
    await move('completed');
    expect((await read(campaign.id)).state).toBe('completed');
    expect((await getAction(database.db, actionId)).state).toBe('done');
    expect(await refusal(move('paused'))).toBe('campaign_state_impossible');
  });

  it('is cancelled before it runs, and taken up again', async () => {
    const campaign = await make();
    const cancelled = (await cancelCampaign(needs(), kari, { id: campaign.id })) as Campaign;
    expect(cancelled.state).toBe('cancelled');
    clock.advance(1000);
    expect((await updateCampaign(needs(), kari, { ...asRead(cancelled), state: 'ready' })).state).toBe('ready');
  });

  it('is archived out of the list and restored', async () => {
    const campaign = await make({ name: 'Put away' });
    const listed = async (archived: boolean) => (await list({ search: 'put away', archived })).rows.length;
    await archiveCampaign(needs(), kari, { id: campaign.id });
    expect([await listed(false), await listed(true)]).toEqual([0, 1]);
    await restoreCampaign(needs(), kari, { id: campaign.id });
    expect([await listed(false), await listed(true)]).toEqual([1, 0]);
  });

  it('is deleted only while nothing was generated or sent', async () => {
    const campaign = await make();
    ran.set(campaign.id, { ...NOTHING_RAN, lists: 1 });
    expect(await refusal(deleteCampaign(needs(), kari, { id: campaign.id }))).toBe('campaign_has_run');
    ran.clear();
    await deleteCampaign(needs(), kari, { id: campaign.id });
    expect(await refusal(read(campaign.id))).toBe('not_found');
  });

  it('O48: is duplicated with its audience and a content of its own, sent to nobody', async () => {
    const original = await completed(await make({ name: 'Original', goal: 'Sell' }));
    const copy = (await duplicateCampaign(needs(), sam, { id: original.id })) as Campaign;
    expect(copy).toMatchObject({
      name: 'Original',
      goal: 'Sell',
      state: 'preparing',
      owner: { name: 'Sam Sales' },
      duplicatedFrom: { id: original.id },
    });
    expect(copy.code).not.toBe(original.code);
    expect(copy.actions[0]!.audience).toEqual(original.actions[0]!.audience);
    expect(copy.actions[0]!.contentVersionId).not.toBe(original.actions[0]!.contentVersionId);
    expect(copy.problems.map(({ code }) => code)).toEqual(['campaign_not_ready']);
  });

  it('O49: tells who did what, newest first; edits in one sitting are one entry', async () => {
    const campaign = await make();
    let now = (await updateCampaign(needs(), kari, { ...asRead(campaign), goal: 'A' })) as Campaign;
    clock.advance(1000);
    now = (await updateCampaign(needs(), kari, { ...asRead(now), description: 'B' })) as Campaign;
    clock.advance(1000);
    await updateCampaign(needs(), kari, { ...asRead(now), state: 'ready' });
    const { rows } = await campaignHistory(needs(), vera, { id: campaign.id, limit: 50 });
    expect(rows.map(({ verb, user, detail }) => ({ verb, user, detail }))).toEqual([
      { verb: 'state_set', user: 'Kari Nordmann', detail: { from: 'preparing', to: 'ready' } },
      { verb: 'edited', user: 'Kari Nordmann', detail: { fields: ['description', 'goal'] } },
      { verb: 'created', user: 'Kari Nordmann', detail: {} },
    ]);
  });
});

const list = (given: Partial<Parameters<typeof listCampaigns>[2]> = {}) =>
  listCampaigns(needs(), vera, { limit: 50, direction: 'asc', archived: false, ...given });

describe('the list of campaigns', () => {
  it('O01: is searched and filtered by owner and state, each campaign with what its runs brought', async () => {
    const mine = await make({ name: 'Zebra tyres', ownerId: sam.userId! });
    ran.set(mine.id, { ...NOTHING_RAN, lists: 1, distributions: 1, planned: 10, sent: 9, failed: 1 });
    const found = await list({ search: 'TYRES zebra', ownerId: sam.userId!, state: 'preparing' });
    expect(found).toMatchObject({
      total: 1,
      rows: [{ id: mine.id, channels: ['email'], totals: { planned: 10, sent: 9, failed: 1 } }],
    });
    expect((await list({ search: 'tyres', ownerId: kari.userId! })).total).toBe(0);
  });

  it.each(['name', 'code', 'state', 'owner', 'created'])(
    'is paged by %s without losing or repeating one, both ways',
    async (sort) => {
      for (const direction of ['asc', 'desc'] as const) {
        const whole = (await list({ sort, direction, limit: 500 })).rows.map((row) => row.id);
        const paged: string[] = [];
        let after: string | undefined;
        do {
          const page = await list({ sort, direction, limit: 3, ...(after ? { after } : {}) });
          paged.push(...page.rows.map((row) => row.id));
          after = page.next ?? undefined;
        } while (after);
        expect(paged).toEqual(whole);
        expect(new Set(paged).size).toBe(paged.length);
      }
    },
  );

  it('refuses an order it does not know and a cursor that is not its own', async () => {
    expect(await refusal(list({ sort: 'budget; drop table run' }))).toBe('sort invalid_choice');
    expect(await refusal(list({ after: 'nonsense' }))).toBe('after invalid');
  });
});

describe('whom a line is from', () => {
  it('E14: creator, owner, or each record’s account manager with the owner in place of nobody or of one who left', async () => {
    const { db } = database;
    const gone = actor('Gone', 'sales');
    await db
      .insertInto('appUser')
      .values({
        id: gone.userId!,
        name: gone.name,
        role: 'sales',
        email: 'gone@fjord.example',
        disabledAt: clock.now(),
      })
      .execute();
    const company = uuidIds.next();
    await db.insertInto('company').values({ id: company, name: 'Firm', accountManagerId: sam.userId }).execute();
    const contact = async (accountManagerId: string | null, companyId: string | null = null) => {
      const id = uuidIds.next();
      await db.insertInto('contact').values({ id, accountManagerId, companyId }).execute();
      return { partyKind: 'contact', partyId: id, companyId };
    };
    const lines = [
      await contact(vera.userId),
      await contact(null, company),
      await contact(gone.userId),
      await contact(null),
      { partyKind: 'company', partyId: company, companyId: company },
    ];
    const terms = { ownerId: kari.userId!, creatorId: gone.userId! };
    const names = async (senderPolicy: 'creator' | 'owner' | 'account_manager') =>
      (await sendersOfLines(db, { ...terms, senderPolicy }, lines)).map((sender) => sender?.name);
    expect(await names('account_manager')).toEqual([
      'Vera Viewer',
      'Sam Sales',
      'Kari Nordmann',
      'Kari Nordmann',
      'Sam Sales',
    ]);
    expect(new Set(await names('owner'))).toEqual(new Set(['Kari Nordmann']));
    expect(new Set(await names('creator'))).toEqual(new Set(['Kari Nordmann']));
  });
});
