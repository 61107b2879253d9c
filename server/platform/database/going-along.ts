import type pg from 'pg';

/** Statements of which nobody awaits an answer: within a transaction they go out with the next one. */
const along = new Set<string>();

/** Marks a statement whose answer nobody reads; that it failed is told by the next statement of its transaction, or by its end. */
export const goesAlong = (text: string): void => {
  along.add(text);
};

type Send = (text: string, values: readonly unknown[]) => Promise<unknown>;

interface Held {
  text: string;
  values: readonly unknown[];
}

const BEGIN = 'begin';
const ENDS = new Set(['commit', 'rollback']);
const NOTHING_YET = { command: '', rowCount: 0, rows: [] };

/** What pg offers since 8.23, not yet known to its types: statements leave without waiting for the answers to those before. */
type Pipelining = pg.PoolClient & { pipeline: boolean; connection: { stream: { cork(): void; uncork(): void } } };

/**
 * Saves round trips: a transaction's `begin`, and what goes along, are held back and leave in one write with the first statement whose
 * answer somebody awaits, which may be `commit`. What fails among them is told as the failure of that statement.
 */
export class SendingTogether {
  readonly #client: Pipelining;
  readonly #send: Send;
  #held: Held[] = [];
  #within = false;
  /** Writes that are not all answered. */
  #under = 0;

  /** `send`: one statement by itself, as ever. */
  constructor(client: pg.PoolClient, send: Send) {
    this.#client = client as Pipelining;
    this.#send = send;
  }

  ask(text: string, values: readonly unknown[]): Promise<unknown> {
    if (text === BEGIN || (this.#within && along.has(text))) {
      this.#within = true;
      this.#held.push({ text, values });
      return Promise.resolve(NOTHING_YET);
    }
    if (ENDS.has(text)) this.#within = false;
    if (this.#held.length === 0 && this.#under === 0) return this.#send(text, values);
    const all = [...this.#held, { text, values }];
    this.#held = [];
    return this.#together(all);
  }

  /** Whatever else is asked of the connection comes behind what is held. */
  letGo(): void {
    for (const { text, values } of this.#held) void this.#send(text, values).catch(() => undefined);
    this.#held = [];
  }

  /** Statements wait for each other's answers again once none is under way: a copy or a cursor needs the connection for itself. */
  async #together(all: readonly Held[]): Promise<unknown> {
    const { stream } = this.#client.connection;
    this.#under += 1;
    this.#client.pipeline = true;
    stream.cork();
    const answers = all.map(({ text, values }) => this.#send(text, values));
    stream.uncork();
    const settled = await Promise.allSettled(answers);
    this.#under -= 1;
    if (this.#under === 0) this.#client.pipeline = false;
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    return answers.at(-1);
  }
}
