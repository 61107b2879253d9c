import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PressureRule, PressureRuleId } from '../../../contract/pressure.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import type { GateContext } from '../consent/index.ts';
import { holdoutGate } from './holdout-gate.ts';
import { pressureGate } from './pressure-gate.ts';

const database = testDatabase();
const NOW = new Date('2026-05-20T12:00:00Z');
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const CONTEXT: GateContext = {
  campaignId: id(1),
  duplicatedFrom: null,
  actionId: id(2),
  channel: 'email',
  purposeClass: 'marketing',
  basis: 'consent',
  topicId: null,
  sharedAddress: 'one',
};
const RULE: PressureRule = {
  id: id(3) as PressureRuleId,
  maxMessages: 2,
  days: 30,
  channel: null,
  purposeClass: 'marketing',
  active: true,
};

const touched = (n: number, at: string, channel = 'email', purpose = 'marketing') =>
  sql`insert into touch (party_id, at, run_id, no, party_kind, channel, purpose_class)
    values (${id(n)}, ${at}, 1, ${n}, 'contact', ${channel}, ${purpose})`.execute(database.db);

/** Whom the rules hold back among four people, asked of all together and of each alone. */
const heldBack = async (rules: PressureRule[], context: Partial<GateContext> = {}) => {
  const answers = [];
  for (const single of [false, true]) {
    const asked = { ...CONTEXT, ...context, single };
    const gate = pressureGate(rules, { now: NOW, except: null });
    const refusal = gate.refuses(asked);
    if (refusal === null) return 'not asked';
    const { rows } = await sql<{ n: number; seen: string }>`
      select n, ${gate.seen(asked)} as seen
      from (select n, 'contact' as party_kind, (${id(0).slice(0, -2)} || lpad(n::text, 2, '0'))::uuid as party_id from generate_series(11, 14) n) line
      where ${refusal} order by n`.execute(database.db);
    answers.push(rows.map(({ n, seen }) => `${n}: ${seen}`));
  }
  expect(answers[0]).toEqual(answers[1]);
  return answers[0];
};

beforeEach(async () => {
  await sql`truncate touch`.execute(database.db);
});

describe('contact pressure', () => {
  test('counts over channels and campaigns, within the days, and tells what it saw', async () => {
    await touched(11, '2026-05-01T00:00:00Z');
    await touched(11, '2026-05-19T00:00:00Z', 'sms');
    await touched(12, '2026-05-19T00:00:00Z');
    await touched(13, '2026-04-19T00:00:00Z');
    await touched(13, '2026-05-19T00:00:00Z');
    await touched(14, '2026-05-18T00:00:00Z', 'email', 'notice');
    await touched(14, '2026-05-19T00:00:00Z');
    expect(await heldBack([RULE])).toEqual(['11: 2 / 2 · 30 d']);
    expect(await heldBack([{ ...RULE, purposeClass: 'all' }])).toEqual(['11: 2 / 2 · 30 d', '14: 2 / 2 · 30 d']);
    expect(await heldBack([{ ...RULE, channel: 'email', maxMessages: 1, days: 2 }])).toEqual([
      '12: 1 / 1 · 2 d',
      '13: 1 / 1 · 2 d',
      '14: 1 / 1 · 2 d',
    ]);
  });

  test('is not asked where no rule applies', async () => {
    expect(await heldBack([])).toBe('not asked');
    expect(await heldBack([{ ...RULE, active: false }])).toBe('not asked');
    expect(await heldBack([{ ...RULE, channel: 'sms' }])).toBe('not asked');
    expect(await heldBack([RULE], { purposeClass: 'notice' })).toBe('not asked');
    expect(await heldBack([{ ...RULE, purposeClass: 'all' }], { purposeClass: 'notice' })).toEqual([]);
  });
});

describe('the holdout', () => {
  const drawn = async (campaignId: string, holdoutPercent: number) => {
    const { rows } = await sql<{ n: number }>`
      select n from (select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as party_id from generate_series(1, 4000) n) line
      where ${holdoutGate.refuses({ ...CONTEXT, campaignId, holdoutPercent })}`.execute(database.db);
    return rows.map(({ n }) => n);
  };

  test('is a stable part of the size asked for, another in each campaign, and grows without changing', async () => {
    const ten = await drawn(id(1), 10);
    expect(ten.length).toBeGreaterThan(330);
    expect(ten.length).toBeLessThan(470);
    expect(await drawn(id(1), 10)).toEqual(ten);
    const twenty = new Set(await drawn(id(1), 20));
    expect(ten.every((n) => twenty.has(n))).toBe(true);
    const other = new Set(await drawn(id(5), 10));
    expect(ten.filter((n) => other.has(n)).length).toBeLessThan(100);
    expect(holdoutGate.refuses({ ...CONTEXT, holdoutPercent: 0 })).toBeNull();
  });
});
