import { expect, test } from 'vitest';
import { getCampaign } from '../../contract/campaigns.ts';
import { inBrowser, site } from '../support/browser.ts';
import { draft, furnish } from '../support/browser-campaign.ts';

inBrowser('writing a message', () => {
  const house = site();

  test('Q12, Q13: the direct link is put into the text by right-click, and its page chosen where it is missed', async () => {
    const anna = await house.anna();
    const id = await draft(anna, await furnish(house, anna, 1), { name: 'Your page' });
    await anna.goTo(`/campaigns/${id}/what`);
    const box = anna.page.getByRole('textbox', { name: 'Message (HTML)', exact: true });
    await box.focus();
    await anna.page.keyboard.press('End');
    await anna.click(box, { right: true });
    await anna.press('Insert: Direct link', 'menuitem');
    await expect.poll(() => box.inputValue()).toContain('<a href="#DirectLink#">');
    await anna.press('Save message');
    await anna.sees('no page is chosen that it leads to');
    await anna.choose('It leads to', 'My page: the person’s own data and choices');
    const problems = async () => (await anna.ask(getCampaign, { id })).problems.map(({ field }) => field);
    await expect.poll(problems, { timeout: 15_000 }).not.toContain('directLink');
  });
});
