import type { Browser } from 'playwright-core';
import { Person } from './browser-person.ts';
import { PATIENCE_MS } from './patience.ts';

export interface Looks {
  dark?: boolean;
  width?: number;
  locale?: string;
}

interface Window {
  person: Person;
  locale: string;
  /** May serve a later test that signs in as the same person. */
  again: boolean;
  used: boolean;
}

const LOOKS = { dark: false, width: 1280, locale: 'en-GB' };

/** Emptied windows, by their language: for the files of a worker, whose sites have one address. Warm, one loads in half of the time. */
const emptied = new Map<string, Person[]>();

/** The windows of one file. What a test has left open serves the next: warm, it does in a tenth of the time what a new one does. */
export class Windows {
  #all: Window[] = [];
  #browser: Browser | undefined;
  #address = '';

  opensAt(browser: Browser, address: string): void {
    this.#browser = browser;
    this.#address = address;
  }

  async open(wanted: Looks, again = false): Promise<Person> {
    const looks = { ...LOOKS, ...wanted };
    const person = emptied.get(looks.locale)?.pop() ?? (await this.#new(looks.locale));
    await person.looksLike(looks);
    this.#all.push({ person, locale: looks.locale, again, used: true });
    return person;
  }

  async #new(locale: string): Promise<Person> {
    const context = await this.#browser!.newContext({
      baseURL: this.#address,
      locale,
      timezoneId: 'Europe/Oslo',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Person(context, await context.newPage());
  }

  /** One that an earlier test has left, made to look as this one wants it. */
  async takeUp(wanted: Looks): Promise<Person | undefined> {
    const looks = { ...LOOKS, ...wanted };
    const found = this.#all.find((window) => window.again && !window.used && window.locale === looks.locale);
    if (found === undefined) return undefined;
    found.used = true;
    await found.person.looksLike(looks);
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
    for (const window of leaving) await (failed ? window.person.leave() : this.#empty(window));
    this.#all = this.#all.filter((window) => !leaving.includes(window));
    for (const window of this.#all) window.used = false;
  }

  /** While the site is still there to be left. */
  async close(): Promise<void> {
    for (const window of this.#all) await this.#empty(window);
  }

  async #empty({ person, locale }: Window): Promise<void> {
    await person.forgetAll();
    emptied.set(locale, [...(emptied.get(locale) ?? []), person]);
  }
}
