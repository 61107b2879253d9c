import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SegmentId, UserId } from '../../../contract/ids.ts';
import { EVERYBODY, type FieldRule, type RuleGroup } from '../../../contract/rule.ts';
import { createSegment as createApi, previewSegment as previewApi } from '../../../contract/segments.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { countingIds } from '../../../tests/support/ids.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { crmRuleFields } from './crm-rule-fields.ts';
import { deleteSegment } from './delete-segment.ts';
import { createFieldRegistry } from './field-registry.ts';
import { getSegment, listSegments } from './get-segment.ts';
import { previewSegment } from './preview-segment.ts';
import { createSegment, updateSegment } from './save-segment.ts';

const database = testDatabase();
const ids = countingIds();
const needs = () => ({
  db: database.db,
  ids,
  clock: fixedClock('2026-03-02T08:00:00Z'),
  ruleFields: createFieldRegistry([crmRuleFields]),
  segmentUses: [],
});
const actor: Actor = {
  kind: 'user',
  userId: '00000000-0000-7000-8000-0000000000aa' as UserId,
  name: 'Ola',
  role: 'marketer',
  seat: true,
};

const leaf = (field: string, operator: string, value: unknown) =>
  ({ kind: 'field', field, operator, value }) as FieldRule;
const all = (...rules: RuleGroup['rules']): RuleGroup => ({ kind: 'group', match: 'all', rules });
const inside = (segmentId: string, negate = false) =>
  ({ kind: 'segment', segmentId: segmentId as SegmentId, negate }) as const;
const inNorway = leaf('contact.country', 'any_of', ['NO']);

const make = (name: string, rule: RuleGroup, partyKind: 'contact' | 'company' = 'contact') =>
  createSegment(needs(), actor, createApi.input.parse({ name, partyKind, rule }));
const preview = (rule: RuleGroup, partyKind: 'contact' | 'company' = 'contact', segmentId?: SegmentId) =>
  previewSegment(needs(), actor, { partyKind, rule, ...(segmentId && { segmentId }) });

const problemOf = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error('Nothing was refused');
  const { field, code, params } = error.problems[0]!;
  return { status: error.status, field, code, params };
};

beforeEach(async () => {
  await sql`truncate segment, contact, company cascade`.execute(database.db);
  await sql`insert into company (id, name, city, country) values ('00000000-0000-7000-8000-00000000c001', 'Fjord AS', 'Bergen', 'NO')`.execute(
    database.db,
  );
  await sql`insert into contact (id, first_name, last_name, country, company_id) values
    (gen_random_uuid(), 'Kari', 'Nordmann', 'NO', '00000000-0000-7000-8000-00000000c001'), (gen_random_uuid(), 'Ola', 'Nordmann', 'NO', null),
    (gen_random_uuid(), 'Zofia', 'Nowak', 'PL', null), (gen_random_uuid(), '', '', null, null)`.execute(database.db);
});

describe('Q20: criteria decide who receives', () => {
  test('a rule is counted and sampled with names, an empty one is everybody', async () => {
    const found = await preview(all(inNorway));
    expect(found.count).toBe(2);
    expect(found.sample.map(({ name }) => name).sort()).toEqual(['Kari Nordmann', 'Ola Nordmann']);
    expect((await preview(EVERYBODY)).count).toBe(4);
  });

  test('whoever has no country is not from Norway', async () => {
    expect((await preview({ kind: 'group', match: 'none', rules: [inNorway] })).count).toBe(2);
    expect((await preview(all(leaf('contact.country', 'none_of', ['NO'])))).count).toBe(2);
  });

  test('a person is asked about the firm too, a firm not about one person', async () => {
    expect((await preview(all(leaf('company.city', 'is', 'BERGEN')))).count).toBe(1);
    expect((await preview(all(leaf('company.city', 'is', 'Bergen')), 'company')).count).toBe(1);
    expect(await problemOf(preview(all(inNorway), 'company'))).toMatchObject({
      field: 'rule.rules.0',
      code: 'rule_other_kind',
    });
  });
});

