import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import { createCampaign } from '../../contract/campaigns.ts';
import { draft, furnish, inBrowser, type Person, site } from '../support/browser.ts';

const LONG = 'Wiosenna kampania informacyjna dla wszystkich klientów z województwa zachodniopomorskiego';

const SCREENS = {
  today: '/',
  campaigns: '/campaigns',
  'new campaign': '/campaigns/new',
  why: '/campaigns/:id/why',
  who: '/campaigns/:id/who',
  what: '/campaigns/:id/what',
  when: '/campaigns/:id/when',
  check: '/campaigns/:id/check',
  recipients: '/campaigns/:id/recipients',
  log: '/campaigns/:id/log',
  history: '/campaigns/:id/history',
  progress: '/campaigns/:id/progress',
  results: '/campaigns/:id/results',
  contacts: '/people/contacts',
  companies: '/people/companies',
  duplicates: '/people/duplicates',
  tasks: '/tasks',
  leads: '/people/leads',
  'new lead': '/people/leads/new',
  assets: '/people/assets',
  imports: '/people/imports',
  segments: '/segments',
  'new segment': '/segments/new',
  content: '/content',
  profile: '/settings/profile',
  company: '/settings/installation',
  'interaction types': '/settings/interaction-types',
  users: '/settings/users',
  accounts: '/settings/sending-accounts',
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

  const shown = async (person: Person, path: string) => {
    await person.goTo(path.replace(':id', campaign));
    await person.page.waitForLoadState('networkidle');
  };

  const furnished = async (person: Person) => {
    if (campaign !== '') return;
    const given = await furnish(house, person);
    campaign = await draft(person, given, { name: 'Spring news' });
    await person.ask(createCampaign, { name: LONG });
  };

  test.each([{ dark: false }, { dark: true }])(
    'has nothing that axe finds, dark: $dark',
    { timeout: 300_000 },
    async ({ dark }) => {
      const anna = await house.anna({ dark });
      await furnished(anna);
      const found: string[] = [];
      for (const [name, path] of Object.entries(SCREENS)) {
        await shown(anna, path);
        await anna.picture(`${dark ? 'dark' : 'light'} ${name}`);
        // A message in its frame is somebody's own, and runs no scripts: axe would wait for it for ever.
        await anna.page.evaluate(() => Array.from(document.querySelectorAll('iframe'), (frame) => frame.remove()));
        const { violations } = await new AxeBuilder({ page: anna.page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        found.push(
          ...violations.map(
            ({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          ),
        );
      }
      expect(found).toEqual([]);
    },
  );

  test('fits 360 pixels, in Polish too, without scrolling sideways', { timeout: 300_000 }, async () => {
    const anna = await house.anna({ width: 360, locale: 'pl-PL' });
    await furnished(anna);
    await anna.ask(updatePreferences, { language: 'pl' });
    const wide: string[] = [];
    for (const [name, path] of Object.entries(SCREENS)) {
      await shown(anna, path);
      await anna.picture(`360 pl ${name}`);
      const over = await anna.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${name}: ${over} pixels`);
    }
    expect(wide).toEqual([]);
  });
});
