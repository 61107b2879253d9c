import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Audience, NO_AUDIENCE, type RulePartyKind } from '../../../contract/audience.ts';
import { EVERYBODY } from '../../../contract/rule.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import type { GateContext } from '../consent/index.ts';
import { crmRuleFields } from './crm-rule-fields.ts';
import { createFieldRegistry } from './field-registry.ts';
import { loadAudience } from './load-rules.ts';
import type { Addressing, VerdictInput } from './verdict-input.ts';
import { verdictQuery } from './verdict-query.ts';

const database = testDatabase();
const registry = createFieldRegistry([crmRuleFields]);

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ACTION = id(999);
const CONTEXT: GateContext = {
  campaignId: id(998),
  duplicatedFrom: null,
  actionId: ACTION,
  channel: 'email',
  purposeClass: 'marketing',
  basis: 'consent',
  topicId: null,
  sharedAddress: 'one',
};

interface Row {
  partyKind: string;
  partyId: string;
  role: string;
  address: string | null;
  origin: string;
  reason: string | null;
  verdict: string;
  companyId: string | null;
}

const run = async (audience: Partial<Audience>, more: Partial<VerdictInput> = {}) => {
  const whole = { ...NO_AUDIENCE, ...audience };
  const rules = await loadAudience(database.db, registry, whole);
  const query = verdictQuery({
    rules,
    audience: whole,
    addressing: 'contact',
    scope: 'all',
    context: CONTEXT,
    gates: [],
    now: new Date('2026-05-01T10:00:00Z'),
    timeZone: 'Europe/Oslo',
    ...more,
  });
  const { rows } = await sql<Row>`select * from (${query}) as line order by party_kind, party_id, role`.execute(
    database.db,
  );
  return rows.map((row) => {
    const which = `${row.partyKind} ${Number(row.partyId.slice(-4))} ${row.role}`;
    return row.reason === null ? which : `${which} ${row.reason}`;
  });
};

const everybody = (partyKind: RulePartyKind): Partial<Audience> => ({ rule: { partyKind, tree: EVERYBODY } });

const person = (n: number, company: number | null, more: { main?: boolean; email?: string | null } = {}) => {
  const email = more.email === undefined ? `p${n}@example.com` : more.email;
  return sql`insert into contact (id, company_id, main, first_name, email, email_key)
    values (${id(n)}, ${company === null ? null : id(company)}, ${more.main ?? false}, ${`P${n}`}, ${email}, ${email})`.execute(
    database.db,
  );
};
const firm = (n: number) =>
  sql`insert into company (id, name, email, email_key) values (${id(n)}, ${`F${n}`}, ${`f${n}@example.com`}, ${`f${n}@example.com`})`.execute(
    database.db,
  );
const pick = (kind: string, n: number, how: 'added' | 'removed') =>
  sql`insert into hand_pick (action_id, party_kind, party_id, pick) values (${ACTION}, ${kind}, ${id(n)}, ${how})`.execute(
    database.db,
  );

beforeEach(async () => {
  await sql`truncate contact, company, lead, asset, hand_pick, segment cascade`.execute(database.db);
});

describe('E16: which addressee under which strategy makes which line', () => {
  const cases: [string, RulePartyKind, Addressing, string[]][] = [
    ['a contact with a company, to the contact', 'contact', 'contact', ['contact 11 own']],
    ['a contact with a company, to the company', 'contact', 'company', ['company 1 office']],
    ['a contact with a company, to both', 'contact', 'both', ['company 1 office', 'contact 11 own']],
  ];
  test.each(cases)('%s', async (_, kind, addressing, lines) => {
    await firm(1);
    await person(11, 1);
    expect(await run(everybody(kind), { addressing })).toEqual(lines);
  });

  test.each<[Addressing, string[]]>([
    ['contact', ['contact 11 own']],
    ['company', ['contact 11 own no_company']],
    ['both', ['contact 11 own']],
  ])('a contact without a company, to the %s', async (addressing, lines) => {
    await person(11, null);
    expect(await run(everybody('contact'), { addressing })).toEqual(lines);
  });

  test.each<[Addressing, string[], string[]]>([
    ['contact', ['contact 12 own'], ['company 1 office no_contact']],
    ['company', ['company 1 office'], ['company 1 office']],
    ['both', ['company 1 office', 'contact 12 own'], ['company 1 office']],
  ])('a company with and without a main contact, to the %s', async (addressing, withMain, without) => {
    await firm(1);
    await person(11, 1);
    expect(await run(everybody('company'), { addressing })).toEqual(without);
    await person(12, 1, { main: true });
    expect(await run(everybody('company'), { addressing })).toEqual(withMain);
  });

  test('three contacts of one firm make one line for the office', async () => {
    await firm(1);
    for (const n of [11, 12, 13]) await person(n, 1);
    expect(await run(everybody('contact'), { addressing: 'company' })).toEqual(['company 1 office']);
  });
});

const lead = (n: number, has: { own?: boolean; firm?: boolean }) => {
  const [own, firm] = [has.own ? `l${n}@example.com` : null, has.firm ? `office${n}@example.com` : null];
  return sql`insert into lead (id, first_name, company_name, email, email_key, company_email, company_email_key)
    values (${id(n)}, ${`L${n}`}, ${has.firm ? 'Their firm' : null}, ${own}, ${own}, ${firm}, ${firm})`.execute(
    database.db,
  );
};

