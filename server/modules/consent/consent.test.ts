import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as api from '../../../contract/consent.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { uuidIds } from '../../platform/ids.ts';
import { type Actor, SYSTEM } from '../access/index.ts';
import { getPartyConsent } from './consent.views.ts';
import { consentTimeline } from './consent-timeline.ts';
import { leave } from './leave.ts';
import { recordConsent, recordImportedConsent } from './record-consent.ts';
import { eachSuppression, listSuppressions } from './suppression.views.ts';
import { addSuppression, importSuppressions, liftSuppression } from './suppressions.ts';
import { archiveTopic, createTopic, listTopics, restoreTopic, updateTopic } from './topics.ts';

const database = testDatabase();
const clock = fixedClock('2026-11-20T12:00:00Z');
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [ANNA, TWIN, FIRM, USER, CAMPAIGN] = [id(100), id(101), id(200), id(300), id(400)];
const MARIT = { ...SYSTEM, kind: 'user', userId: USER, name: 'Marit', role: 'marketer' } as Actor;
const VIEWER = { ...MARIT, role: 'viewer' } as Actor;

const needs = () => ({ db: database.db, ids: uuidIds, clock });
const topicIdOf = async (name: string) => (await createTopic(needs(), MARIT, { name, description: '' })).id as never;
const input = <T>(endpoint: { input: { parse(value: unknown): T } }, value: unknown): T => endpoint.input.parse(value);
const consentOf = async (party: string, kind = 'contact') =>
  getPartyConsent(needs(), MARIT, input(api.getPartyConsent, { kind, id: party }));
const given = (topicId: string, over: object = {}) =>
  input(api.recordConsent, {
    kind: 'contact',
    id: ANNA,
    topicId,
    channels: ['email'],
    decision: 'given',
    wording: 'Send me the newsletter',
    source: 'in_person',
    ...over,
  });
const all = input(api.listSuppressions, {});

beforeAll(async () => {
  const { db } = database;
  await sql`insert into app_user (id, email, name, role) values (${USER}, 'marit@example.com', 'Marit', 'marketer')`.execute(
    db,
  );
  await sql`insert into company (id, name, email, email_key) values (${FIRM}, 'Firm', 'post@firm.example', 'post@firm.example')`.execute(
    db,
  );
  await sql`insert into contact (id, last_name, email, email_key, phone, phone_key) values
    (${ANNA}, 'Berg', 'anna@example.com', 'anna@example.com', '+47 22 12 34 56', '+4722123456'),
    (${TWIN}, 'Berg', 'anna@example.com', 'anna@example.com', null, null)`.execute(db);
});
beforeEach(async () => {
  await sql`truncate topic, consent, consent_record, opt_out, suppression cascade`.execute(database.db);
});

describe('topics', () => {
  it('are created, renamed, archived and restored, each with who consented and who left', async () => {
    const news = await topicIdOf('Newsletter');
    await recordConsent(needs(), MARIT, given(news, { channels: ['email', 'sms'] }));
    await updateTopic(needs(), MARIT, { id: news, name: 'News', description: 'Once a month' });
    expect(await listTopics(needs(), VIEWER, {})).toMatchObject([
      { name: 'News', description: 'Once a month', consented: 1, left: 0 },
    ]);
    await archiveTopic(needs(), MARIT, { id: news });
    expect(await listTopics(needs(), VIEWER, {})).toEqual([]);
    expect(await listTopics(needs(), VIEWER, { archived: true })).toMatchObject([{ archivedAt: clock.now() }]);
    await restoreTopic(needs(), MARIT, { id: news });
    expect(await listTopics(needs(), VIEWER, {})).toHaveLength(1);
  });

  it('have names of their own, whatever the case; an archived one gives its name free', async () => {
    const first = await topicIdOf('Newsletter');
    await expect(topicIdOf('NEWSLETTER')).rejects.toThrow('name: topic_taken');
    await archiveTopic(needs(), MARIT, { id: first });
    await topicIdOf('newsletter');
    await expect(restoreTopic(needs(), MARIT, { id: first })).rejects.toThrow('topic_taken');
  });

  it('are changed only by those who may', async () => {
    await expect(createTopic(needs(), VIEWER, { name: 'x', description: '' })).rejects.toThrow('forbidden');
    await expect(updateTopic(needs(), MARIT, { id: id(9) as never, name: 'x', description: '' })).rejects.toThrow(
      'not_found',
    );
  });
});