describe('segments', () => {
  test('are saved, found, changed and deleted', async () => {
    const made = await make('Norge', all(inNorway));
    expect(made).toMatchObject({ name: 'Norge', rule: all(inNorway), uses: [] });
    const changed = await updateSegment(needs(), actor, { id: made.id, name: 'Norway' });
    expect(changed).toMatchObject({ name: 'Norway', rule: all(inNorway), partyKind: 'contact' });
    const page = await listSegments(needs(), actor, { limit: 50, direction: 'asc', search: 'nor' });
    expect(page.rows.map(({ name }) => name)).toEqual(['Norway']);
    expect(await deleteSegment(needs(), actor, { id: made.id })).toEqual({ ok: true });
    expect(await problemOf(getSegment(needs(), actor, { id: made.id }))).toMatchObject({ status: 404 });
    expect((await make('Norway', all())).name).toBe('Norway');
  });

  test('have names of their own', async () => {
    await make('VIP', all());
    const other = await make('Others', all());
    expect(await problemOf(make('vip', all()))).toMatchObject({ field: 'name', code: 'taken' });
    expect(await problemOf(updateSegment(needs(), actor, { id: other.id, name: 'Vip' }))).toMatchObject({
      code: 'taken',
    });
  });

  test('O36: are used in one another, a person through his firm', async () => {
    const norway = await make('Norway', all(inNorway));
    const bergen = await make('Bergen', all(leaf('company.city', 'is', 'Bergen')), 'company');
    expect((await preview(all(inside(norway.id), inside(bergen.id)))).count).toBe(1);
    expect((await preview(all(inside(norway.id), inside(bergen.id, true)))).count).toBe(1);
    expect((await preview(all(inside(norway.id, true)))).count).toBe(2);
    expect(await problemOf(preview(all(inside(norway.id)), 'company'))).toMatchObject({
      code: 'rule_segment_of_people',
      field: 'rule.rules.0',
    });
  });

  test('cannot be deleted, nor select others, while they are used', async () => {
    const norway = await make('Norway', all(inNorway));
    const outer = await make('Outer', all(inside(norway.id)));
    const refusal = { status: 409, code: 'segment_in_use', params: { uses: '“Outer”' } };
    expect(await problemOf(deleteSegment(needs(), actor, { id: norway.id }))).toMatchObject(refusal);
    expect((await getSegment(needs(), actor, { id: norway.id })).uses).toEqual([
      { kind: 'segment', id: outer.id, name: 'Outer' },
    ]);
    const change = updateSegment(needs(), actor, { id: norway.id, partyKind: 'company', rule: EVERYBODY });
    expect(await problemOf(change)).toMatchObject({ status: 409, code: 'segment_kind_in_use' });
  });

  test('never contain themselves, however long the way round', async () => {
    const one = await make('One', all());
    const two = await make('Two', all(inside(one.id)));
    const three = await make('Three', all(all(inside(two.id))));
    const cycle = { field: 'rule.rules.0', code: 'rule_segment_cycle' };
    for (const id of [one.id, two.id, three.id]) {
      expect(await problemOf(updateSegment(needs(), actor, { id: one.id, rule: all(inside(id)) }))).toMatchObject(
        cycle,
      );
      expect(await problemOf(preview(all(inside(id)), 'contact', one.id))).toMatchObject(cycle);
    }
  });

  test('a viewer may look but not change', async () => {
    const viewer: Actor = { ...actor, role: 'viewer' };
    expect((await listSegments(needs(), viewer, { limit: 5, direction: 'asc' })).rows).toEqual([]);
    await expect(
      createSegment(needs(), viewer, { name: 'x', description: '', partyKind: 'contact', rule: EVERYBODY }),
    ).rejects.toThrow('forbidden');
  });
});

