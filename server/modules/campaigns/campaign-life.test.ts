import { describe, expect, it } from 'vitest';
import { type Audience, NO_AUDIENCE } from '../../../contract/audience.ts';
import type { Campaign } from '../../../contract/campaigns.ts';
import type { Rule } from '../../../contract/rule.ts';
import { actionOf, asRead, campaignDesk, person, refusal } from '../../../tests/support/campaigns.ts';
import { uuidIds } from '../../platform/ids.ts';
import { clearAbsence, setAbsence } from '../access/index.ts';
import { getAction, storeAction } from './action.store.ts';
import {
  addAction,
  archiveCampaign,
  campaignHistory,
  campaignSegmentUses,
  cancelCampaign,
  deleteCampaign,
  duplicateCampaign,
  listCampaigns,
  moveCampaign,
  restoreCampaign,
  sendersOfLines,
  updateAction,
  updateCampaign,
} from './index.ts';
import { NOTHING_RAN } from './run-totals.ts';

const { database, clock, ran, kari, sam, vera, segment, needs, make, read, complete } = campaignDesk();

describe('a campaign’s life', () => {
  it('moves with its runs, and the action with it', async () => {
    const campaign = await complete(await make());
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

  it('runs while one of its actions does, and until the last is through', async () => {
    const first = await complete(await make());
    const { actions } = (await addAction(needs(), kari, {
      id: first.id,
      name: 'Reminder',
      channel: 'list',
      sameGroupAs: null,
    })) as Campaign;
    const move = async (index: number, to: 'running' | 'paused' | 'completed') => {
      await database.db.transaction().execute((tx) => moveCampaign(tx, first.id, actions[index]!.id, to, clock.now()));
      return (await read(first.id)).state;
    };
    expect(await move(0, 'running')).toBe('running');
    expect(await move(1, 'running')).toBe('running');
    expect(await move(0, 'paused')).toBe('running');
    expect(await move(1, 'completed')).toBe('paused');
    expect(await move(0, 'running')).toBe('running');
    expect(await move(0, 'completed')).toBe('completed');
  });

  it('is given up between two stages, not while one goes on', async () => {
    const first = await complete(await make());
    const added = { id: first.id, name: 'Reminder', channel: 'list', sameGroupAs: null } as const;
    const { actions } = (await addAction(needs(), kari, added)) as Campaign;
    const move = (to: 'running' | 'completed') =>
      database.db.transaction().execute((tx) => moveCampaign(tx, first.id, actions[0]!.id, to, clock.now()));
    await move('running');
    expect(await refusal(cancelCampaign(needs(), kari, { id: first.id }))).toBe('campaign_under_way');
    await move('completed');
    const cancelled = (await cancelCampaign(needs(), kari, { id: first.id })) as Campaign;
    expect([cancelled.state, ...cancelled.actions.map(({ state }) => state)]).toEqual([
      'cancelled',
      'done',
      'cancelled',
    ]);
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

  it('is neither put away nor given up while one of its actions is still to start by itself', async () => {
    const campaign = await complete(await make({ name: 'Spring' }));
    const { id } = campaign.actions[0]!;
    await storeAction(database.db, id, { state: 'scheduled' });
    for (const leave of [archiveCampaign, cancelCampaign]) {
      await expect(leave(needs(), kari, { id: campaign.id })).rejects.toMatchObject({
        problems: [{ code: 'campaign_start_ahead', params: { actions: 'Spring' } }],
      });
    }
    await storeAction(database.db, id, { state: 'draft' });
    expect((await archiveCampaign(needs(), kari, { id: campaign.id })).archivedAt).not.toBeNull();
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
    const original = await complete(await make({ name: 'Original', goal: 'Sell' }));
    const copy = (await duplicateCampaign(needs(), sam, { id: original.id, recipients: 'same' })) as Campaign;
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

describe('the segments in use', () => {
  it('names the campaigns whose audience or rule names a segment', async () => {
    const included = await complete(await make({ name: 'By list' }));
    const inRule = await make({ name: 'By rule' });
    const rules: Rule[] = [{ kind: 'segment', segmentId: segment, negate: true }];
    const audience: Audience = {
      ...NO_AUDIENCE,
      rule: { partyKind: 'contact', tree: { kind: 'group', match: 'all', rules } },
    };
    await updateAction(needs(), kari, { ...actionOf(inRule), audience });
    const uses = await campaignSegmentUses(database.db, segment);
    expect(uses).toEqual(
      expect.arrayContaining([
        { kind: 'campaign', id: included.id, name: 'By list' },
        { kind: 'campaign', id: inRule.id, name: 'By rule' },
      ]),
    );
    expect(await campaignSegmentUses(database.db, uuidIds.next())).toEqual([]);
  });
});

describe('whom a line is from', () => {
  it('E14: creator, owner, or each record’s account manager with the owner in place of nobody or of one who left', async () => {
    const { db } = database;
    const gone = person('Gone', 'sales');
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

  it('E14: whoever is away is replaced by his stand-in, from the first day to the last, by the company’s clock', async () => {
    const { db } = database;
    const id = uuidIds.next();
    await db.insertInto('contact').values({ id, accountManagerId: vera.userId }).execute();
    const line = { partyKind: 'contact', partyId: id, companyId: null };
    const terms = { ownerId: kari.userId!, creatorId: kari.userId!, senderPolicy: 'account_manager' } as const;
    const sender = async () => (await sendersOfLines(db, terms, [line]))[0]?.name;
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
    const day = (days: number) => today.format(new Date(Date.now() + days * 86_400_000));
    const away = (from: number, until: number, by = vera) =>
      refusal(
        setAbsence({ db }, by, { userId: vera.userId!, standInId: sam.userId!, from: day(from), until: day(until) }),
      );
    expect(await away(0, 0)).toBe('nothing');
    expect(await sender()).toBe('Sam Sales');
    await away(1, 3);
    expect(await sender()).toBe('Vera Viewer');
    await away(-3, -1);
    expect(await sender()).toBe('Vera Viewer');
    expect(await away(2, 1)).toBe('until ends_before_start');
    expect(await away(0, 1, sam)).toBe('forbidden');
    const herself = { userId: vera.userId!, standInId: vera.userId!, from: day(0), until: day(1) };
    expect(await refusal(setAbsence({ db }, vera, herself))).toBe('standInId stand_in_self');
    await away(0, 1);
    await clearAbsence({ db }, vera, { userId: vera.userId! });
    expect(await sender()).toBe('Vera Viewer');
  });
});
