import { describe, expect, it } from 'vitest';
import { ActionWork } from '../../../../contract/action-work.ts';
import type { CampaignState } from '../../../../contract/campaigns.ts';
import { type LaunchFacts, launchProblems } from './launchable.ts';

const complete: LaunchFacts = {
  campaign: { name: 'Spring', state: 'ready', purposeClass: 'marketing', archivedAt: null, topicId: 'newsletter' },
  action: {
    channel: 'email',
    addressing: 'contact',
    basis: 'consent',
    schedule: { kind: 'now' },
    state: 'draft',
    directLink: null,
    work: ActionWork.parse({}),
  },
  audienceChosen: true,
  content: { variants: [{ language: 'en', subject: 'Hello', body: '<p>Hello</p>', besides: '', bytes: 0 }] },
  account: { name: 'Office', usable: true, sizeLimit: 10 * 1024 * 1024 },
  typed: true,
  asksForWork: false,
  unsellable: null,
  unprintable: null,
  reported: true,
  now: new Date('2026-03-01T12:00:00Z'),
};

const withCampaign = (change: Partial<LaunchFacts['campaign']>): LaunchFacts => ({
  ...complete,
  campaign: { ...complete.campaign, ...change },
});
const withAction = (change: Partial<LaunchFacts['action']>): LaunchFacts => ({
  ...complete,
  action: { ...complete.action, ...change },
});
const calls = (work: Partial<ActionWork>, asksForWork = true): LaunchFacts => ({
  ...withAction({ channel: 'call', work: ActionWork.parse(work) }),
  content: null,
  account: null,
  asksForWork,
});
const written = (body: string, besides = ''): LaunchFacts['content'] => ({
  variants: [{ language: 'en', subject: 'Hi', body, besides, bytes: 0 }],
});
const said = (facts: LaunchFacts) => launchProblems(facts).map(({ stop, field, code }) => `${stop} ${field} ${code}`);

