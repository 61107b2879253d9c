import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction } from '../../contract/campaigns.ts';
import { createCompany, createContact } from '../../contract/crm.ts';
import { createLead } from '../../contract/leads.ts';
import { generateSelection } from '../../contract/runs.ts';
import { createSegment, getSegment } from '../../contract/segments.ts';
import { type Caller, furnish, signedIn, testHouse } from '../support/house.ts';

const house = testHouse();
let marketer: Caller;
let ids: { run: string; action: string; segment: string; contact: string; campaign: string };

/** What has broken such programs before: quotes and comments, patterns, templates, formulas, paths, marks that turn the text around, halves of letters. */
const ATTACKS = [
  "'; drop table contact; --",
  '"; delete from segment where "a"="a',
  "' or '1'='1",
  "') union select password from account --",
  '$1',
  '{{7*7}}<%= 7*7 %>#{7*7}',
  '%_\\%',
  '\\',
  '\u202Egnp.exe\u2066',
  "=cmd|'/c calc'!A1",
  '../../../../etc/passwd',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  'x\r\nSet-Cookie: a=b',
  '\u0000',
  '\uD83D',
  '𝕏'.repeat(400),
  '-1e308',
];

const all = (...rules: unknown[]) => ({ kind: 'group', match: 'all', rules });
const leaf = (field: unknown, operator: unknown, value: unknown) => ({ kind: 'field', field, operator, value });

/** Everything that could have been changed, as one number. */
const books = async (): Promise<unknown> => {
  const tables = [
    'contact',
    'company',
    'lead',
    'invoice',
    'segment',
    'campaign',
    'action',
    'hand_pick',
    'run',
    'recipient',
    'app_user',
  ];
  const sums = tables.map(
    (table) => sql`(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ${sql.table(table)} t)`,
  );
  const { rows } = await sql<{ sums: string[] }>`select array[${sql.join(sums)}] as sums`.execute(house.app.db);
  return rows[0]?.sums;
};

beforeAll(async () => {
  await furnish(house);
  marketer = await signedIn(house, 'cyprian@nordlys.test');
  const made = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
    const { status, body } = await answer;
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const contact = await made(marketer.call(createContact, { firstName: 'Kari', lastName: 'N', city: 'Oslo' }));
  await made(marketer.call(createCompany, { name: 'Fjord AS' }));
  await made(marketer.call(createLead, { firstName: 'Lea' }));
  const rule = all(leaf('contact.city', 'is', 'Oslo')) as never;
  const segment = await made(marketer.call(createSegment, { name: 'Oslo', partyKind: 'contact', rule }));
  const campaign = await made(marketer.call(createCampaign, { name: 'List', channel: 'list' }));
  const action = campaign.actions[0]!;
  const audience = { ...NO_AUDIENCE, include: [segment.id] };
  await made(marketer.call(updateAction, { id: action.id, updatedAt: action.updatedAt, audience }));
  const { run } = await made(marketer.call(generateSelection, { id: action.id }));
  ids = { run: run.id, action: action.id, segment: segment.id, contact: contact.id, campaign: campaign.id };
});

/** Some for each place, so that all of them come everywhere in turn. */
const someFor = (place: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => ATTACKS[(place * count + n) % ATTACKS.length]!);

const related = (more: object) => ({
  kind: 'related',
  relation: 'contact.assets',
  count: 'at_least',
  value: 1,
  sum: null,
  where: all(),
  ...more,
});
const PLACES: ((attack: string) => unknown)[] = [
  ...['is', 'is_not', 'contains', 'starts_with', 'ends_with'].map(
    (operator) => (attack: string) => leaf('contact.city', operator, attack),
  ),
  (attack) => leaf('contact.tags', 'any_of', [attack]),
  (attack) => leaf('contact.country', 'any_of', [attack]),
  (attack) => leaf('contact.birthday', 'is', attack),
  (attack) => leaf('contact.birthday', 'in_period', attack),
  (attack) => leaf('contact.account_manager', 'any_of', [attack]),
  (attack) => leaf(attack, 'is', 'x'),
  (attack) => leaf(`contact.custom.${attack}`, 'is', 'x'),
  (attack) => leaf('contact.city', attack, 'x'),
  (attack) => leaf('contact.city', 'is', { [attack]: attack }),
  (attack) => ({ kind: attack }),
  (attack) => ({ kind: 'segment', segmentId: attack, negate: false }),
  (attack) => related({ relation: attack }),
  (attack) => related({ sum: attack }),
  (attack) => related({ count: attack }),
  (attack) => related({ where: all(leaf('asset.name', 'contains', attack)) }),
  (attack) => related({ relation: 'contact.invoices', sum: `invoice.amount.${attack}` }),
  (attack) => related({ relation: 'contact.offers', where: all(leaf('offer.title', 'is', attack)) }),
  (attack) => related({ relation: 'company.opportunities', where: all(leaf('opportunity.state', 'any_of', [attack])) }),
  (attack) => related({ relation: 'contact.invoices', where: all(leaf('invoice.product_group', 'any_of', [attack])) }),
  (attack) => ({ kind: 'group', match: attack, rules: [] }),
  (attack) => all({ [attack]: attack }),
];

