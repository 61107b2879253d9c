import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Audience, NO_AUDIENCE } from '../../../contract/audience.ts';
import type { FieldRule, RuleTree } from '../../../contract/rule.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { consentGates, EXCLUSION_REASONS, type GateContext } from '../consent/index.ts';
import { countAudience } from './count-audience.ts';
import { crmRuleFields } from './crm-rule-fields.ts';
import { createFieldRegistry } from './field-registry.ts';
import { loadAudience } from './load-rules.ts';
import { previewAudience } from './preview-audience.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictQuery } from './verdict-query.ts';
import { whyPerson } from './why-person.ts';

const database = testDatabase();
const registry = createFieldRegistry([crmRuleFields]);
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [ACTION, CAMPAIGN, TOPIC] = [id(9001), id(9002), id(9003)];
const SEGMENTS = { contact: id(9101), company: id(9102) };

const CONTEXT: GateContext = {
  campaignId: CAMPAIGN,
  duplicatedFrom: null,
  actionId: ACTION,
  channel: 'email',
  purposeClass: 'marketing',
  basis: 'consent',
  topicId: TOPIC,
  sharedAddress: 'one',
};

interface Verdict {
  partyKind: string;
  partyId: string;
  role: string;
  address: string | null;
  addressKey: string | null;
  origin: string;
  verdict: 'planned' | 'excluded';
  reason: string | null;
  seen: string | null;
  consentRecordId: string | null;
}

const PEOPLE = 200;
const FIRMS = 40;

beforeAll(async () => {
  const { db } = database;
  await sql`insert into topic (id, name) values (${TOPIC}, 'News')`.execute(db);
  await sql`insert into company (id, name, email, email_key, country)
    select ('00000000-0000-7000-8000-' || lpad((1000 + n)::text, 12, '0'))::uuid, 'F' || n, email, case when n % 7 > 0 then email end,
      (array['NO', 'SE', null])[1 + n % 3]
    from (select n, case when n % 5 > 0 then 'office' || n / 2 || '@x.example' end as email from generate_series(1, ${FIRMS}::int) n) g`.execute(
    db,
  );
  await sql`insert into contact (id, company_id, main, first_name, email, email_key, country)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
      case when n % 3 > 0 then ('00000000-0000-7000-8000-' || lpad((1001 + n % ${FIRMS}::int)::text, 12, '0'))::uuid end, n <= 30 and n % 3 > 0, 'P' || n,
      email, case when n % 11 > 0 then email end, (array['NO', 'SE', 'PL', null])[1 + n % 4]
    from (select n, case when n % 9 > 0 then 'p' || n / 2 || '@x.example' end as email from generate_series(1, ${PEOPLE}::int) n) g`.execute(
    db,
  );
  await sql`insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, gate_seq)
    select kind, party, 'email', ${TOPIC}, 'given', 'test', 1 from (
      select 'contact' as kind, id as party from contact where right(id::text, 1) <> '4'
      union all select 'company', id from company where right(id::text, 1) <> '4') p`.execute(db);
  await sql`insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select party_kind, party_id, channel, topic_id, decision, id, at from consent_record`.execute(db);
  await sql`insert into suppression (id, kind, value, channel, purpose_class, reason, gate_seq) values
    (gen_random_uuid(), 'address', 'p10@x.example', 'all', 'all', 'manual', 1), (gen_random_uuid(), 'address', 'office3@x.example', 'email', 'marketing', 'manual', 1)`.execute(
    db,
  );
  await sql`insert into opt_out (scope, campaign_id, channel, party_kind, party_id, address_key, source, gate_seq)
    values ('campaign', ${CAMPAIGN}, 'email', 'contact', ${id(25)}, 'p12@x.example', 'link', 1)`.execute(db);
  for (const [kind, segmentId] of Object.entries(SEGMENTS)) {
    const rule = {
      kind: 'group',
      match: 'all',
      rules: [{ kind: 'field', field: `${kind}.country`, operator: 'any_of', value: ['SE'] }],
    };
    await sql`insert into segment (id, name, party_kind, rule) values (${segmentId}, ${kind}, ${kind}, ${JSON.stringify(rule)}::jsonb)`.execute(
      db,
    );
  }
});

const country = (field: string, ...codes: string[]): FieldRule => ({
  kind: 'field',
  field,
  operator: 'any_of',
  value: codes,
});
const tree = (...rules: FieldRule[]): RuleTree => ({ kind: 'group', match: 'all', rules });

