import type { Browser } from 'playwright-core';
import { Person } from './browser-person.ts';

export interface Looks {
  dark?: boolean;
  width?: number;
  locale?: string;
}

interface Window {
  person: Person;
  looks: string;
  /** May serve a later test that wants the same looks. */
  again: boolean;
  used: boolean;
}

/** The windows of one file. What a test has left open serves the next: warm, it does in a tenth of the time what a new one does. */
export class Windows {
  #all: Window[] = [];
  #browser: Browser | undefined;
  #address = '';

  opensAt(browser: Browser, address: string): void {
    this.#browser = browser;
    this.#address = address;
  }

  async open(looks: Looks, again = false): Promise<Person> {
    const { dark = false, width = 1280, locale = 'en-GB' } = looks;
    const context = await this.#browser!.newContext({
      baseURL: this.#address,
      viewport: { width, height: width < 600 ? 780 : 860 },
      colorScheme: dark ? 'dark' : 'light',
      locale,
      timezoneId: 'Europe/Oslo',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(15_000);
    const person = new Person(context, await context.newPage());
    this.#all.push({ person, looks: JSON.stringify({ dark, width, locale }), again, used: true });
    return person;
  }

  /** One that an earlier test has left, if it looks so. */
  async takeUp({ dark = false, width = 1280, locale = 'en-GB' }: Looks): Promise<Person | undefined> {
    const looks = JSON.stringify({ dark, width, locale });
    const found = this.#all.find((window) => window.again && !window.used && window.looks === looks);
    if (found === undefined) return undefined;
    found.used = true;
    await found.person.beginAnew();
    return found.person;
  }

  /** What the notes in the corners say. */
  async notes(): Promise<string[]> {
    return (await Promise.all(this.#all.map(({ person }) => person.notes()))).flat();
  }

  /** A test is over. What it broke off in the middle nobody takes up. */
  async ended(test: string, failed: boolean): Promise<void> {
    const leaving = this.#all.filter(({ again, used }) => used && (failed || !again));
    for (const { person } of failed ? leaving : []) await person.pictureAnyway(`failed ${test.slice(0, 60)}`);
    for (const { person } of leaving) await person.leave();
    this.#all = this.#all.filter((window) => !leaving.includes(window));
    for (const window of this.#all) window.used = false;
  }

  async close(): Promise<void> {
    for (const { person } of this.#all) await person.leave();
  }
}