describe('what stands between a campaign and its launch', () => {
  it('is nothing when all is there', () => expect(launchProblems(complete)).toEqual([]));

  it.each<[string, LaunchFacts, string[]]>([
    ['a missing name', withCampaign({ name: ' ' }), ['why name required']],
    ['marketing without a topic', withCampaign({ topicId: null }), ['why topicId marketing_needs_topic']],
    [
      'Q14: consent without a topic it could be about',
      { ...withCampaign({ topicId: null, purposeClass: 'notice' }) },
      ['why topicId consent_needs_topic'],
    ],
    ['E24: nobody to send to', { ...complete, audienceChosen: false }, ['who audience audience_empty']],
    [
      'E05, E16: an invoice to the firm and to its person, each in full',
      withAction({ channel: 'invoice', addressing: 'both' }),
      ['who addressing addressing_one_buyer'],
    ],
    ['E16: a message to both', withAction({ addressing: 'both' }), []],
    ['no sending account', { ...complete, account: null }, ['what sendingAccountId no_sending_account']],
    [
      'an account put away',
      { ...complete, account: { name: 'Old', usable: false, sizeLimit: null } },
      ['what sendingAccountId sending_account_unusable'],
    ],
    ['Q09: a report without layout', { ...complete, reported: false }, ['what report report_no_layout']],
    ['Q16: no content', { ...complete, content: null }, ['what content no_content']],
    [
      'an empty content',
      { ...complete, content: { variants: [{ language: 'en', subject: 'Hi', body: ' ', besides: '', bytes: 0 }] } },
      ['what content no_content'],
    ],
    [
      'no subject',
      { ...complete, content: { variants: [{ language: 'nb', subject: ' ', body: 'Hei', besides: '', bytes: 0 }] } },
      ['what subject.nb no_subject'],
    ],
    [
      'F36: files that the account’s server does not take',
      {
        ...complete,
        content: {
          variants: [{ language: 'en', subject: 'Hi', body: 'Hi', besides: '', bytes: 10 * 1024 * 1024 + 1 }],
        },
      },
      ['what attachments message_too_big_for_account'],
    ],
    ['calls of a type that asks for no work', calls({}, false), ['what interactionTypeId interaction_type_needs_work']],
    ['calls for nobody', calls({ to: 'even' }), ['what work.userIds work_needs_somebody']],
    ['calls for whoever is free: nothing', calls({ to: 'queue' }), []],
    [
      'Q12: a code that leads nowhere',
      { ...complete, content: written('See #directlink#') },
      ['what directLink direct_link_without_target'],
    ],
    [
      'Q12: a page that one of the texts does not lead to',
      {
        ...withAction({ directLink: { target: 'my_page' } }),
        content: {
          variants: [
            { language: 'en', subject: 'Hi', body: '<a href="#DirectLink#">Mine</a>', besides: '', bytes: 0 },
            { language: 'nb', subject: 'Hei', body: 'Hei', besides: '', bytes: 0 },
          ],
        },
      },
      ['what directLink.nb direct_link_without_code'],
    ],
    [
      'Q12: a code in a script, with no page that it leads to',
      { ...calls({}), content: written('Look at #DirectLink#') },
      ['what directLink direct_link_without_target'],
    ],
    [
      'Q12: a page, with no code in the script',
      {
        ...calls({}),
        content: written('Look here'),
        action: { ...calls({}).action, directLink: { target: 'my_page' } },
      },
      ['what directLink.en direct_link_without_code'],
    ],
    [
      'Q12: nothing where the code is in the report or the layout',
      { ...withAction({ directLink: { target: 'my_page' } }), content: written('Hi', '#DirectLink#') },
      [],
    ],
    [
      'a time that is past',
      withAction({ schedule: { kind: 'at', at: '2026-03-01T11:59:00Z', freeze: 'start' } }),
      ['when schedule schedule_past'],
    ],
    [
      'Q29: nothing where those who did not get it at its time are sent to again',
      withAction({ state: 'done', schedule: { kind: 'at', at: '2026-03-01T11:59:00Z', freeze: 'start' } }),
      [],
    ],
  ])('names %s', (_, facts, problems) => expect(said(facts)).toEqual(problems));

  it.each<[CampaignState, string | null]>([
    ['proposed', 'campaign_not_ready'],
    ['preparing', 'campaign_not_ready'],
    ['ready', null],
    ['running', null],
    ['paused', null],
    ['completed', null],
    ['cancelled', 'campaign_cancelled'],
  ])('E33: a campaign that is %s is stopped by %s', (state, code) => {
    expect(launchProblems(withCampaign({ state })).map((problem) => problem.code)).toEqual(code ? [code] : []);
  });

  it.each(['running', 'paused'] as const)('waits for an action that is %s, whatever the others do', (state) => {
    const facts = { ...withAction({ state }), campaign: { ...complete.campaign, state } };
    expect(said(facts)).toEqual(['why state campaign_under_way']);
  });

  it('tells an archived campaign before its state', () => {
    expect(said(withCampaign({ state: 'preparing', archivedAt: '2026-01-01T00:00:00Z' }))).toEqual([
      'why state campaign_archived',
    ]);
  });

  it('Q31: a list needs neither content, account nor topic', () => {
    const list = {
      ...complete,
      content: null,
      account: null,
      action: { ...complete.action, channel: 'list' as const },
    };
    expect(said({ ...list, campaign: { ...complete.campaign, topicId: null } })).toEqual([]);
  });

  it('E06: what is sold needs no words, but a price on every product', () => {
    const sale = {
      ...complete,
      content: null,
      account: null,
      action: { ...complete.action, channel: 'opportunity' as const },
    };
    expect(said(sale)).toEqual([]);
    const params = { name: 'Oil', currency: 'NOK' };
    expect(said({ ...sale, unsellable: { code: 'product_without_price', params } })).toEqual([
      'what lines product_without_price',
    ]);
  });

  it('tells everything at once, in the order of the road', () => {
    const bare: LaunchFacts = {
      ...complete,
      campaign: { ...complete.campaign, state: 'preparing', topicId: null },
      audienceChosen: false,
      content: null,
      account: null,
    };
    expect(said(bare)).toEqual([
      'why topicId marketing_needs_topic',
      'why state campaign_not_ready',
      'who audience audience_empty',
      'what sendingAccountId no_sending_account',
      'what content no_content',
    ]);
  });
});
