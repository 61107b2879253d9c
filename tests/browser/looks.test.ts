import { afterAll, expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import { createCampaign, getCampaign, updateCampaign } from '../../contract/campaigns.ts';
import { distribute, getRun, type RunState } from '../../contract/runs.ts';
import { inBrowser, site } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const LONG = 'Wiosenna kampania informacyjna dla wszystkich klientów z województwa zachodniopomorskiego';

const HAND = { width: 360, height: 780 };
const DESK = { width: 1280, height: 860 };

const SCREENS = {
  today: '/',
  campaigns: '/campaigns',
  calendar: '/calendar',
  'calendar of a week': '/calendar?show=week',
  'campaigns and people': '/campaigns/people',
  'people and campaigns': '/campaigns/people?by=contact',
  'new campaign': '/campaigns/new',
  why: '/campaigns/:id/why',
  who: '/campaigns/:id/who',
  what: '/campaigns/:id/what',
  when: '/campaigns/:id/when',
  check: '/campaigns/:id/check',
  actions: '/campaigns/:id/actions',
  tracks: '/campaigns/:course/tracks',
  'who and pace': '/campaigns/:course/joining',
  rehearsal: '/campaigns/:course/rehearsal',
  'people in tracks': '/campaigns/:course/people',
  money: '/campaigns/:id/money',
  answers: '/campaigns/:id/answers',
  'quick mailing': '/campaigns/quick/email',
  recipients: '/campaigns/:id/recipients',
  log: '/campaigns/:id/log',
  plan: '/campaigns/:id/plan',
  duplicate: '/campaigns/:id/duplicate',
  history: '/campaigns/:id/history',
  progress: '/campaigns/:id/progress',
  cleansing: '/campaigns/:id/cleansing',
  results: '/campaigns/:id/results',
  'results of what was sent': '/campaigns/:sent/results',
  'log of what was sent': '/campaigns/:sent/log',
  'a run under way': '/campaigns/:going/results',
  'log under way': '/campaigns/:going/log',
  contacts: '/people/contacts',
  companies: '/people/companies',
  duplicates: '/people/duplicates',
  tasks: '/tasks',
  'call desk': '/tasks/calls',
  'quick phone calls': '/campaigns/quick/call',
  leads: '/people/leads',
  'new lead': '/people/leads/new',
  assets: '/people/assets',
  imports: '/people/imports',
  segments: '/segments',
  'new segment': '/segments/new',
  opportunities: '/sales/opportunities',
  'new opportunity': '/sales/opportunities/new',
  'sales stages': '/settings/sales-stages',
  offers: '/sales/offers',
  invoices: '/sales/invoices',
  'VAT and numbers': '/settings/number-series',
  content: '/content',
  articles: '/content/articles',
  'new article': '/content/articles/new',
  pictures: '/content/media',
  layouts: '/content/layouts',
  'new layout': '/content/layouts/new',
  profile: '/settings/profile',
  company: '/settings/installation',
  'interaction types': '/settings/interaction-types',
  users: '/settings/users',
  accounts: '/settings/sending-accounts',
  'SMS accounts': '/settings/sms-accounts',
  'SMS usage': '/settings/sms-usage',
  'custom fields': '/settings/custom-fields',
  'asset types': '/settings/asset-types',
  topics: '/settings/topics',
  suppressions: '/settings/suppressions',
  api: '/settings/api',
  workers: '/settings/workers',
} as const;

inBrowser('every main screen', () => {
  const house = site();
  let campaign = '';
  let sent = '';
  let going = '';
  let course = '';

  // What is still on its way need not be waited for.
  afterAll(() => house.mail.answerOnly(Number.POSITIVE_INFINITY));

  const shown = async (person: Person, path: string) => {
    const to = path.replace(':id', campaign).replace(':sent', sent).replace(':going', going).replace(':course', course);
    await person.goTo(to);
    await person.settled();
  };

  const isDark = ({ page }: Person) =>
    page.evaluate(() => document.documentElement.dataset['mantineColorScheme'] === 'dark');

  const inLight = async ({ page }: Person, colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
      colorScheme,
    );
  };

  const launched = async (person: Person, given: Furniture, name: string, until: { state: RunState }) => {
    const id = await draft(person, given, { name });
    const { updatedAt, actions } = await person.ask(getCampaign, { id });
    await person.ask(updateCampaign, { id, updatedAt, state: 'ready' });
    const run = await person.ask(distribute, { id: actions[0]!.id });
    await expect.poll(async () => person.ask(getRun, { id: run.id }), { timeout: PATIENCE_MS }).toMatchObject(until);
    return id;
  };

  const furnished = async (person: Person) => {
    if (campaign !== '') return;
    const given = await furnish(house, person);
    campaign = await draft(person, given, { name: 'Spring news' });
    await person.ask(createCampaign, { name: LONG });
    course = (await person.ask(createCampaign, { name: 'A course', kind: 'sequential' })).id;
    house.mail.refuse = (address) => (address.startsWith('person3@') ? '550 5.1.1 No such user' : null);
    sent = await launched(person, given, 'Sent news', { state: 'finished' });
    house.mail.answerOnly(0);
    going = await launched(person, given, 'News on the way', { state: 'sending' });
  };

  const inPolishInTheHand = async () => {
    const anna = await house.anna({ width: HAND.width, locale: 'pl-PL' });
    await anna.ask(updatePreferences, { language: 'pl' });
    return anna;
  };

  const turned = async (person: Person, size: typeof HAND) => {
    await person.page.setViewportSize(size);
    await person.page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))));
    await person.settled();
  };

  /** Two windows share the screens: a machine has more than one core. */
  const walk = async (open: () => Promise<Person>, visit: (person: Person, name: string) => Promise<void>) => {
    const first = await open();
    await furnished(first);
    const waiting = Object.entries(SCREENS);
    const visitAll = async (person: Person) => {
      for (let screen = waiting.shift(); screen !== undefined; screen = waiting.shift()) {
        await shown(person, screen[1]);
        await visit(person, screen[0]);
      }
    };
    await Promise.all([visitAll(first), open().then(visitAll)]);
  };

  // Each screen is walked to once, for that is the dear part.
  test('fits 360 pixels in Polish without scrolling sideways; wide, axe finds nothing in it, light and dark', {
    timeout: 600_000,
  }, async () => {
    const found: string[] = [];
    const look = async (anna: Person, name: string, of: 'everything' | 'colours') => {
      await anna.picture(name);
      found.push(...(await flawsOf(anna, of)).map((flaw) => `${name}: ${flaw}`));
    };
    await walk(inPolishInTheHand, async (anna, name) => {
      await anna.picture(`360 pl ${name}`);
      const over = await anna.sidewards();
      if (over > 0) found.push(`360 pl ${name}: ${over} pixels`);
      await turned(anna, DESK);
      const [one, other] = (await isDark(anna)) ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
      await look(anna, `${one} ${name}`, 'everything');
      await inLight(anna, other);
      await look(anna, `${other} ${name}`, 'colours');
      await turned(anna, HAND);
    });
    expect(found).toEqual([]);
  });

  test('and axe would find it: a picture without words, and words too pale', async () => {
    const anna = await house.anna();
    await anna.goTo('/settings/topics');
    await anna.page.evaluate(() => {
      const words = '<img src="/favicon.ico"><p style="color: #999; background: #888">Pale</p>';
      document.querySelector('main')?.insertAdjacentHTML('beforeend', words);
    });
    expect((await flawsOf(anna)).map((flaw) => flaw.split(' ')[0]).sort()).toEqual(['color-contrast', 'image-alt']);
    expect((await flawsOf(anna, 'colours')).map((flaw) => flaw.split(' ')[0])).toEqual(['color-contrast']);
  });
});
