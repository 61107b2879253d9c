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
 * answer somebody awaits, which may be `commit`. What fails among them is told as the failure of that statement. `send`: one statement, as it always was.
 */
export const sendingTogether = (client: pg.PoolClient, send: Send): Send & { release(): void } => {
  const pipelining = client as Pipelining;
  let held: Held[] = [];
  let within = false;
  let under = 0;

  /** Only while several are under way: a copy or a cursor needs the connection for itself. */
  const together = async (all: readonly Held[]): Promise<unknown> => {
    under += 1;
    pipelining.pipeline = true;
    const { stream } = pipelining.connection;
    stream.cork();
    const answers = all.map(({ text, values }) => send(text, values));
    stream.uncork();
    const settled = await Promise.allSettled(answers);
    under -= 1;
    if (under === 0) pipelining.pipeline = false;
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    return answers.at(-1);
  };

  const sending = (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (text === BEGIN || (within && along.has(text))) {
      within = true;
      held.push({ text, values });
      return Promise.resolve(NOTHING_YET);
    }
    if (ENDS.has(text)) within = false;
    if (held.length === 0 && under === 0) return send(text, values);
    const all = [...held, { text, values }];
    held = [];
    return together(all);
  };

  /** Whatever else is asked of the connection comes behind what is held. */
  const release = (): void => {
    for (const { text, values } of held) void send(text, values).catch(() => undefined);
    held = [];
  };

  return Object.assign(sending, { release });
};
