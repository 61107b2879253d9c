import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Endpoint, InputOf, OutputOf, SentTo } from '../../contract/endpoint.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { PATIENCE_MS } from './patience.ts';

const SCREENSHOTS = join(packageRoot(), 'reports/screenshots');

/** The router of the interface, which its library leaves at the window. */
interface Router {
  navigate(to: { href: string; ignoreBlocker: true }): Promise<void>;
  options: { context: { queryClient: QueryClient } };
}

interface QueryClient {
  cancelQueries(): Promise<void>;
  invalidateQueries(which: { refetchType: 'none' }): Promise<void>;
  removeQueries(which: { type: 'inactive' }): void;
  refetchQueries(which: { type: 'active'; stale: true }, how: { cancelRefetch: false }): Promise<void>;
}

/** Somebody at the browser, who finds things by their role and name. What they press and fill in is counted. */
export class Person {
  inputs = 0;
  readonly page: Page;
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  /** All anew, as by typing the address. */
  async load(path: string): Promise<void> {
    await this.page.goto(path);
    await this.#arrived();
  }

  /** As by a link where the interface is open, for loading takes eight times the work; what was read before is read anew all the same. */
  async goTo(path: string): Promise<void> {
    const walked = await this.page.evaluate(walk, path);
    if (walked) await this.#arrived();
    else await this.load(path);
  }

  /** As if just come: nothing is kept of what was done before, and no note of it is left to be seen. */
  async beginAnew(): Promise<void> {
    this.inputs = 0;
    await this.page.mouse.move(0, 0);
    await this.page.evaluate(forget);
    await expect.poll(() => this.page.locator('.toast').count(), { timeout: PATIENCE_MS }).toBe(0);
  }

  async #arrived(): Promise<void> {
    await expect.poll(() => this.page.getByRole('heading', { level: 1 }).count(), { timeout: PATIENCE_MS }).toBe(1);
  }

  /** What the notes in the corner say. */
  notes(): Promise<string[]> {
    return this.page.locator('.toast').allTextContents();
  }

  /** Until nothing of the page is still on its way. */
  async settled(): Promise<void> {
    const underWay = this.page.locator('.mantine-Skeleton-root, [aria-busy="true"]');
    await expect.poll(() => underWay.count(), { timeout: PATIENCE_MS }).toBe(0);
  }

  /** How many pixels the page is wider than its window: 0 where nothing scrolls sideways. */
  sidewards(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return Math.max(0, scrollWidth - clientWidth);
    });
  }

  async press(name: string | RegExp, role: 'button' | 'link' | 'menuitem' | 'option' = 'button'): Promise<void> {
    await this.click(this.page.getByRole(role, { name, exact: true }));
  }

  async click(target: Locator, options: { right?: boolean } = {}): Promise<void> {
    await target.click({ button: options.right ? 'right' : 'left' });
    this.inputs += 1;
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(text);
    this.inputs += 1;
  }

  /** A closed list: opened, and one of it taken. */
  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole('combobox', { name: label, exact: true }));
    await this.click(this.page.getByRole('option', { name: option }));
  }

  async sees(text: string | RegExp, options: { within?: Locator; timeout?: number } = {}): Promise<void> {
    await (options.within ?? this.page)
      .getByText(text)
      .first()
      .waitFor({ timeout: options.timeout ?? PATIENCE_MS });
  }

  /** The API by the same session: for what a test takes as given. */
  async ask<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> {
    const left = new Map(Object.entries(input as InputOf<E>));
    const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
      const value = String(left.get(name));
      left.delete(name);
      return encodeURIComponent(value);
    });
    const rest = Object.fromEntries(left) as Record<string, string>;
    const inBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
    const answer = await this.page.request.fetch(path, {
      method: endpoint.method,
      headers: { 'x-fanfare': '1' },
      ...(inBody ? { data: rest } : { params: rest }),
    });
    if (!answer.ok()) throw new Error(`${endpoint.name}: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<OutputOf<E>>;
  }

  /** A picture for people to look at, where one was asked for: `PICTURES=1`. */
  async picture(name: string, options: { whole?: boolean } = {}): Promise<void> {
    if (process.env['PICTURES']) await this.pictureAnyway(name, options);
  }

  /** A picture in reports/screenshots. */
  async pictureAnyway(name: string, options: { whole?: boolean } = {}): Promise<void> {
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({
      path: join(SCREENSHOTS, `${name.replaceAll(/[^\w-]+/g, '-')}.png`),
      fullPage: options.whole ?? false,
    });
  }

  /** As it looks to everybody: by day, by night, and in the hand. */
  async pictures(name: string): Promise<void> {
    if (!process.env['PICTURES']) return;
    await this.picture(`light ${name}`, { whole: true });
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.picture(`dark ${name}`, { whole: true });
    await this.page.emulateMedia({ colorScheme: 'light' });
    const before = this.page.viewportSize()!;
    await this.page.setViewportSize({ width: 360, height: 780 });
    await this.picture(`360 ${name}`, { whole: true });
    await this.page.setViewportSize(before);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  async looksLike({ dark, width }: { dark: boolean; width: number }): Promise<void> {
    await this.page.setViewportSize({ width, height: width < 600 ? 780 : 860 });
    await this.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  }

  /** Signed in as nobody, on a page without scripts; what the browser has read of the interface it keeps. */
  async forgetAll(): Promise<void> {
    this.inputs = 0;
    this.page.removeAllListeners();
    await this.page.unrouteAll();
    for (const other of this.#context.pages()) if (other !== this.page) await other.close();
    await this.page.evaluate(() => [localStorage.clear(), sessionStorage.clear()]);
    await this.page.goto('/health');
    await this.#context.clearCookies();
    await this.#context.clearPermissions();
  }
}

/** In the page. False where another page than the interface is open, or its very screen. */
async function walk(href: string): Promise<boolean> {
  const router = (window as unknown as { __TSR_ROUTER__?: Router }).__TSR_ROUTER__;
  if (router === undefined || location.pathname === new URL(href, location.href).pathname) return false;
  const { queryClient } = router.options.context;
  // What is being read now may have been asked before what the test did by the API, and would pass for new.
  await queryClient.cancelQueries();
  await queryClient.invalidateQueries({ refetchType: 'none' });
  queryClient.removeQueries({ type: 'inactive' });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await router.navigate({ href, ignoreBlocker: true });
  await queryClient.refetchQueries({ type: 'active', stale: true }, { cancelRefetch: false });
  await nextFrame();
  await nextFrame();
  return true;
}

/** In the page. */
function forget(): void {
  sessionStorage.clear();
  for (const button of document.querySelectorAll<HTMLElement>('.toast .mantine-Notification-closeButton'))
    button.click();
}
