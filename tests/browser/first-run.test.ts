import { expect, test } from 'vitest';
import { COMPANY, inBrowser, PASSWORD, site } from '../support/browser.ts';

inBrowser('the first run', () => {
  const house = site();

  test('makes the administrator and the company, then shows the first steps, and is over for good', async () => {
    const anna = await house.visitor();
    await anna.page.goto('/');
    await anna.page.waitForURL('**/setup');
    await anna.sees('Welcome to Fanfare');
    await anna.picture('set-up');
    await anna.fill('Your name', 'Anna Dahl');
    await anna.fill('E-mail', 'anna@nordlys.test');
    await anna.fill('New password', PASSWORD);
    await anna.fill('Company name', COMPANY.company);
    await anna.press('Create and begin');

    await anna.sees('Your first campaign in four steps');
    const steps = anna.page.getByRole('listitem').filter({ has: anna.page.getByRole('link') });
    expect(await anna.page.getByText('Set up the company (done)').count()).toBe(1);
    for (const step of ['Import people', 'Set up the account', 'Begin']) {
      expect(await steps.getByRole('link', { name: step, exact: true }).count()).toBe(1);
    }
    await anna.picture('today-first-run');

    const { status } = await anna.page.request
      .post('/api/setup', {
        headers: { 'x-fanfare': '1' },
        data: { ...COMPANY, name: 'Eve', email: 'eve@evil.test', password: PASSWORD },
      })
      .then((answer) => ({ status: answer.status() }));
    expect(status).toBe(404);
    await anna.page.goto('/setup');
    await anna.page.waitForURL((url) => url.pathname === '/');
    const session = await (await anna.page.request.get('/api/session')).json();
    expect(session.installation).toMatchObject({
      name: 'Nordlys AS',
      currency: 'NOK',
      timeZone: 'Europe/Oslo',
      language: 'en',
    });
    expect(session.user).toMatchObject({ name: 'Anna Dahl', role: 'admin' });
  });

  test('asks a stranger to sign in', async () => {
    const stranger = await house.visitor();
    await stranger.page.goto('/campaigns');
    await stranger.page.waitForURL('**/sign-in**');
    await stranger.fill('E-mail', 'anna@nordlys.test');
    await stranger.fill('Password', 'not the password');
    await stranger.press('Sign in');
    await stranger.page.getByRole('alert').first().waitFor();
    await stranger.picture('sign-in-refused');
    await stranger.fill('Password', PASSWORD);
    await stranger.press('Sign in');
    await stranger.page.getByRole('heading', { level: 1, name: 'Campaigns' }).waitFor();
  });

  test('an address that names nothing says so, with the way back, and asks the server for nothing', async () => {
    const anna = await house.anna();
    const asked: string[] = [];
    anna.page.on('response', (answer) => {
      if (answer.status() >= 400) asked.push(answer.url());
    });
    const garbage = ['/campaigns/', '/people/contacts/', '/segments/', '/settings/sending-accounts/'].map(
      (place) => `${place}nothing`,
    );
    for (const address of [...garbage, '/campaigns/nothing/log', '/no/such/page']) {
      await (garbage.includes(address) ? anna.goTo(address) : anna.load(address));
      await anna.page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor();
    }
    expect(asked).toEqual([]);
    await anna.pictures('nothing at this address');
    await anna.click(anna.page.getByRole('main').getByRole('link', { name: 'Go to Today' }));
    await anna.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });
});
