import type pg from 'pg';
import { SendingTogether } from './going-along.ts';
import { isDirect } from './session.ts';

/** A statement that a process has sent so often is worth preparing; so many may be kept on a connection. */
const OFTEN = 10;
const MOST = 200;

/** What names every column of a table fails once the table gets another column, so it stays unprepared. */
const ALL_COLUMNS = /(?:select|\.)\s*\*/i;

/** What is planned at all, and one statement alone. */
const PLANNED = /^\s*(?:select|with|insert|update|delete)\b[^;]*$/i;

type Query = (text: unknown, ...rest: unknown[]) => unknown;

/** The name of a statement once it was asked for often enough. */
const namesOfOften = (): ((text: string) => string | undefined) => {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    const times = (seen.get(text) ?? 0) + 1;
    if (seen.size > 10 * MOST) seen.clear();
    seen.set(text, times);
    if (times < OFTEN || !PLANNED.test(text) || ALL_COLUMNS.test(text)) return undefined;
    const name = `often_${names.size}`;
    names.set(text, name);
    return name;
  };
};

/**
 * Lets a pool prepare the statements that come again and again: parsing and planning cost more than running them for a group of
 * lines. Only where we speak to PostgreSQL itself, not behind a pooler.
 */
export const preparingOften = (pool: pg.Pool): pg.Pool => {
  const nameOf = namesOfOften();
  const ready = new WeakSet<pg.PoolClient>();

  const teach = (client: pg.PoolClient): void => {
    ready.add(client);
    if (!isDirect(client)) return;
    const query = client.query.bind(client) as Query;
    const together = new SendingTogether(client, async (text, values) => {
      const name = nameOf(text);
      return name === undefined ? query(text, values) : query({ name, text, values });
    });
    client.query = ((text: unknown, ...rest: unknown[]) => {
      const [values] = rest;
      if (typeof text === 'string' && Array.isArray(values) && rest.length === 1) return together.ask(text, values);
      together.letGo();
      return query(text, ...rest);
    }) as typeof client.query;
  };

  return new Proxy(pool, {
    get(target, key) {
      if (key !== 'connect') return Reflect.get(target, key, target);
      return async () => {
        const client = await target.connect();
        if (!ready.has(client)) teach(client);
        return client;
      };
    },
  });
};
