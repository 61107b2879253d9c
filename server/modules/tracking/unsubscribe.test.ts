import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { LINE, type PublicServer, publicServer, TOPIC } from '../../../tests/support/public-server.ts';
import type { TrackedLine } from './line-lookup.ts';

const database = testDatabase();
const lines = new Map<number, TrackedLine>();
let house: PublicServer;

const [ONE, NO_TOPIC, TEST, SCRIPTED, DUPLICATE] = [1, 2, 3, 4, 5];

beforeAll(async () => {
  await sql`insert into installation (name, language, currency, time_zone) values ('Fjord & <Sons>', 'nb', 'NOK', 'Europe/Oslo')`.execute(
    database.db,
  );
  await sql`insert into topic (id, name) values (${TOPIC}, 'Newsletter')`.execute(database.db);
  house = await publicServer(database.db, lines);
});
afterAll(async () => house?.close());

beforeEach(async () => {
  await sql`truncate opt_out, suppression, event, first_event`.execute(database.db);
  lines.clear();
  lines.set(ONE, LINE);
  lines.set(NO_TOPIC, { ...LINE, topicId: null, topicName: null });
  lines.set(TEST, { ...LINE, test: true });
  lines.set(SCRIPTED, {
    ...LINE,
    topicName: '<script>alert(1)</script>',
    address: '"><img src=x onerror=alert(1)>@x.com',
  });
  lines.set(DUPLICATE, { ...LINE, partyId: '00000000-0000-4000-8000-000000000101' });
});

