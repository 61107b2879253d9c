import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { CONTENT, LINE, type PublicServer, publicServer } from '../../../tests/support/public-server.ts';
import { clicksPerLink, factCounts, factsOfLines, linesBehind } from './event.views.ts';
import type { TrackedLine } from './line-lookup.ts';
import { recordEvents } from './record-events.ts';

const database = testDatabase();
const lines = new Map<number, TrackedLine>();
let house: PublicServer;
const [ANNA, BO, TEST, GONE] = [1, 2, 3, 999];
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

beforeAll(async () => {
  for (const no of [ANNA, BO]) lines.set(no, LINE);
  lines.set(TEST, { ...LINE, test: true });
  await sql`insert into content_version (id, channel, default_language, variants) values (${CONTENT}, 'email', 'en', '{}')`.execute(
    database.db,
  );
  await sql`insert into link (content_version_id, link_no, url) values (${CONTENT}, 1, 'https://example.com/a?b=1#c'),
    (${CONTENT}, 2, 'https://example.com/blåbær'), (${CONTENT}, 3, 'javascript:alert(1)')`.execute(database.db);
  house = await publicServer(database.db, lines);
});
afterAll(async () => house?.close());
beforeEach(async () => {
  await sql`truncate event, first_event`.execute(database.db);
});

const request = (url: string, { method = 'GET', agent = BROWSER, headers = {} }: Asked = {}) =>
  house.server.inject({ method, url, headers: { 'user-agent': agent, ...headers } });
interface Asked {
  method?: 'GET' | 'HEAD';
  agent?: string;
  headers?: Record<string, string>;
}
const open = (no: number, asked?: Asked) => request(`/o/${house.tokenOf(no)}.gif`, asked);
const click = (no: number, link: number | string, asked?: Asked) => request(`/c/${house.tokenOf(no)}/${link}`, asked);
const facts = async () => {
  await house.flush();
  const counts = await factCounts(database.db, [house.runId]);
  return counts.map((count) => `${count.lines} ${count.kind} by ${count.actor}`);
};
const altered = (token: string) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1);

describe('the pixel', () => {
  it('O03, O06: tells of an open, once for each line', async () => {
    const answer = await open(ANNA);
    await open(ANNA);
    await open(BO);
    expect(answer.headers['content-type']).toBe('image/gif');
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(await facts()).toEqual(['2 opened by human']);
  });

  it('is the same image for anybody, but only a valid token of a real line is kept', async () => {
    const image = (await open(ANNA)).rawPayload;
    await house.flush();
    await sql`truncate event, first_event`.execute(database.db);
    for (const file of [
      `${altered(house.tokenOf(ANNA))}.gif`,
      `${house.tokenOf(GONE)}.gif`,
      house.tokenOf(ANNA),
      'x',
      'A'.repeat(500),
    ]) {
      const answer = await request(`/o/${file}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.equals(image)).toBe(true);
    }
    await open(TEST);
    expect(await facts()).toEqual([]);
  });

  it('A20: counts a program apart from people', async () => {
    await open(ANNA, { method: 'HEAD' });
    await open(BO, { headers: { 'sec-purpose': 'prefetch' } });
    await open(BO, { agent: 'Mozilla/5.0' });
    expect(await facts()).toEqual(['2 opened by machine', '1 opened by unknown']);
  });
});

describe('a link', () => {
  it('O07: leads to what is stored and tells of the click, which is an open too', async () => {
    const answer = await click(ANNA, 1);
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('https://example.com/a?b=1#c');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(await facts()).toEqual(['1 clicked by human', '1 opened by human']);
    expect(await clicksPerLink(database.db, [house.runId])).toEqual([
      { runId: house.runId, linkNo: 1, actor: 'human', lines: 1, times: 1 },
    ]);
  });

  it('with letters of any script leads to the same address in ASCII', async () => {
    expect((await click(ANNA, 2)).headers.location).toBe('https://example.com/bl%C3%A5b%C3%A6r');
  });

  it('A6: never leads anywhere else', async () => {
    const tries = [
      `/c/${altered(house.tokenOf(ANNA))}/1`,
      `/c/${house.tokenOf(GONE)}/1`,
      ...[
        '4',
        '0',
        '-1',
        '01',
        '1e0',
        '1.0',
        '3',
        'https:%2f%2fevil.example',
        '99999999999',
        '1%0d%0alocation:%20https:%2f%2fevil.example',
      ].map((link) => `/c/${house.tokenOf(ANNA)}/${link}`),
    ];
    for (const url of tries) {
      const answer = await request(`${url}?url=https://evil.example&to=//evil.example`);
      expect([url, answer.statusCode, answer.headers.location]).toEqual([url, 404, undefined]);
    }
    const answer = await request(`/c/${house.tokenOf(ANNA)}/1?url=https://evil.example`, {
      headers: { host: 'evil.example' },
    });
    expect(answer.headers.location).toBe('https://example.com/a?b=1#c');
  });

  it('A20: two links of one message within two seconds were followed by a scanner, both', async () => {
    await click(ANNA, 1);
    house.clock.advance(1500);
    await click(ANNA, 2);
    await click(BO, 1);
    house.clock.advance(5000);
    await click(BO, 2);
    expect(await facts()).toEqual(['1 clicked by human', '1 clicked by machine', '1 opened by human']);
    expect(await linesBehind(database.db, { runId: house.runId, kind: 'clicked', actor: 'human', limit: 10 })).toEqual([
      BO,
    ]);
  });

  it('of a test message leads on and counts nothing', async () => {
    expect((await click(TEST, 1)).statusCode).toBe(302);
    expect(await facts()).toEqual([]);
  });
});

describe('the view in the browser', () => {
  it('shows the message under a policy without script, and nothing to a stranger', async () => {
    const shown = await request(`/v/${house.tokenOf(ANNA)}`);
    expect(shown.body).toBe('<p>Dear Anna</p>');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    expect((await request(`/v/${altered(house.tokenOf(ANNA))}`)).statusCode).toBe(404);
  });
});

describe('facts', () => {
  const fact = (eventId: string, at: string, linkNo: number | null = null) => ({
    runId: house.runId,
    no: ANNA,
    eventId,
    kind: 'clicked' as const,
    actor: 'human' as const,
    linkNo,
    at: new Date(at),
    evidence: {},
  });

  it('told twice count once, and the first is the earliest whatever the order they come in', async () => {
    const [early, late] = [fact('a', '2026-11-20T10:00:00Z', 1), fact('b', '2026-11-20T11:00:00Z', 2)];
    expect(await recordEvents(database.db, [late, late])).toBe(1);
    expect(await recordEvents(database.db, [early, late])).toBe(1);
    const { rows } = await sql`select link_no, event_id from first_event order by link_no`.execute(database.db);
    expect(rows).toEqual([
      { linkNo: 0, eventId: 'a' },
      { linkNo: 1, eventId: 'a' },
      { linkNo: 2, eventId: 'b' },
    ]);
    expect(await factsOfLines(database.db, house.runId, [ANNA, BO])).toEqual(new Map([[ANNA, ['clicked']]]));
  });
});