describe('E16, E32: a lead', () => {
  test.each<[Addressing, string[], string[], string[], string[]]>([
    ['contact', ['lead 21 own'], ['lead 21 own'], ['lead 21 own no_address'], ['lead 21 own no_address']],
    ['company', ['lead 21 office'], ['lead 21 own no_company'], ['lead 21 office'], ['lead 21 own no_company']],
    ['both', ['lead 21 office', 'lead 21 own'], ['lead 21 own'], ['lead 21 office'], ['lead 21 own no_address']],
  ])('to the %s: with both addresses, its own, its firm’s, none', async (addressing, both, own, firm, none) => {
    for (const [has, lines] of [
      [{ own: true, firm: true }, both],
      [{ own: true }, own],
      [{ firm: true }, firm],
      [{}, none],
    ] as const) {
      await sql`truncate lead cascade`.execute(database.db);
      await lead(21, has);
      expect(await run(everybody('lead'), { addressing })).toEqual(lines);
    }
  });
});

describe('Q34, Q35: assets', () => {
  const asset = (n: number, contact: number | null, company: number | null) =>
    sql`insert into asset (id, type_id, name, contact_id, company_id)
      values (${id(n)}, ${id(900)}, ${`A${n}`}, ${contact === null ? null : id(contact)}, ${company === null ? null : id(company)})`.execute(
      database.db,
    );

  test('make one line for each owner, or one for each of them', async () => {
    await sql`insert into asset_type (id, key, name) values (${id(900)}, 'vehicle', 'Vehicle')`.execute(database.db);
    await firm(1);
    await person(11, 1);
    for (const n of [31, 32]) await asset(n, 11, null);
    await asset(33, null, 1);
    await asset(34, null, null);
    expect(await run(everybody('asset'), { addressing: 'both' })).toEqual(['company 1 office', 'contact 11 own']);
    const list = { context: { ...CONTEXT, channel: 'list' } };
    expect(await run({ ...everybody('asset'), perAsset: true }, list)).toEqual([
      'company 1 office',
      'contact 11 own',
      'contact 11 own',
    ]);
    await pick('contact', 11, 'removed');
    expect(await run({ ...everybody('asset'), perAsset: true }, list)).toEqual([
      'company 1 office',
      'contact 11 own removed_by_hand',
      'contact 11 own removed_by_hand',
    ]);
  });
});

describe('Q07: messages about assets', () => {
  test('are one for each address and asset, never one for the address alone', async () => {
    await sql`insert into asset_type (id, key, name) values (${id(901)}, 'machine', 'Machine') on conflict do nothing`.execute(
      database.db,
    );
    for (const n of [11, 12]) await person(n, null);
    await sql`update contact set email = 'home@x.test', email_key = 'home@x.test'`.execute(database.db);
    for (const [n, owner] of [
      [41, 11],
      [42, 11],
      [43, 12],
    ] as const) {
      await sql`insert into asset (id, type_id, name, contact_id) values (${id(n)}, ${id(901)}, 'M', ${id(owner)})`.execute(
        database.db,
      );
    }
    expect(await run(everybody('asset'))).toEqual(['contact 11 own', 'contact 12 own']);
    expect(await run({ ...everybody('asset'), perAsset: true })).toEqual([
      'contact 11 own',
      'contact 11 own',
      'contact 12 own',
    ]);
    expect(await run(everybody('contact'))).toEqual(['contact 11 own', 'contact 12 own duplicate_address']);
  });
});

describe('by hand', () => {
  test('Q24: people added by hand come alone with the scope hand, and once with the rest', async () => {
    for (const n of [11, 12]) await person(n, null);
    await pick('contact', 12, 'added');
    expect(await run(everybody('contact'), { scope: 'hand' })).toEqual(['contact 12 own']);
    expect(await run(everybody('contact'))).toEqual(['contact 11 own', 'contact 12 own']);
    expect(await run({})).toEqual(['contact 12 own']);
  });

  test('A12, O37: people brought in as a list are no test group, and come once with the rest', async () => {
    for (const n of [11, 12]) await person(n, null);
    await pick('contact', 12, 'added');
    await sql`update hand_pick set origin = 'import'`.execute(database.db);
    expect(await run(everybody('contact'), { scope: 'hand' })).toEqual([]);
    expect(await run({})).toEqual(['contact 12 own']);
    expect(await run(everybody('contact'))).toEqual(['contact 11 own', 'contact 12 own']);
  });

  test('whoever was removed by hand stays in the list, excluded', async () => {
    await firm(1);
    for (const n of [11, 12]) await person(n, 1);
    await pick('contact', 11, 'removed');
    expect(await run(everybody('contact'))).toEqual(['contact 11 own removed_by_hand', 'contact 12 own']);
    expect(await run(everybody('contact'), { addressing: 'company' })).toEqual(['company 1 office']);
    await pick('contact', 12, 'removed');
    expect(await run(everybody('contact'), { addressing: 'company' })).toEqual(['company 1 office removed_by_hand']);
  });
});

describe('addresses', () => {
  test('without an address, with one that is not valid, and with a shared one', async () => {
    await person(11, null, { email: null });
    await person(12, null);
    await sql`update contact set email_key = null where id = ${id(12)}`.execute(database.db);
    for (const n of [13, 14, 15]) await person(n, null, { email: 'shared@example.com' });
    await pick('contact', 14, 'added');
    const lines = ['contact 11 own no_address', 'contact 12 own invalid_address'];
    expect(await run(everybody('contact'))).toEqual([
      ...lines,
      'contact 13 own duplicate_address',
      'contact 14 own',
      'contact 15 own duplicate_address',
    ]);
    const each = { context: { ...CONTEXT, sharedAddress: 'each' as const } };
    expect(await run(everybody('contact'), each)).toEqual([
      ...lines,
      'contact 13 own',
      'contact 14 own',
      'contact 15 own',
    ]);
    const list = { context: { ...CONTEXT, channel: 'list' } };
    expect(await run(everybody('contact'), list)).toHaveLength(5);
  });
});