test('in every place of a rule they are a text or are refused, and change nothing', async () => {
  const before = await books();
  for (const [index, place] of PLACES.entries())
    for (const attack of someFor(index, 4)) {
      const rule = all(place(attack));
      const payload = { partyKind: index % 5 === 4 ? attack : 'contact', rule };
      const { status } = await marketer.send('POST', '/api/segments/preview', { payload });
      expect([attack, rule, status < 500]).toEqual([attack, rule, true]);
    }
  expect(await books()).toEqual(before);
});

const questions = (): Record<string, string[]> => ({
  '/api/segments': ['partyKind'],
  '/api/contacts': ['tag', 'companyId', 'accountManagerId'],
  '/api/companies': ['tag', 'accountManagerId'],
  '/api/leads': ['state'],
  '/api/campaigns': ['ownerId', 'state', 'kind', 'channel', 'topicId', 'archived'],
  '/api/contacts/export': ['format', 'words', 'tag'],
  '/api/companies/export': ['format', 'words'],
  [`/api/runs/${ids.run}/lines`]: ['state', 'reason', 'partyKind', 'fact', 'link', 'planned'],
  [`/api/runs/${ids.run}/export`]: ['format', 'words', 'state', 'reason', 'partyKind'],
  [`/api/campaigns/${ids.campaign}/lines`]: ['state', 'reason', 'url', 'actor', 'tracked'],
  [`/api/campaigns/${ids.campaign}/export`]: ['format', 'words', 'url'],
  [`/api/actions/${ids.action}/changes`]: ['since'],
  [`/api/actions/${ids.action}/changes/lines`]: ['since', 'side', 'cause'],
  [`/api/actions/${ids.action}/count`]: ['scope'],
  [`/api/actions/${ids.action}/preview`]: ['scope'],
  [`/api/actions/${ids.action}/why`]: ['partyKind', 'partyId'],
  [`/api/runs/${ids.run}/why`]: ['partyKind', 'partyId'],
});

test('in every question asked of lists, recipients and files they find nothing, are refused, and change nothing', async () => {
  const before = await books();
  const asked = Object.entries(questions()).flatMap(([path, own]) =>
    ['search', 'sort', 'direction', 'after', 'limit', ...own].map((name) => ({ path, name })),
  );
  for (const [index, { path, name }] of asked.entries()) {
    const needed = path.includes('export') ? { format: 'csv' } : path.includes('changes/lines') ? { side: 'left' } : {};
    for (const attack of someFor(index, name === 'search' || name === 'sort' ? 3 : 1)) {
      const { status } = await marketer.send('GET', path, { query: { ...needed, [name]: attack } });
      expect([path, name, attack, status < 500]).toEqual([path, name, attack, true]);
    }
  }
  // Told as an answer, not by a file that breaks off.
  const file = await marketer.send('GET', '/api/contacts/export', { query: { format: 'csv', search: 'a\u0000' } });
  expect(file.status).toBe(422);
  for (const attack of someFor(3, 6)) {
    const id = encodeURIComponent(Buffer.from(attack.slice(0, 80)).toString());
    for (const path of [
      `/api/runs/${id}/lines`,
      `/api/segments/${id}`,
      `/api/actions/${id}/changes`,
      `/api/runs/${id}/why`,
    ])
      expect((await marketer.send('GET', path)).status, path).toBeLessThan(500);
  }
  expect(await books()).toEqual(before);
});

test('as a name they are kept to the letter, or refused', async () => {
  for (const attack of ATTACKS) {
    const payload = {
      name: attack,
      description: attack,
      partyKind: 'contact',
      rule: all(leaf('contact.city', 'is', attack)),
    };
    const { status, body } = await marketer.send<{ id: string }>('POST', '/api/segments', { payload });
    expect([attack, [200, 422].includes(status)]).toEqual([attack, true]);
    if (status !== 200) continue;
    const stored = await marketer.call(getSegment, { id: body.id as never });
    expect(stored.body).toMatchObject({ name: attack.trim(), description: attack.trim(), rule: payload.rule });
  }
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from contact`.execute(house.app.db);
  expect(rows).toEqual([{ people: 1 }]);
});