const urlOf = (no: number) => `/u/${house.tokenOf(no)}`;
const get = (url: string, headers: Record<string, string> = {}) => house.server.inject({ method: 'GET', url, headers });
const post = (no: number, fields: Record<string, string>) =>
  house.server.inject({
    method: 'POST',
    url: urlOf(no),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const postMultipart = (no: number, fields: Record<string, string>) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return house.server.inject({
    method: 'POST',
    url: urlOf(no),
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    payload: `${parts.join('')}--edge--\r\n`,
  });
};

/** Everything that anybody's leaving could have changed. */
const state = async () => {
  const { rows } = await sql<{ what: string }>`
    select 'left ' || scope || ' on ' || channel as what from opt_out where lifted_at is null
    union all select 'suppressed ' || value || ' on ' || channel || ' for ' || purpose_class from suppression where lifted_at is null
    union all select 'fact ' || kind || ' by ' || actor from event order by 1`.execute(database.db);
  return rows.map((row) => row.what);
};

const LEFT_CAMPAIGN = ['fact unsubscribed by human', 'left campaign on all'];
const LEFT_TOPIC = [...LEFT_CAMPAIGN, 'left topic on email'];
const LEFT_EVERYTHING = [...LEFT_TOPIC, 'suppressed anna.berg@example.com on all for marketing'];

describe('the unsubscribe page', () => {
  it.each(LANGUAGES)('O05: speaks the language of the line (%s) and offers this campaign first', async (language) => {
    lines.set(ONE, { ...LINE, language });
    const answer = await get(urlOf(ONE));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(`<html lang="${language}">`);
    expect(answer.body).toMatch(/value="campaign" required checked/);
    expect(answer.body).toContain('value="topic"');
    expect(answer.body).toContain('value="everything"');
    expect(answer.body).not.toMatch(/\{\w+\}/);
  });

  it('takes the visitor’s language where the line has none', async () => {
    lines.set(ONE, { ...LINE, language: null });
    expect((await get(urlOf(ONE), { 'accept-language': 'pl-PL,pl;q=0.9' })).body).toContain('<html lang="pl">');
  });

  it('shows the company and a masked address, never the address', async () => {
    const { body } = await get(urlOf(ONE));
    expect(body).toContain('Fjord &amp; &lt;Sons&gt;');
    expect(body).toContain('A•••@E•••.com');
    expect(body.toLowerCase()).not.toContain('anna.berg');
  });

  it('offers no topic where there is none', async () => {
    expect((await get(urlOf(NO_TOPIC))).body).not.toContain('value="topic"');
  });

  it('escapes whatever it shows, and forbids script by its policy', async () => {
    const answer = await get(urlOf(SCRIPTED), {
      referer: '"><script>',
      'user-agent': '<script>',
      'x-forwarded-host': '<script>',
    });
    expect(answer.body).not.toContain('<script');
    expect(answer.body).not.toContain('<img');
    expect(answer.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; img-src 'self'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
  });

  it.each(['GET', 'HEAD'] as const)(
    'A20: %s changes nothing, however often a scanner follows the link',
    async (method) => {
      for (const query of ['', '?choice=everything&act=leave', '?List-Unsubscribe=One-Click']) {
        const answer = await house.server.inject({ method, url: urlOf(ONE) + query });
        expect(answer.statusCode).toBe(200);
      }
      await house.flush();
      expect(await state()).toEqual([]);
    },
  );
});

describe('leaving by the page', () => {
  it.each([
    ['campaign', LEFT_CAMPAIGN],
    ['topic', LEFT_TOPIC],
    ['everything', LEFT_EVERYTHING],
  ])('O05, O50: leaves %s, and twice is once', async (choice, expected) => {
    for (let times = 0; times < 2; times++) {
      const answer = await post(ONE, { act: 'leave', choice });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('You are unsubscribed');
    }
    expect(await state()).toEqual(expected);
  });

  it('can be undone with the same link: what remains is the fact that it happened', async () => {
    await post(ONE, { act: 'leave', choice: 'everything' });
    expect((await post(ONE, { act: 'undo' })).body).toContain('Welcome back');
    expect(await state()).toEqual(['fact unsubscribed by human']);
  });

  it('undoes only what was left with this link', async () => {
    await post(DUPLICATE, { act: 'leave', choice: 'topic' });
    expect((await post(ONE, { act: 'undo' })).body).toContain('You are still unsubscribed');
    expect(await state()).toEqual(LEFT_TOPIC);
  });

  it('says what has been left already', async () => {
    await post(ONE, { act: 'leave', choice: 'topic' });
    const { body } = await get(urlOf(ONE));
    expect(body).toContain('You have left Newsletter.');
    expect(body).toContain('value="undo"');
    expect(body.match(/value="(campaign|topic|everything)"/g)).toEqual(['value="everything"']);
  });

  it('keeps who wants to stay', async () => {
    expect((await post(ONE, { act: 'keep', choice: 'everything' })).body).toContain('You stay subscribed');
    expect(await state()).toEqual([]);
  });

  it.each([
    { act: 'leave' },
    { act: 'leave', choice: 'nonsense' },
    { choice: 'everything' },
    { act: '__proto__', __proto__: 'x' },
    {},
  ])('changes nothing for an unclear form %j', async (fields) => {
    const answer = await post(ONE, fields as Record<string, string>);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Choose what you would like to leave.');
    expect(await state()).toEqual([]);
  });

  it('changes nothing from a test message, and says so', async () => {
    for (const fields of [{ act: 'leave', choice: 'everything' }, { act: 'undo' }])
      expect((await post(TEST, fields)).body).toContain('This was a test message');
    expect((await post(TEST, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200);
    expect(await state()).toEqual([]);
  });
});

describe('one click (RFC 8058)', () => {
  const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

  it.each([
    ['urlencoded', post],
    ['multipart', postMultipart],
  ] as const)(
    'O05: leaves the topic and the campaign, %s, without cookie or redirect, and twice is once',
    async (_name, send) => {
      for (let times = 0; times < 2; times++) {
        const answer = await send(ONE, ONE_CLICK);
        expect(answer.statusCode).toBe(200);
        expect(answer.headers['location']).toBeUndefined();
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      expect(await state()).toEqual(LEFT_TOPIC);
    },
  );

  it('leaves the campaign where there is no topic', async () => {
    await post(NO_TOPIC, ONE_CLICK);
    expect(await state()).toEqual(LEFT_CAMPAIGN);
  });
});

describe('a token that is not ours', () => {
  const altered = (token: string) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1);

  it('A16: gets one and the same refusal, shown or posted, and changes nothing', async () => {
    const bodies = new Set<string>();
    for (const token of [
      altered(house.tokenOf(ONE)),
      house.tokenOf(999),
      'x',
      'A'.repeat(400),
      '%3Cscript%3E',
      '..%2f..%2fetc',
    ]) {
      const shown = await get(`/u/${token}`);
      const posted = await house.server.inject({
        method: 'POST',
        url: `/u/${token}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
      expect([shown.statusCode, posted.statusCode]).toEqual([404, 404]);
      bodies.add(shown.body).add(posted.body);
    }
    expect(bodies.size).toBe(1);
    expect(await state()).toEqual([]);
  });
});