const inputOf = async (audience: Audience, more: Partial<VerdictInput> = {}): Promise<VerdictInput> => ({
  audience,
  addressing: 'contact',
  scope: 'all',
  context: CONTEXT,
  gates: consentGates,
  rules: await loadAudience(database.db, registry, audience),
  now: new Date('2026-05-01T10:00:00Z'),
  timeZone: 'Europe/Oslo',
  ...more,
});
const verdictsOf = async (input: VerdictInput): Promise<Verdict[]> =>
  (
    await sql<Verdict>`select * from (${verdictQuery(input)}) as v order by party_kind, party_id, role`.execute(
      database.db,
    )
  ).rows;

const repick = async (picks: { n: number; firm: boolean; how: string }[]) => {
  await sql`truncate hand_pick`.execute(database.db);
  for (const { n, firm, how } of picks)
    await sql`insert into hand_pick (action_id, party_kind, party_id, pick)
      values (${ACTION}, ${firm ? 'company' : 'contact'}, ${id(firm ? 1001 + (n % FIRMS) : 1 + (n % PEOPLE))}, ${how}) on conflict do nothing`.execute(
      database.db,
    );
};

const segmentIds = fc.subarray(Object.values(SEGMENTS)) as fc.Arbitrary<Audience['include']>;
const generated = fc.record({
  audience: fc.record({
    include: segmentIds,
    exclude: segmentIds,
    rule: fc.constantFrom(
      null,
      { partyKind: 'contact' as const, tree: tree() },
      { partyKind: 'contact' as const, tree: tree(country('contact.country', 'NO', 'PL')) },
      { partyKind: 'contact' as const, tree: tree(country('company.country', 'NO')) },
      { partyKind: 'company' as const, tree: tree(country('company.country', 'NO', 'SE')) },
    ),
    copyOf: fc.constantFrom(null, { runId: '202605000000001', which: 'all' as const }),
    leaveOutReached: fc.constant(false),
  }) as unknown as fc.Arbitrary<Audience>,
  addressing: fc.constantFrom('contact' as const, 'company' as const, 'both' as const),
  sharedAddress: fc.constantFrom('one' as const, 'each' as const),
  channel: fc.constantFrom('email', 'email', 'list', 'sms'),
  picks: fc.array(fc.record({ n: fc.nat(400), firm: fc.boolean(), how: fc.constantFrom('added', 'removed') }), {
    maxLength: 8,
  }),
});
/** The firm stands for its main contact, whom the rule finds too: one line. */
const FIRM_PICKED_BESIDE_ITS_CONTACT = {
  audience: { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree: tree(country('company.country', 'NO')) } },
  addressing: 'contact' as const,
  sharedAddress: 'one' as const,
  channel: 'list' as const,
  picks: [{ n: 20, firm: true, how: 'added' as const }],
};
const copySource = sql`select 'contact' as party_kind, id as party_id, null::uuid as asset_id, null::uuid as listed from contact where country = 'PL'
  union all select 'company', id, null, null from company where country is null`;

