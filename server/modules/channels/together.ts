import type { AccountTrouble } from './channel.ts';

/** Messages that were given together, of which each leaves once; `done` when all have, with the trouble of their account if there was one. */
export class Together {
  readonly done: Promise<AccountTrouble | null>;
  #open: number;
  #trouble: AccountTrouble | null = null;
  #resolve: (trouble: AccountTrouble | null) => void = () => undefined;

  constructor(size: number) {
    this.#open = size;
    this.done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    if (size === 0) this.#resolve(null);
  }

  get isTroubled(): boolean {
    return this.#trouble !== null;
  }

  /** The first counts. */
  troubled(trouble: AccountTrouble | null): void {
    this.#trouble ??= trouble;
  }

  leave(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#resolve(this.#trouble);
  }
}
