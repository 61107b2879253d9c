import { setTimeout as pause } from 'node:timers/promises';
import { getOutboxMessage, listOutbox, type OutboxRow } from '../../../contract/outbox.ts';
import { createRandom, type Random } from '../../../db/demo/random.ts';
import type { Ask } from './ask.ts';

const PROGRAMS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0',
];
const FIRST_MS = 3_000;
const BETWEEN_MS = 400;

interface Reading {
  ask: Ask;
  /** Where the house answers: only links to it are followed, and no redirect out of it. */
  baseUrl: string;
  signal: AbortSignal;
}

const outbox = async (ask: Ask): Promise<OutboxRow[]> => {
  const rows: OutboxRow[] = [];
  let after: string | undefined;
  do {
    const page = await ask(listOutbox, { limit: 500, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
};

const read = async ({ ask, baseUrl, signal }: Reading, { id }: OutboxRow, random: Random): Promise<void> => {
  const { html } = await ask(getOutboxMessage, { id });
  const addresses = [...(html ?? '').matchAll(/(?:href|src)="([^"]+)"/g)].map((match) =>
    match[1]!.replaceAll('&amp;', '&'),
  );
  const at = (path: string) => addresses.filter((address) => address.startsWith(`${baseUrl}/${path}/`));
  const visit = (address: string | undefined) =>
    address && fetch(address, { redirect: 'manual', signal, headers: { 'user-agent': random.pick(PROGRAMS) } });
  await visit(at('o')[0]);
  if (random.chance(0.22)) await visit(random.pick(at('c')));
};

/** Some of those who were written to open the message, and some of them a link: the reports of the demo come to life. */
export const letThemRead = async (reading: Reading): Promise<void> => {
  const random = createRandom(7);
  await pause(FIRST_MS, undefined, { signal: reading.signal });
  for (const row of await outbox(reading.ask)) {
    if (!random.chance(0.41)) continue;
    await read(reading, row, random);
    await pause(random.between(0, BETWEEN_MS), undefined, { signal: reading.signal });
  }
};