describe('O50: consent recorded by hand', () => {
  it('keeps the words, the source, the evidence, who recorded it and when', async () => {
    const news = await topicIdOf('Newsletter');
    await recordConsent(needs(), MARIT, given(news, { evidence: 'Form 17' }));
    const { topics, records, tracking } = await consentOf(ANNA);
    const proof = {
      decision: 'given',
      wording: 'Send me the newsletter',
      source: 'in_person',
      evidence: 'Form 17',
      recordedBy: 'Marit',
    };
    expect(records).toMatchObject([
      { ...proof, topicName: 'Newsletter', channel: 'email', address: '', at: clock.now() },
    ]);
    expect(topics[0]?.channels.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'email given',
      'sms none',
      'letter none',
      'call none',
    ]);
    expect(topics[0]?.channels[0]?.record).toMatchObject(proof);
    expect(() =>
      api.getPartyConsent.output.parse({ topics, records, optOuts: [], suppressions: [], tracking }),
    ).not.toThrow();
  });

  it('withdrawn is the present decision, and both records stay', async () => {
    const news = await topicIdOf('Newsletter');
    await recordConsent(needs(), MARIT, given(news));
    clock.advance(1000);
    await recordConsent(needs(), MARIT, given(news, { decision: 'withdrawn', wording: '' }));
    const { topics, records } = await consentOf(ANNA);
    expect(topics[0]?.channels[0]?.state).toBe('withdrawn');
    expect(records.map((record) => record.decision)).toEqual(['withdrawn', 'given']);
  });

  it.each([
    [{ wording: '' }, 'wording: wording_needed'],
    [{ id: id(999) }, 'not_found'],
    [{ kind: 'company' }, 'not_found'],
  ])('is refused with %j', async (over, error) => {
    const news = await topicIdOf('Newsletter');
    await expect(recordConsent(needs(), MARIT, given(news, over))).rejects.toThrow(error);
  });

  it('to an archived topic is refused, a withdrawal is taken', async () => {
    const news = await topicIdOf('Newsletter');
    await archiveTopic(needs(), MARIT, { id: news });
    await expect(recordConsent(needs(), MARIT, given(news))).rejects.toThrow('topicId: topic_archived');
    await recordConsent(needs(), MARIT, given(news, { decision: 'withdrawn' }));
  });

  it('of a company is its own', async () => {
    const news = await topicIdOf('Newsletter');
    await recordConsent(needs(), MARIT, given(news, { kind: 'company', id: FIRM }));
    expect((await consentOf(FIRM, 'company')).topics[0]?.channels[0]?.state).toBe('given');
    expect((await consentOf(ANNA)).topics[0]?.channels[0]?.state).toBe('none');
  });
});

describe('O50: what a person has left', () => {
  const byLink = (topicId: string, choice: 'topic' | 'everything') =>
    database.db.transaction().execute((tx) =>
      leave(tx, uuidIds, {
        from: {
          line: '1.1',
          channel: 'email',
          campaignId: CAMPAIGN,
          topicId,
          partyKind: 'contact',
          partyId: ANNA,
          addressKey: 'anna@example.com',
        },
        choice,
        source: 'unsubscribe_page',
        evidence: {},
        at: clock.now(),
      }),
    );

  it('overrules what was given, on this record and on another with the same address', async () => {
    const news = await topicIdOf('Newsletter');
    await recordConsent(needs(), MARIT, given(news));
    await byLink(news, 'topic');
    const [anna, twin] = [await consentOf(ANNA), await consentOf(TWIN)];
    expect(anna.topics[0]?.channels[0]).toMatchObject({ state: 'left', record: { decision: 'given' } });
    expect(twin.topics[0]?.channels[0]?.state).toBe('left');
    expect(anna.optOuts.map(({ scope, byAddress }) => [scope, byAddress])).toEqual(
      expect.arrayContaining([
        ['topic', false],
        ['campaign', false],
      ]),
    );
    expect(twin.optOuts.every(({ byAddress }) => byAddress)).toBe(true);
    expect((await listTopics(needs(), MARIT, {}))[0]).toMatchObject({ consented: 1, left: 1 });
  });

  it('shows as a suppression when it was everything', async () => {
    await byLink(await topicIdOf('Newsletter'), 'everything');
    const { suppressions } = await consentOf(TWIN);
    expect(suppressions).toMatchObject([
      { value: 'anna@example.com', reason: 'unsubscribed', purposeClass: 'marketing' },
    ]);
  });

  it('is not brought back by an import', async () => {
    const news = await topicIdOf('Newsletter');
    await byLink(news, 'topic');
    const hook = recordImportedConsent(clock);
    await database.db.transaction().execute((tx) =>
      hook(tx, {
        topicId: news,
        channel: 'email',
        wording: 'Old list',
        source: 'list.csv',
        tracking: true,
        importId: id(500),
        recordedBy: USER,
        parties: [{ kind: 'contact', id: ANNA, addressKey: 'anna@example.com' }],
      }),
    );
    expect((await consentOf(ANNA)).topics[0]?.channels[0]?.state).toBe('left');
  });
});

