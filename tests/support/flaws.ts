import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Axe from 'axe-core';
import { packageRoot } from '../../server/platform/package-root.ts';
import type { Person } from './browser-person.ts';

const AXE = readFile(join(packageRoot(), 'node_modules/axe-core/axe.min.js'), 'utf8');

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const JUDGED_BY = {
  everything: EVERYTHING,
  'everything, and by taste': [...EVERYTHING, 'best-practice'],
  colours: ['color-contrast'],
};
type Of = keyof typeof JUDGED_BY;

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
export async function flawsOf(person: Person, of: Of = 'everything'): Promise<string[]> {
  const { page } = person;
  await holdStill(person);
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await AXE);
    await page.evaluate(rememberColours);
  }
  return page.evaluate(judge, { of, runOnly: JUDGED_BY[of] });
}

interface Judging {
  axe: typeof Axe;
  /** The panels that were judged in this document, each in its light and with its words. */
  judged?: Set<string>;
}

/** In the page. */
async function judge({ of, runOnly }: { of: Of; runOnly: string[] }): Promise<string[]> {
  const { axe, judged = new Set() } = window as unknown as Judging;
  Object.assign(window, { judged });
  // A message in its frame is somebody's own, and runs no scripts: axe would wait for it for ever.
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  // The panel at the left is the same on every screen.
  const panel = document.querySelector<HTMLElement>('.shell-panel');
  const { mantineColorScheme: light } = document.documentElement.dataset;
  const known = `${of}, ${light}, ${innerWidth}: ${panel?.innerText}`;
  const { violations } = await axe.run(
    { include: document, exclude: panel && judged.has(known) ? ['.shell-panel'] : [] },
    // Reading all styles once more would serve rules on films and turned screens, of which there are none here.
    { runOnly, resultTypes: ['violations'], preload: false },
  );
  if (violations.length === 0) judged.add(known);
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The part of axe that its types leave out. */
interface Colours {
  axe: { commons: { color: { Color: { prototype: Colour } } } };
}

interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): Colour;
}

/** In the page. Axe takes each colour apart thousands of times, which is most of its work; a page has ten. */
function rememberColours(): void {
  const { prototype } = (window as unknown as Colours).axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map<string, [number, number, number, number]>();
  prototype.parseString = function (text) {
    const parts = known.get(text);
    if (parts) [this.r, this.g, this.b, this.alpha] = parts;
    else {
      parseString.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
}
