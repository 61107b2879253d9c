import { expect, test } from 'vitest';
import { DatabaseProxy } from '../faults/harness/database-proxy.ts';
import { inBrowser, site } from '../support/browser.ts';
import { PATIENCE_MS } from '../support/patience.ts';

/** Longer than a page tries anew before it shows that something failed. */
const AWAY_MS = 12_000;
/** What stands is told within ten seconds; a notice that came later would be an answer to the end of this. */
const STALL_MS = 15_000;

inBrowser('a database that does not answer', () => {
  let proxy: DatabaseProxy;
  const house = site(async (url) => {
    proxy = await DatabaseProxy.start(url);
    return proxy;
  });

  test('F10: a page that waits says so within ten seconds, and goes on by itself', async () => {
    const anna = await house.anna();
    await anna.goTo('/segments');
    const notice = anna.page.getByText('The database can’t be reached right now.');
    let over = false;
    const stalled = proxy.stall(STALL_MS).then(() => {
      over = true;
    });
    await anna.page.getByRole('link', { name: 'Contacts', exact: true }).first().click();
    await notice.waitFor({ timeout: STALL_MS });
    expect(over).toBe(false);
    await anna.pictures('database away');
    await stalled;
    await anna.page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor({ timeout: PATIENCE_MS });
    await notice.waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await anna.settled();
  });

  test('F10: a page that has failed meanwhile goes on by itself when the database is back', async () => {
    const anna = await house.anna();
    await anna.goTo('/segments');
    const away = proxy.refuse(AWAY_MS);
    await anna.page.getByRole('link', { name: 'Companies', exact: true }).first().click();
    await anna.page.getByText('The database can’t be reached right now.').first().waitFor();
    await away;
    await anna.page.getByRole('heading', { level: 1, name: 'Companies' }).waitFor({ timeout: PATIENCE_MS });
    await anna.page.getByText('No companies yet').waitFor({ timeout: PATIENCE_MS });
  });
});