describe('suppressions', () => {
  const add = (value: string, over: object = {}) =>
    addSuppression(needs(), MARIT, input(api.addSuppression, { value, ...over }));

  it('are added by hand, listed with who and when, and lifted with who and when', async () => {
    const { id: one } = await add(' Anna@Example.com ', { note: 'asked by phone' });
    const [row] = (await listSuppressions(needs(), VIEWER, all)).rows;
    expect(row).toMatchObject({
      kind: 'address',
      value: 'anna@example.com',
      channel: 'all',
      purposeClass: 'marketing',
      reason: 'manual',
      note: 'asked by phone',
      recordedBy: 'Marit',
    });
    await liftSuppression(needs(), MARIT, { id: one });
    expect((await listSuppressions(needs(), VIEWER, all)).total).toBe(0);
    const [lifted] = (await listSuppressions(needs(), VIEWER, { ...all, lifted: true })).rows;
    expect(lifted).toMatchObject({ liftedBy: 'Marit', liftedAt: clock.now() });
    await expect(liftSuppression(needs(), MARIT, { id: one })).rejects.toThrow('not_found');
  });

  it('are refused when they are none, or there already', async () => {
    await add('example.com');
    await expect(add('@EXAMPLE.com')).rejects.toThrow('suppressed_already');
    await add('example.com', { purposeClass: 'all' });
    await expect(add('nonsense')).rejects.toThrow('value: not_suppressible');
    await expect(addSuppression(needs(), VIEWER, input(api.addSuppression, { value: 'x.no' }))).rejects.toThrow(
      'forbidden',
    );
  });

  it('are imported with a report that adds up; the same list again adds nothing', async () => {
    const text = ['value', 'anna@example.com', 'ANNA@example.com', 'nonsense', '@firm.example'].join('\n');
    const list = input(api.importSuppressions, { text });
    expect(await importSuppressions(needs(), MARIT, list)).toMatchObject({ rows: 4, added: 2, already: 1, refused: 1 });
    expect(await importSuppressions(needs(), MARIT, list)).toMatchObject({ rows: 4, added: 0, already: 3, refused: 1 });
    expect((await consentOf(FIRM, 'company')).suppressions).toMatchObject([{ kind: 'domain', reason: 'import' }]);
  });

  it('are found by part of the value and paged without loss', async () => {
    const text = Array.from({ length: 2500 }, (_, no) => `p${no}_x@example.com`).join('\n');
    await importSuppressions(needs(), MARIT, input(api.importSuppressions, { text }));
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await listSuppressions(needs(), VIEWER, { ...all, limit: 500, ...(after && { after }) });
      for (const row of page.rows) seen.add(row.value);
      after = page.next ?? undefined;
      expect(page.total).toBe(2500);
    } while (after);
    expect(seen.size).toBe(2500);
    expect((await listSuppressions(needs(), VIEWER, { ...all, search: '7_x@' })).total).toBe(250);
    expect((await listSuppressions(needs(), VIEWER, { ...all, search: '%' })).total).toBe(0);
    let exported = 0;
    for await (const rows of eachSuppression(database.db, {})) exported += rows.length;
    expect(exported).toBe(2500);
  });
});

describe('O40: the timeline', () => {
  it('tells of consent and suppressions, newest first', async () => {
    const news = await topicIdOf('Newsletter');
    await recordConsent(needs(), MARIT, given(news));
    clock.advance(1000);
    const { id: one } = await addSuppression(needs(), MARIT, input(api.addSuppression, { value: '+47 22 12 34 56' }));
    clock.advance(1000);
    await liftSuppression(needs(), MARIT, { id: one });
    const page = await consentTimeline(database.db, { kind: 'contact', id: ANNA }, { before: null, limit: 10 });
    expect(page.map((item) => item.kind)).toEqual(['suppression_lifted', 'suppressed', 'consent_given']);
    const older = await consentTimeline(database.db, { kind: 'contact', id: ANNA }, { before: page[1]!.at, limit: 10 });
    expect(older).toMatchObject([{ kind: 'consent_given', params: { topic: 'Newsletter', channel: 'email' } }]);
  });
});
