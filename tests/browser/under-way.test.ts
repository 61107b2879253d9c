import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import type { CampaignId } from '../../contract/ids.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const PEOPLE = 60;
/** The connections of a sending account, unless told otherwise. */
const AT_ONCE = 10;

/** Where clocks show this hour now, whatever time it is here. */
const zoneWhereItIs = (hour: 0 | 12): string => {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
};

inBrowser('a distribution under way', () => {
  const house = site();
  let given: Furniture;

  const send = async (anna: Person) => {
    await anna.press(`Send to ${PEOPLE}`);
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: `Send to ${PEOPLE}` }));
  };

  const launched = async (anna: Person, name: string): Promise<CampaignId> => {
    given ??= await furnish(house, anna, PEOPLE);
    const id = await draft(anna, given, { name });
    house.mail.received.length = 0;
    house.mail.answerOnly(12);
    await anna.goTo(`/campaigns/${id}/check`);
    await send(anna);
    await skipUndo(house);
    await anna.sees('12 of 60', { timeout: PATIENCE_MS });
    await expect.poll(() => house.mail.waiting(), { timeout: PATIENCE_MS }).toBe(AT_ONCE);
    return id;
  };

  test('Q26 O41: it counts live, stands still when it is paused, and goes on where it stopped', async () => {
    const anna = await house.anna();
    await launched(anna, 'Paused and resumed');
    await anna.pictures('run sending');
    const ledger = anna.page.getByRole('table', { name: 'What became of everyone' });
    await ledger.getByRole('link', { name: 'Sent: 12', exact: true }).waitFor({ timeout: PATIENCE_MS });

    // No report comes any more, as from a million people: the ledger goes on with the run.
    const unanswered = '**/api/campaigns/*/report*';
    await anna.page.route(unanswered, () => {});
    // Who clicks twice means the first click; the second lands where Resume now stands.
    const place = (await anna.page.getByRole('button', { name: 'Pause' }).boundingBox())!;
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    await anna.page.mouse.click(x, y);
    await anna.page.mouse.click(x, y, { delay: 220 });
    const resume = anna.page.getByRole('button', { name: 'Resume' });
    await resume.waitFor();
    await expect.poll(() => resume.evaluate((button) => button === document.activeElement)).toBe(true);
    house.mail.answerOnly(Number.POSITIVE_INFINITY);
    const counts = anna.page.getByText(/^\d+ of 60$/);
    await expect.poll(() => counts.first().textContent(), { timeout: PATIENCE_MS }).toBe('22 of 60');
    await ledger.getByRole('link', { name: 'Sent: 22', exact: true }).waitFor({ timeout: PATIENCE_MS });
    await anna.pictures('run paused');
    await anna.page.unroute(unanswered);
    await anna.page.reload();
    await expect.poll(() => counts.first().textContent(), { timeout: PATIENCE_MS }).toBe('22 of 60');
    expect(house.mail.received).toHaveLength(12 + AT_ONCE);

    await anna.press('Resume');
    await anna.sees('The distribution is finished', { timeout: 45_000 });
    expect(house.mail.received).toHaveLength(PEOPLE);
    expect(new Set(house.mail.received.map(({ to }) => to)).size).toBe(PEOPLE);
  });

  test('stopped after a question, it drops the rest, and log and results say so', async () => {
    const anna = await house.anna();
    const id = await launched(anna, 'Stopped');
    await anna.press('Stop');
    const question = anna.page.getByRole('dialog');
    await question.waitFor();
    await anna.picture('run stop question');
    await question.getByRole('button', { name: 'Stop' }).click();
    await anna.page.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached' });
    house.mail.answerOnly(Number.POSITIVE_INFINITY);
    await anna.sees('38 messages were not sent.', { timeout: PATIENCE_MS });
    expect(house.mail.received).toHaveLength(12 + AT_ONCE);
    await anna.pictures('results stopped');
    await anna.goTo(`/campaigns/${id}/log?show=dropped`);
    const rows = anna.page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.filter({ hasText: 'Stopped' }).count(), { timeout: PATIENCE_MS }).toBeGreaterThan(10);
    await anna.pictures('log stopped');
  });

  test('F26: paused because its account does not work, it says why and leads to the account', async () => {
    const anna = await house.anna();
    given ??= await furnish(house, anna, PEOPLE);
    const security = (wanted: string) =>
      sql`update sending_account set security = ${wanted}, paused_at = null, paused_reason = null, updated_at = clock_timestamp()`.execute(
        house.db,
      );
    await security('starttls');
    const id = await draft(anna, given, { name: 'In the clear' });
    await anna.goTo(`/campaigns/${id}/check`);
    await send(anna);
    await skipUndo(house);
    await anna.sees('Paused: The sending account doesn’t work', { timeout: PATIENCE_MS });
    await anna.sees('The server offers no encryption');
    await anna.pictures('run paused by its account');
    await anna.click(anna.page.getByRole('link', { name: 'Repair' }));
    await anna.page.waitForURL('**/settings/sending-accounts');
    await security('none');
    await anna.goTo(`/campaigns/${id}/results`);
    await anna.sees('The sending account works again', { timeout: PATIENCE_MS });
    await expect.poll(() => anna.page.getByRole('link', { name: 'Repair' }).count()).toBe(0);
  });

  test('F30 O39: hours are chosen by whose clock, a change of somebody else is told before it goes, who waits is told, and a missed start asks', async () => {
    const anna = await house.anna();
    const { page } = anna;
    given ??= await furnish(house, anna, PEOPLE);
    house.mail.received.length = 0;
    house.mail.answerOnly(Number.POSITIVE_INFINITY);
    await sql`update contact set
      time_zone = case when last_name in ('1', '2', '3') then ${zoneWhereItIs(0)} else ${zoneWhereItIs(12)} end`.execute(
      house.db,
    );
    const id = await draft(anna, given, { name: 'In their hours' });
    await anna.goTo(`/campaigns/${id}/when`);
    await anna.click(page.getByRole('radio', { name: 'In hours of its own' }));
    await anna.click(page.getByRole('radio', { name: 'Each recipient’s' }));
    await anna.click(page.getByRole('checkbox', { name: 'Saturday' }));
    await anna.choose('Saturday, from', '10:00');
    const own = async () => (await anna.ask(getCampaign, { id })).actions[0]!;
    const saturday = async () => {
      const { sendWindow } = await own();
      return sendWindow.kind === 'own' ? [sendWindow.window.zone, sendWindow.window.week[5]] : [];
    };
    await expect.poll(saturday, { timeout: PATIENCE_MS }).toEqual(['recipient', { from: '10:00', until: '20:00' }]);
    await anna.picture('when hours', { whole: true });
    const week = Array.from({ length: 7 }, () => ({ from: '02:00', until: '24:00' }));
    const window = { week, zone: 'recipient', holidays: 'none' } as const;
    const { id: actionId, updatedAt } = await own();
    await anna.ask(updateAction, { id: actionId, updatedAt, sendWindow: { kind: 'own', window } });
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.sees('How long it takes');
    await anna.sees('Nothing much was ever sent from this account');
    await anna.picture('check forecast', { whole: true });
    const { updatedAt: readAt } = await anna.ask(getCampaign, { id });
    await anna.ask(updateCampaign, { id, updatedAt: readAt, name: 'In the hours of each' });
    await send(anna);
    await anna.sees('Someone else changed this campaign meanwhile.');
    await anna.page.getByRole('heading', { name: 'In the hours of each' }).waitFor();
    await send(anna);
    await skipUndo(house);
    await anna.sees('3 wait for 02:00 in their time zone', { timeout: PATIENCE_MS });
    await expect.poll(() => house.mail.received.length, { timeout: PATIENCE_MS }).toBe(PEOPLE - 3);
    await anna.picture('run waiting for hours', { whole: true });
    await sql`update chunk set opens_at = now() where opens_at > now()`.execute(house.db);
    await anna.sees('The distribution is finished', { timeout: 45_000 });
    expect(new Set(house.mail.received.map(({ to }) => to)).size).toBe(PEOPLE);

    const missed = await draft(anna, given, { name: 'Missed' });
    await anna.goTo(`/campaigns/${missed}/when`);
    const readAnew = page.waitForResponse(
      (answer) => answer.request().method() === 'GET' && answer.url().endsWith(`/api/campaigns/${missed}`),
    );
    await anna.click(page.getByRole('radio', { name: 'At a date and time' }));
    await anna.press(`Send to ${PEOPLE}`);
    // The choice is stored while the question is open.
    await (await readAnew).finished();
    await anna.click(page.getByRole('dialog').getByRole('button', { name: `Send to ${PEOPLE}` }));
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    await anna.press('Choose another time');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Time' }).fill('23:47');
    await anna.press('Schedule');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const waiting = await sql<{ minute: number }>`
      select extract(minute from scheduled_for)::int as minute from run where state = 'scheduled'`.execute(house.db);
    expect(waiting.rows).toEqual([{ minute: 47 }]);
    await anna.picture('run scheduled', { whole: true });
    await sql`update run set scheduled_for = now() - interval '61 minutes' where state = 'scheduled'`.execute(house.db);
    await anna.sees('It missed its time', { timeout: PATIENCE_MS });
    await anna.goTo('/');
    await anna.sees('“Missed” missed its time');
    await anna.picture('today missed', { whole: true });
    await anna.press('Choose another time');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await anna.press('Send now');
    await expect.poll(() => house.mail.received.length, { timeout: PATIENCE_MS }).toBe(2 * PEOPLE);
  });

  test('O31: an action recurs by the calendar: what never comes is refused at its field, the next dates are said, and the series starts', async () => {
    const anna = await house.anna();
    const { page } = anna;
    given ??= await furnish(house, anna, PEOPLE);
    const id = await draft(anna, given, { name: 'Every last Friday' });
    await anna.goTo(`/campaigns/${id}/when`);
    await anna.click(page.getByRole('radio', { name: 'Again and again' }));
    await anna.fill('Every', '0');
    await page.getByText('Without an interval it would never come again.').first().waitFor();
    await anna.picture('when recurring fault', { whole: true });
    await anna.click(page.getByRole('radio', { name: /^On a weekday of the month/ }));
    await anna.choose('Weekday', 'Friday');
    await anna.sees(/^On the last Friday of every month, at 09:00/);
    await anna.pictures('when recurring');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.press('Start the series');
    await anna.click(page.getByRole('dialog').getByRole('button', { name: 'Start the series' }));
    await anna.sees(/^The next date: /);
    await anna.pictures('series waiting');
    await anna.press(/^When/, 'link');
    await anna.sees(/^The list is made when it begins/);
    await anna.press('Take back');
    await page.getByRole('button', { name: 'Start the series' }).waitFor();
  });
});