describe('a rule is refused', () => {
  const nested = (levels: number): RuleGroup => (levels === 1 ? all(inNorway) : all(nested(levels - 1)));
  const parse = (rule: unknown) => previewApi.input.safeParse({ partyKind: 'contact', rule }).error?.issues[0];

  test('beyond 50 levels, with the limit named; 50 are fine', async () => {
    expect(parse(nested(51))).toMatchObject({ path: ['rule'], message: 'rule_too_deep', params: { max: 50 } });
    expect(parse(nested(50))).toBeUndefined();
    expect((await preview(nested(50))).count).toBe(2);
  });

  test('beyond 10,000 conditions, with the limit named; 10,000 are fine', async () => {
    const many = (n: number) => ({
      ...all(...Array.from({ length: n }, (_, i) => leaf('contact.city', 'is', `c${i}`))),
      match: 'any' as const,
    });
    expect(parse(many(10_001))).toMatchObject({ message: 'rule_too_many', params: { max: 10_000 } });
    expect((await preview(many(10_000))).count).toBe(0);
  });

  test('when its segments, opened up, are beyond the limits', async () => {
    const half = await make('Half', {
      ...all(...Array.from({ length: 6000 }, (_, i) => leaf('contact.city', 'is', `c${i}`))),
      match: 'any',
    });
    expect(await problemOf(preview(all(inside(half.id), inside(half.id, true))))).toMatchObject({
      field: 'rule',
      code: 'rule_too_many',
    });
    const deep = await make('Deep', nested(40));
    const around = (levels: number): RuleGroup => (levels === 1 ? all(inside(deep.id)) : all(around(levels - 1)));
    expect(await problemOf(preview(around(11)))).toMatchObject({ code: 'rule_too_deep' });
    expect((await preview(around(10))).count).toBe(2);
  });

  test.each<[string, FieldRule, string]>([
    ['an unknown field', leaf('contact.password', 'is', 'x'), 'rule_unknown_field'],
    ['a field that is SQL', leaf('contact.country) or (1=1', 'is', 'x'), 'rule_unknown_field'],
    ['a field of Object', leaf('__proto__', 'is', 'x'), 'rule_unknown_field'],
    ['an operator of another type', leaf('contact.country', 'less', 'x'), 'rule_wrong_operator'],
    ['a text without value', leaf('contact.city', 'is', ' '), 'rule_wants_text'],
    ['a number for a text', leaf('contact.city', 'is', 7), 'rule_wants_text'],
    ['a day that is none', leaf('contact.birthday', 'is', '2025-02-30'), 'rule_wants_date'],
    ['the year 0', leaf('contact.birthday', 'is', '0000-01-01'), 'rule_wants_date'],
    ['half a range', leaf('contact.birthday', 'between', ['2025-02-01']), 'rule_wants_two'],
    ['too many days', leaf('contact.birthday', 'in_last_days', 40_000), 'rule_wants_days'],
    ['no choice', leaf('contact.country', 'any_of', []), 'rule_wants_choice'],
    ['a user who is none', leaf('contact.account_manager', 'any_of', ['me']), 'rule_wants_choice'],
  ])('%s', async (_, rule, code) => {
    expect(await problemOf(preview(all(inNorway, rule)))).toMatchObject({ status: 422, field: 'rule.rules.1', code });
  });

  test('a segment that does not exist', async () => {
    const nowhere = inside('00000000-0000-7000-8000-00000000dead');
    expect(await problemOf(preview(all(nowhere)))).toMatchObject({
      field: 'rule.rules.0',
      code: 'rule_unknown_segment',
    });
  });

  test('texts that no database can hold', () => {
    for (const text of ['a\u0000b', '\uD800', 'x\uDC00y'])
      expect(parse(all(leaf('contact.city', 'is', text)))).toMatchObject({ message: 'rule_unstorable_text' });
  });
});

describe('hostile texts', () => {
  const HOSTILE = [
    "'; drop table contact; --",
    '%',
    '_',
    '\\',
    '$1',
    '"',
    "' or '1'='1",
    '%_\\%',
    '\u202E',
    '🧨',
    '{{env}}',
    '*/',
    "E'\\x'",
  ];

  test.each(HOSTILE)('%s is only a text', async (text) => {
    for (const operator of ['is', 'contains', 'starts_with', 'ends_with'])
      expect((await preview(all(leaf('contact.city', operator, text)))).count).toBe(0);
    await sql`update contact set city = ${`a${text}b`} where first_name = 'Kari'`.execute(database.db);
    expect((await preview(all(leaf('contact.city', 'contains', text)))).count).toBe(1);
    expect((await preview(all(leaf('contact.tags', 'any_of', [text])))).count).toBe(0);
    const made = await make(text, all(leaf('contact.city', 'contains', text)));
    expect((await getSegment(needs(), actor, { id: made.id })).rule).toEqual(
      all(leaf('contact.city', 'contains', text)),
    );
    const page = await listSegments(needs(), actor, { limit: 50, direction: 'asc', search: text });
    expect(page.rows.map(({ name }) => name)).toEqual([text]);
  });
});