describe('the waterfall', () => {
  test('Q23: adds up on generated audiences, each line once, and the preview says the same', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ audience, picks, addressing, sharedAddress, channel }) => {
        await repick(picks);
        const context = { ...CONTEXT, sharedAddress, channel };
        const input = await inputOf(audience, { addressing, context, copySource });
        const verdicts = await verdictsOf(input);
        const preview = await previewAudience(database.db, input);

        const planned = verdicts.filter(({ verdict }) => verdict === 'planned');
        const excluded = preview.excluded.reduce((sum, { lines }) => sum + lines, 0);
        expect(preview.matched).toBe(verdicts.length);
        expect(preview.planned).toBe(planned.length);
        expect(await countAudience(database.db, input)).toBe(planned.length);
        expect(preview.matched).toBe(preview.planned + excluded);
        expect(preview.excluded.map(({ reason }) => reason)).toEqual(
          EXCLUSION_REASONS.filter((reason) => verdicts.some((line) => line.reason === reason)),
        );
        expect(preview.sample).toHaveLength(Math.min(20, planned.length));

        const keys = verdicts.map(({ partyKind, partyId, role }) => `${partyKind} ${partyId} ${role}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(verdicts.every(({ verdict, reason }) => (verdict === 'excluded') === (reason !== null))).toBe(true);
        if (channel === 'email') {
          expect(planned.every((line) => line.addressKey !== null && line.consentRecordId !== null)).toBe(true);
          if (sharedAddress === 'one')
            expect(new Set(planned.map((line) => line.addressKey)).size).toBe(planned.length);
        }
      }),
      { numRuns: 60, examples: [[FIRM_PICKED_BESIDE_ITS_CONTACT]] },
    );
  });

  test('Q24: whoever is alone in the scope hand is in the whole too, with the same lines', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ audience, picks, addressing }) => {
        await repick(picks);
        const whole = await verdictsOf(await inputOf(audience, { addressing, copySource }));
        const hand = await verdictsOf(await inputOf(audience, { addressing, copySource, scope: 'hand' }));
        const keyOf = ({ partyKind, partyId, role }: Verdict) => `${partyKind} ${partyId} ${role}`;
        expect(whole.filter(({ origin }) => origin === 'hand').map(keyOf)).toEqual(hand.map(keyOf));
      }),
      { numRuns: 25 },
    );
  });

  test('tells the first gate that refuses, in the order of the gates, with what it saw', async () => {
    const everybody = { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree: tree() } };
    await repick([{ n: 17, firm: false, how: 'removed' }]);
    const lines = new Map(
      (await verdictsOf(await inputOf(everybody))).map((line) => [Number(line.partyId.slice(-6)), line]),
    );
    const told = (n: number) => [lines.get(n)?.reason, lines.get(n)?.seen];
    // Removed by hand and without an address; without an address and without consent; not valid and without consent.
    expect(told(18)).toEqual(['removed_by_hand', null]);
    expect(told(54)).toEqual(['no_address', null]);
    expect(told(44)).toEqual(['invalid_address', 'p22@x.example']);
    expect(told(20)).toEqual(['suppressed_address', expect.stringContaining('p10@x.example')]);
    expect(told(34)).toEqual(['no_consent', null]);
    expect(told(25)).toEqual(['unsubscribed_campaign', expect.stringContaining('link')]);
    expect(told(31)).toEqual(['duplicate_address', 'p15@x.example']);
    expect(told(30)).toEqual([null, null]);
  });
});

describe('why in, why out', () => {
  test('tells each condition with the value seen, then each gate in order, as the plan would decide', async () => {
    const audience = {
      ...NO_AUDIENCE,
      include: [SEGMENTS.contact as Audience['include'][number]],
      rule: {
        partyKind: 'contact' as const,
        tree: tree(country('contact.country', 'NO'), country('company.country', 'SE')),
      },
    };
    await repick([]);
    const input = await inputOf(audience);
    const why = await whyPerson(database.db, input, { kind: 'contact', id: id(25) }, 'nb');
    expect(why.rules).toEqual([
      { path: 'include.0', sentence: 'Er i segmentet «contact»', holds: true, seen: null },
      { path: 'include.0.rules.0', sentence: 'Land er Sverige', holds: true, seen: 'Sverige' },
      { path: 'rule.tree.rules.0', sentence: 'Land er Norge', holds: false, seen: 'Sverige' },
      { path: 'rule.tree.rules.1', sentence: 'Land (firmaet) er Sverige', holds: false, seen: null },
    ]);
    expect(why.lines).toHaveLength(1);
    expect(why.lines[0]).toMatchObject({ role: 'own', address: 'p12@x.example', verdict: 'excluded' });
    expect(why.lines[0]?.gates.filter(({ passed }) => !passed)).toEqual([
      { reason: 'unsubscribed_campaign', passed: false, seen: expect.stringContaining('link') },
    ]);
    expect((await whyPerson(database.db, input, { kind: 'contact', id: id(4) })).lines).toEqual([]);
  });

  test('agrees with the plan for everybody, shared addresses included', async () => {
    const everybody = { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree: tree() } };
    await repick([{ n: 30, firm: false, how: 'added' }]);
    for (const addressing of ['contact', 'both'] as const) {
      const input = await inputOf(everybody, { addressing });
      const plan = (await verdictsOf(input)).filter((line) => line.role === 'own');
      for (const { partyId, verdict, reason } of plan.filter((_, n) => n % 3 === 0)) {
        const { lines } = await whyPerson(database.db, input, { kind: 'contact', id: partyId });
        const own = lines.find(({ role }) => role === 'own');
        expect([own?.verdict, own?.gates.find(({ passed }) => !passed)?.reason ?? null]).toEqual([verdict, reason]);
      }
    }
  });
});
