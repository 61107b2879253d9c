import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { packageRoot } from '../../server/platform/package-root.ts';
import type { Person } from './browser-person.ts';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFile(join(packageRoot(), 'node_modules/axe-core/axe.min.js'), 'utf8');
const NOTHING_MORE = ';';

/** Colours are looked at as they end up, not on their way. Told once a window: each further rule for all would slow down every screen to come. */
async function holdStill({ page }: Person): Promise<void> {
  await page.evaluate(() => {
    if (document.querySelector('style[data-still]')) return;
    const style = document.createElement('style');
    style.dataset['still'] = '';
    style.textContent = '*, *::before, *::after { transition: none !important; }';
    document.head.append(style);
  });
}

/** What axe finds on the page as it stands, each as `rule at element, element`: of everything, or of the colours alone. */
export async function flawsOf(person: Person, of: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  const { page } = person;
  await holdStill(person);
  // A message in its frame is somebody's own, and runs no scripts: axe would wait for it for ever.
  await page.evaluate(() => Array.from(document.querySelectorAll('iframe'), (frame) => frame.remove()));
  // Most of the time would go into giving axe to the page twice each time; looked at again, in another light, it has it already.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await AXE);
  // Without frames nothing has to be gathered from them, in a page of its own.
  const axe = new AxeBuilder({ page, axeSource: NOTHING_MORE })
    .setLegacyMode()
    // Reading all styles once more would serve rules on films and turned screens, of which there are none here.
    .options({ resultTypes: ['violations'], preload: false });
  const asked = of === 'everything' ? axe.withTags(EVERYTHING) : axe.withRules(['color-contrast']);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
