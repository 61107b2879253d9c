import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { countingIds } from '../../../tests/support/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { consentGates, consentRecordFor } from './gates.ts';
import type { ExclusionReason, GateContext } from './model/gate.ts';
import { type OptOutRow, optOut } from './opt-out.store.ts';
import { type ConsentRow, recordConsents } from './record-consents.ts';
import { type SuppressionRow, suppress } from './suppression.store.ts';

const database = testDatabase();
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [TOPIC, OTHER_TOPIC, CAMPAIGN, ORIGINAL, OTHER_CAMPAIGN] = [id(1), id(2), id(11), id(12), id(13)];
const AT = new Date('2026-05-01T10:00:00Z');

const CONTEXT: GateContext = {
  campaignId: CAMPAIGN,
  duplicatedFrom: null,
  actionId: id(20),
  channel: 'email',
  purposeClass: 'marketing',
  basis: 'soft_opt_in',
  topicId: TOPIC,
  sharedAddress: 'each',
};
const NEEDS_CONSENT = { ...CONTEXT, basis: 'consent' as const };
const NOTICE = { ...CONTEXT, purposeClass: 'notice' as const, basis: 'contract' as const };

/** Two people: Anna is the one spoken of, Bo the bystander. */
const ANNA = { partyKind: 'contact', partyId: id(100), addressKey: 'anna@example.com' };
const BO = { partyKind: 'contact', partyId: id(101), addressKey: 'bo@example.org' };
type Person = typeof ANNA;

