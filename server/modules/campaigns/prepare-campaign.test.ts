import { describe, expect, it } from 'vitest';
import { NO_AUDIENCE } from '../../../contract/audience.ts';
import type { Campaign } from '../../../contract/campaigns.ts';
import type { SegmentId, UserId } from '../../../contract/ids.ts';
import { actionOf, asRead, campaignDesk, refusal } from '../../../tests/support/campaigns.ts';
import { uuidIds } from '../../platform/ids.ts';
import { assertLaunchable, getCampaignForRun, suggestCampaign, updateAction, updateCampaign } from './index.ts';
import { NOTHING_RAN } from './run-totals.ts';

const { database, clock, ran, kari, sam, vera, segment, needs, make, read, complete } = campaignDesk();

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

  it('Q08: a list that becomes an e-mail gets something to write in', async () => {
    const campaign = await make({ channel: 'list' });
    const email = await updateAction(needs(), kari, { ...actionOf(campaign), channel: 'email' });
    expect(email.actions[0]).toMatchObject({ channel: 'email', contentVersionId: expect.any(String) });
  });

  it('refuses what is not there: a segment, an account', async () => {
    const campaign = await make();
    const unknown = uuidIds.next() as never;
    const audience = { ...NO_AUDIENCE, include: [unknown as SegmentId] };
    expect(await refusal(updateAction(needs(), kari, { ...actionOf(campaign), audience }))).toContain(
      'audience.include',
    );
    expect(await refusal(updateAction(needs(), kari, { ...actionOf(campaign), sendingAccountId: unknown }))).toBe(
      'sendingAccountId no_sending_account',
    );
  });

  it('is locked while it is under way, and its dispatch type after the first distribution', async () => {
    const campaign = await make();
    const once = { ...NOTHING_RAN, lists: 1, distributions: 1 };
    ran.set(campaign.id, { ...once, actions: new Map([[actionOf(campaign).id, once]]) });
    expect(await refusal(updateAction(needs(), kari, { ...actionOf(campaign), channel: 'list' }))).toBe(
      'channel channel_fixed',
    );
    await database.db.updateTable('action').set({ state: 'running' }).where('campaignId', '=', campaign.id).execute();
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
    const whole = await complete(campaign);
    expect(whole.problems).toEqual([]);
  });

  it('E33: cannot be launched before it is ready, though a list may be made', async () => {
    const campaign = await complete(await make(), 'preparing');
    const actionId = campaign.actions[0]!.id;
    const found = await getCampaignForRun(database.db, actionId);
    const now = clock.now();
    expect(await refusal(assertLaunchable(database.db, found, { now, purpose: 'launch' }))).toBe(
      'state campaign_not_ready',
    );
    expect(await refusal(assertLaunchable(database.db, found, { now, purpose: 'prepare' }))).toBe('nothing');
  });
});
