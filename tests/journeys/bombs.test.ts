import { readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { furnish, type Refusal, signedIn, testHouse } from '../support/house.ts';
import { processorMs } from '../support/processor-time.ts';
import { workbookOf, zipOf } from '../support/workbook.ts';

const house = testHouse();
let address: string;
let cookies: string;

beforeAll(async () => {
  await furnish(house);
  const bo = await signedIn(house, 'bo@nordlys.test');
  cookies = [...bo.cookies].map((pair) => pair.join('=')).join('; ');
  await house.server.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(house.server.server.address() as AddressInfo).port}`;
});

/** Over the network, as any program could. */
const send = async (fileName: string, bytes: Buffer) => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), fileName);
  const headers = { cookie: cookies, 'x-fanfare': '1' };
  const answer = await fetch(`${address}/api/imports?entity=contact`, { method: 'POST', headers, body });
  return { status: answer.status, code: ((await answer.json()) as Refusal).errors?.[0].code };
};

const MB = 2 ** 20;
const text = `<row r="1"><c r="A1" t="inlineStr"><is><t>E-post</t></is></c></row>`;
const BOMBS: [string, Buffer, string][] = [
  [
    'texts.xlsx',
    workbookOf({
      sheet: text,
      shared: Buffer.concat([Buffer.from('<sst>'), Buffer.alloc(80 * MB, `<si><t>${'x'.repeat(10_000)}</t></si>`)]),
    }),
    'workbook_too_large',
  ],
  ['endless.xlsx', workbookOf({ sheet: `<row r="1"><c r="A1"><v>${' '.repeat(60 * MB)}` }), 'workbook_broken'],
  ['wall.xlsx', workbookOf({ sheet: `<row r="1">${'<c><v>1</v></c>'.repeat(100_000)}` }), 'too_many_columns'],
  ['zeros.zip', zipOf({ 'zeros.txt': Buffer.alloc(100 * MB), 'more.zip': zipOf({ x: 'x' }) }), 'file_not_text'],
  ['wall.csv', Buffer.alloc(20 * MB, 'a;'), 'too_many_columns'],
  ['zeros.csv', Buffer.alloc(20 * MB), 'file_not_text'],
];

/** Asks until told to stop: how often it was answered well, and the most that the processor did of this process before an answer came. */
const watchHealth = (over: { yet: boolean }) =>
  (async () => {
    let [answers, longest] = [0, 0];
    while (!over.yet) {
      const asked = processorMs();
      for (const path of ['/health', '/ready']) expect((await fetch(address + path)).status).toBe(200);
      [answers, longest] = [answers + 1, Math.max(longest, processorMs() - asked)];
      await pause(20);
    }
    return { answers, longest };
  })();

test('bombs of every kind sent at once are refused by what they really hold, while the house stays healthy and answers', async () => {
  const over = { yet: false };
  const before = process.memoryUsage.rss();
  const health = watchHealth(over);
  const answers = await Promise.all(BOMBS.map(([name, bytes]) => send(name, bytes)));
  over.yet = true;
  expect(answers).toEqual(BOMBS.map(([, , code]) => ({ status: 422, code })));
  const { answers: well, longest } = await health;
  expect(well).toBeGreaterThan(10);
  expect(longest).toBeLessThan(3_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(512 * MB);
  expect(await readdir(join(house.app.config.dataFolder, 'imports'))).toEqual([]);
  const { rows } = await sql`select from import`.execute(house.app.db);
  expect(rows).toEqual([]);
});

test('a text that never ends is taken or refused, and nobody waits for it', async () => {
  const endless = Buffer.concat([Buffer.from('E-post;Navn\na@b.no;"'), Buffer.alloc(60 * MB, 'x')]);
  const over = { yet: false };
  const health = watchHealth(over);
  const { status } = await send('endless.csv', endless);
  over.yet = true;
  expect([200, 422]).toContain(status);
  expect((await health).longest).toBeLessThan(3_000);
});