const consent = (row: Partial<ConsentRow> = {}): ConsentRow => ({
  ...ANNA,
  addressKey: '',
  channel: 'email',
  topicId: TOPIC,
  decision: 'given',
  wording: 'Yes please',
  source: 'form',
  evidence: {},
  recordedBy: null,
  at: AT,
  ...row,
});
const leaving = (row: Partial<OptOutRow>): OptOutRow => ({
  ...ANNA,
  subject: { topicId: TOPIC },
  channel: 'email',
  source: 'unsubscribe_page',
  evidence: {},
  recordedBy: null,
  at: AT,
  ...row,
});
const suppression = (row: Partial<SuppressionRow> = {}): SuppressionRow => ({
  kind: 'address',
  value: ANNA.addressKey,
  channel: 'all',
  purposeClass: 'marketing',
  reason: 'manual',
  note: '',
  evidence: {},
  recordedBy: null,
  at: AT,
  ...row,
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => database.db.transaction().execute(work);
const consents = (...rows: ConsentRow[]) => inTx((tx) => recordConsents(tx, rows, { overrules: true }));
const optOuts = (...rows: OptOutRow[]) => inTx((tx) => optOut(tx, rows));
const suppressions = (...rows: SuppressionRow[]) => inTx((tx) => suppress(tx, countingIds(), rows));

const judge = async (db: Db, context: GateContext, people: Person[]) => {
  const cases = consentGates.flatMap((gate) => {
    const refuses = gate.refuses(context);
    return refuses === null ? [] : [{ reason: gate.reason, refuses, seen: gate.seen(context) }];
  });
  const { rows } = await sql<{
    partyId: string;
    reason: ExclusionReason | null;
    seen: string | null;
    proof: string | null;
  }>`
    with line as (select * from unnest(${people.map((p) => p.partyKind)}::text[], ${people.map((p) => p.partyId)}::uuid[],
      ${people.map((p) => p.addressKey)}::text[]) as l (party_kind, party_id, address_key))
    select party_id, case ${sql.join(
      cases.map((c) => sql`when ${c.refuses} then ${c.reason}::text`),
      sql` `,
    )} end as reason,
      case ${sql.join(
        cases.map((c) => sql`when ${c.refuses} then ${c.seen}`),
        sql` `,
      )} end as seen, ${consentRecordFor(context)} as proof from line`.execute(db);
  return new Map(rows.map((row) => [row.partyId, row]));
};

const verdict = async (context: GateContext, person: Person = ANNA) =>
  (await judge(database.db, context, [person])).get(person.partyId)?.reason ?? null;

beforeEach(async () => {
  await sql`truncate topic, consent, consent_record, opt_out, suppression cascade`.execute(database.db);
  await sql`insert into topic (id, name) values (${TOPIC}, 'Newsletter'), (${OTHER_TOPIC}, 'Offers')`.execute(
    database.db,
  );
});

interface Case {
  name: string;
  context?: GateContext;
  given(): Promise<unknown>;
  refused: ExclusionReason;
}

const ONE_REFUSED_ONE_PASSING: Case[] = [
  { name: 'a suppressed address', given: () => suppressions(suppression()), refused: 'suppressed_address' },
  {
    name: 'a suppressed number',
    given: () => suppressions(suppression({ kind: 'number' })),
    refused: 'suppressed_address',
  },
  {
    name: 'a suppression of this channel',
    given: () => suppressions(suppression({ channel: 'email' })),
    refused: 'suppressed_address',
  },
  {
    name: 'a notice to an address closed for everything',
    context: NOTICE,
    given: () => suppressions(suppression({ purposeClass: 'all' })),
    refused: 'suppressed_address',
  },
  {
    name: 'a suppressed domain',
    given: () => suppressions(suppression({ kind: 'domain', value: 'example.com' })),
    refused: 'suppressed_domain',
  },
  {
    name: 'Q14: no consent where the action requires it',
    context: NEEDS_CONSENT,
    given: () => consents(consent(BO)),
    refused: 'no_consent',
  },
  {
    name: 'Q14: consent to another topic, another channel or another address only',
    context: NEEDS_CONSENT,
    given: () =>
      consents(
        consent(BO),
        consent({ topicId: OTHER_TOPIC }),
        consent({ channel: 'sms' }),
        consent({ addressKey: 'old@example.com' }),
      ),
    refused: 'no_consent',
  },
  {
    name: 'O50: a withdrawn consent where the action requires consent',
    context: NEEDS_CONSENT,
    given: () => consents(consent(BO), consent(), consent({ decision: 'withdrawn' })),
    refused: 'no_consent',
  },
  {
    name: 'O05: someone who left this campaign',
    given: () => optOuts(leaving({ subject: { campaignId: CAMPAIGN } })),
    refused: 'unsubscribed_campaign',
  },
  {
    name: 'O05: a notice to someone who left this campaign',
    context: NOTICE,
    given: () => optOuts(leaving({ subject: { campaignId: CAMPAIGN } })),
    refused: 'unsubscribed_campaign',
  },
  {
    name: 'O05: someone who left the campaign this one was copied from',
    context: { ...CONTEXT, duplicatedFrom: ORIGINAL },
    given: () => optOuts(leaving({ subject: { campaignId: ORIGINAL } })),
    refused: 'unsubscribed_campaign',
  },
  { name: 'O50: someone who left the topic', given: () => optOuts(leaving({})), refused: 'unsubscribed_topic' },
  {
    name: 'O50: a duplicate record with the address of someone who left',
    given: () => optOuts(leaving({ partyId: id(999) })),
    refused: 'unsubscribed_topic',
  },
  {
    name: 'O50: someone who left under an earlier address',
    given: () => optOuts(leaving({ addressKey: 'old@example.com' })),
    refused: 'unsubscribed_topic',
  },
  {
    name: 'O50: a withdrawal, whatever the basis of the marketing',
    given: () => consents(consent({ decision: 'withdrawn' })),
    refused: 'unsubscribed_topic',
  },
];

describe('a gate refuses one and lets the other pass', () => {
  it.each(ONE_REFUSED_ONE_PASSING)('$name', async ({ context = CONTEXT, given, refused }) => {
    await given();
    const lines = await judge(database.db, context, [ANNA, BO]);
    expect(lines.get(ANNA.partyId)?.reason).toBe(refused);
    expect(lines.get(BO.partyId)?.reason).toBeNull();
  });
});

const PASSING: { name: string; context?: GateContext; given(): Promise<unknown> }[] = [
  {
    name: 'a notice where only marketing is suppressed',
    context: NOTICE,
    given: () => suppressions(suppression(), suppression({ kind: 'domain', value: 'example.com' })),
  },
  { name: 'a suppression of another channel', given: () => suppressions(suppression({ channel: 'sms' })) },
  { name: 'a subdomain’s parent', given: () => suppressions(suppression({ kind: 'domain', value: 'le.com' })) },
  { name: 'a notice to someone who left the topic', context: NOTICE, given: () => optOuts(leaving({})) },
  {
    name: 'someone who left another campaign',
    given: () => optOuts(leaving({ subject: { campaignId: OTHER_CAMPAIGN } })),
  },
  { name: 'someone who left another topic', given: () => optOuts(leaving({ subject: { topicId: OTHER_TOPIC } })) },
  { name: 'someone who left the topic on another channel', given: () => optOuts(leaving({ channel: 'sms' })) },
  {
    name: 'consent at this very address',
    context: NEEDS_CONSENT,
    given: () => consents(consent({ addressKey: ANNA.addressKey })),
  },
  {
    name: 'consent at this address after a withdrawal for all',
    context: NEEDS_CONSENT,
    given: () => consents(consent({ decision: 'withdrawn' }), consent({ addressKey: ANNA.addressKey })),
  },
  {
    name: 'O50: someone who left and consented again',
    context: NEEDS_CONSENT,
    given: async () => {
      await optOuts(leaving({}));
      await consents(consent());
    },
  },
];

describe('a gate lets pass', () => {
  it.each(PASSING)('$name', async ({ context = CONTEXT, given }) => {
    await given();
    expect(await verdict(context)).toBeNull();
  });
});

describe('consent', () => {
  it('withdrawn for all addresses is withdrawn for each', async () => {
    await consents(consent({ addressKey: ANNA.addressKey }));
    await consents(consent({ decision: 'withdrawn' }));
    expect(await verdict(NEEDS_CONSENT)).toBe('no_consent');
  });

  it('without a topic refuses everyone where it is required', async () => {
    expect(await verdict({ ...NEEDS_CONSENT, topicId: null })).toBe('no_consent');
  });

  it('O50: an import brings nobody back who has left or withdrawn', async () => {
    await optOuts(leaving({}));
    await consents(consent({ ...BO, decision: 'withdrawn' }));
    const imported = [
      consent({ source: 'import' }),
      consent({ ...BO, source: 'import' }),
      consent({ partyId: id(102) }),
    ];
    const first = await inTx((tx) => recordConsents(tx, imported, { overrules: false }));
    expect(first).toEqual({ recorded: 1, unchanged: [], keptWithdrawn: [0, 1] });
    const again = await inTx((tx) => recordConsents(tx, imported, { overrules: false }));
    expect(again).toEqual({ recorded: 0, unchanged: [2], keptWithdrawn: [0, 1] });
    expect(await verdict(CONTEXT)).toBe('unsubscribed_topic');
  });

  it('O50: the line keeps the record that allowed it', async () => {
    await consents(consent());
    await consents(consent({ wording: 'Still yes' }));
    const { rows } = await sql<{ id: string }>`select max(id) as id from consent_record`.execute(database.db);
    const lines = await judge(database.db, NEEDS_CONSENT, [ANNA, BO]);
    expect(lines.get(ANNA.partyId)?.proof).toBe(rows[0]?.id);
    expect(lines.get(BO.partyId)?.proof).toBeNull();
  });

  it('tells what the gate saw', async () => {
    await consents(consent({ decision: 'withdrawn' }));
    const lines = await judge(database.db, NEEDS_CONSENT, [ANNA]);
    expect(lines.get(ANNA.partyId)?.seen).toBe('withdrawn · 2026-05-01');
  });
});
