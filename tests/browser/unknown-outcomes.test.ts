import { expect, test } from 'vitest';
import { getCampaign } from '../../contract/campaigns.ts';
import { listRuns, today } from '../../contract/runs.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import { draft, type Furniture, furnish } from '../support/browser-campaign.ts';
import type { Person } from '../support/browser-person.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const PEOPLE = 6;
const PATIENCE = { timeout: PATIENCE_MS };

inBrowser('what may or may not have arrived', () => {
  const house = site();
  let given: Furniture;

  /** A campaign that was sent to everyone, and two of them nobody knows about; its log is open. */
  const sentInDoubt = async (anna: Person, name: string) => {
    given ??= await furnish(house, anna, PEOPLE);
    const id = await draft(anna, given, { name });
    house.mail.hangUp = (address) => /^person[12]@/.test(address);
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.press(`Send to ${PEOPLE}`);
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: `Send to ${PEOPLE}` }));
    await skipUndo(house);
    await anna.sees('The distribution is finished', PATIENCE);
    house.mail.hangUp = () => false;
    const [action] = (await anna.ask(getCampaign, { id })).actions;
    const [run] = await anna.ask(listRuns, { id: action!.id });
    expect(run!.sums).toMatchObject({ sent: PEOPLE - 2, unknown: 2 });
    const asked = async () => (await anna.ask(today, {})).unknown.filter(({ runId }) => runId === run!.id).length;
    expect(await asked()).toBe(1);
    const log = `/campaigns/${id}/log?run=${run!.id}`;
    await anna.goTo(log);
    return { log, asked };
  };
  const confirm = (anna: Person, name: string) =>
    anna.click(anna.page.getByRole('dialog').getByRole('button', { name }));

  test('F22: it is sent again when a person says so, with the seconds of Go, and then says what became of it', async () => {
    const anna = await house.anna();
    const { log, asked } = await sentInDoubt(anna, 'In doubt');
    await anna.press('Send 2 again');
    await confirm(anna, 'Send 2 again');
    await anna.sees('About to send to 2 recipients', PATIENCE);
    await skipUndo(house);
    await expect.poll(asked, PATIENCE).toBe(0);
    await anna.sees('The distribution is finished', PATIENCE);
    await anna.goTo(log);
    await anna.sees('2 were sent again: 2 sent.', PATIENCE);
    expect(await anna.page.getByRole('button', { name: 'Send 2 again' }).count()).toBe(0);
    await anna.pictures('log sent again');
  });

  test('F22: it is left as it is for good', async () => {
    const anna = await house.anna();
    const { asked } = await sentInDoubt(anna, 'Left alone');
    await anna.press('Leave them');
    await confirm(anna, 'Leave them');
    await anna.sees(/left 2 as they are/, PATIENCE);
    expect(await anna.page.getByRole('button', { name: 'Send 2 again' }).count()).toBe(0);
    expect(await asked()).toBe(0);
  });

  test('a test that failed says so with the words of the server', async () => {
    const anna = await house.anna();
    given ??= await furnish(house, anna, PEOPLE);
    const id = await draft(anna, given, { name: 'Tested' });
    house.mail.refuse = () => '550 5.1.1 nobody of that name';
    await anna.goTo(`/campaigns/${id}/check`);
    await anna.press('Send a test to myself');
    await anna.sees(/: failed$/, PATIENCE);
    await anna.sees(/nobody of that name/);
    house.mail.refuse = () => null;
  });
});
