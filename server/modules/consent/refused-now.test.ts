import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { countingIds } from '../../../tests/support/ids.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { passedAs, passGate } from './gate-lock.ts';
import type { GateContext } from './model/gate.ts';
import type { LineAtGate } from './model/line-at-gate.ts';
import { optOut } from './opt-out.store.ts';
import { recordConsents } from './record-consents.ts';
import { refusedNow } from './refused-now.ts';
import { suppress } from './suppression.store.ts';

const database = testDatabase();
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const AT = new Date('2026-05-01T10:00:00Z');
const TOPIC = id(1);

const CONTEXT: GateContext = {
  campaignId: id(11),
  duplicatedFrom: null,
  actionId: id(20),
  channel: 'email',
  purposeClass: 'marketing',
  basis: 'consent',
  topicId: TOPIC,
  sharedAddress: 'one',
};

const line = (no: number, over: Partial<LineAtGate> = {}): LineAtGate => ({
  no,
  partyKind: 'contact',
  partyId: id(100 + no),
  role: 'own',
  addressKey: `p${no}@example.com`,
  ...over,
});
const leaving = (no: number) => ({
  subject: { topicId: TOPIC },
  channel: 'email',
  partyKind: 'contact',
  partyId: id(100 + no),
  addressKey: `p${no}@example.com`,
  source: 'unsubscribe_one_click',
  evidence: {},
  recordedBy: null,
  at: AT,
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => database.db.transaction().execute(work);
const given = (partyKind: string, partyId: string) => ({
  partyKind,
  partyId,
  addressKey: '',
  channel: 'email',
  topicId: TOPIC,
  decision: 'given' as const,
  wording: 'Yes',
  source: 'form',
  evidence: {},
  recordedBy: null,
  at: AT,
});

const [FINE, LEFT, SUPPRESSED, ERASED, MOVED, MERGED, OFFICE, OFFICE_MOVED, SILENT] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

beforeAll(async () => {
  const { db } = database;
  await sql`insert into topic (id, name) values (${TOPIC}, 'Newsletter')`.execute(db);
  const kept = [FINE, LEFT, SUPPRESSED, MOVED, SILENT, 66];
  for (const no of kept) {
    const address = no === MOVED ? 'new@example.com' : no === 66 ? `p${MERGED}@example.com` : `p${no}@example.com`;
    await sql`insert into contact (id, last_name, email, email_key) values (${id(100 + no)}, 'P', ${address}, ${address})`.execute(
      db,
    );
  }
  await sql`insert into contact_alias (old_id, contact_id) values (${id(100 + MERGED)}, ${id(166)})`.execute(db);
  await sql`insert into company (id, name, email_key) values (${id(100 + OFFICE)}, 'A', ${`p${OFFICE}@example.com`}),
    (${id(100 + OFFICE_MOVED)}, 'B', null)`.execute(db);
  const consenting = [FINE, LEFT, SUPPRESSED, ERASED, MOVED, MERGED].map((no) => given('contact', id(100 + no)));
  const firms = [OFFICE, OFFICE_MOVED].map((no) => given('company', id(100 + no)));
  await inTx((tx) => recordConsents(tx, [...consenting, ...firms], { overrules: true }));
  await inTx((tx) => optOut(tx, [leaving(LEFT)]));
  await inTx((tx) =>
    suppress(tx, countingIds(), [
      {
        kind: 'address',
        value: `p${SUPPRESSED}@example.com`,
        channel: 'all',
        purposeClass: 'all',
        reason: 'hard_bounce',
        note: '',
        evidence: {},
        recordedBy: null,
        at: AT,
      },
    ]),
  );
});

describe('at the moment of sending', () => {
  it('O50: drops who may no longer be written to, each with its reason, and nobody else', async () => {
    const office = { partyKind: 'company', role: 'office' };
    const lines = [
      ...[FINE, LEFT, SUPPRESSED, ERASED, MOVED, MERGED, SILENT].map((no) => line(no)),
      ...[OFFICE, OFFICE_MOVED].map((no) => line(no, office)),
    ];
    const refused = await inTx((tx) => refusedNow(tx, CONTEXT, lines));
    expect(refused).toEqual(
      new Map([
        [LEFT, { reason: 'opted_out', seen: 'unsubscribe_one_click · 2026-05-01' }],
        [SUPPRESSED, { reason: 'suppressed', seen: 'p3@example.com · hard_bounce · 2026-05-01' }],
        [ERASED, { reason: 'erased', seen: '' }],
        [MOVED, { reason: 'address_changed', seen: 'new@example.com' }],
        [OFFICE_MOVED, { reason: 'address_changed', seen: '' }],
        [SILENT, { reason: 'opted_out', seen: '' }],
      ]),
    );
  });

  it('asks nothing for no lines', async () => {
    expect(await inTx((tx) => refusedNow(tx, CONTEXT, []))).toEqual(new Map());
  });
});

describe('the gate lock', () => {
  /** Two transactions side by side: the first holds the gate until told to end. */
  const sideBySide = async (first: (tx: Tx) => Promise<unknown>, second: () => Promise<unknown>) => {
    const order: string[] = [];
    let end = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    let entered = () => {};
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const one = inTx(async (tx) => {
      await first(tx);
      entered();
      await held;
      order.push('first');
    });
    await inside;
    const two = second().then(() => order.push('second'));
    const waiting = await untilWaiting();
    end();
    await Promise.all([one, two]);
    return { waiting, order };
  };

  const untilWaiting = async (): Promise<boolean> => {
    for (let tries = 0; tries < 2000; tries++) {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
      if (rows.length > 0) return true;
    }
    return false;
  };

  const seqOf = async (tx: Tx) => {
    await passGate(tx);
    const { rows } = await sql<{ seq: string }>`select ${passedAs} as seq`.execute(tx);
    return BigInt(rows[0]!.seq);
  };

  it('I5: an intent begun while somebody leaves waits, sees that he left, and has the later number', async () => {
    let intent = 0n;
    let seen = new Map();
    const { waiting, order } = await sideBySide(
      (tx) => optOut(tx, [leaving(FINE)]),
      () =>
        inTx(async (tx) => {
          intent = await seqOf(tx);
          seen = await refusedNow(tx, CONTEXT, [line(FINE)]);
        }),
    );
    expect(waiting).toBe(true);
    expect(order).toEqual(['first', 'second']);
    expect(seen.get(FINE)?.reason).toBe('opted_out');
    const { rows } = await sql<{ gateSeq: string }>`select max(gate_seq) as gate_seq from opt_out`.execute(database.db);
    expect(intent).toBeGreaterThan(BigInt(rows[0]!.gateSeq));
  });

  it('I5: leaving while an intent is under way waits for it, and has the later number', async () => {
    let intent = 0n;
    const { waiting } = await sideBySide(
      async (tx) => {
        intent = await seqOf(tx);
      },
      () => inTx((tx) => optOut(tx, [{ ...leaving(MOVED), subject: { campaignId: CONTEXT.campaignId } }])),
    );
    expect(waiting).toBe(true);
    const { rows } = await sql<{ gateSeq: string }>`select max(gate_seq) as gate_seq from opt_out`.execute(database.db);
    expect(BigInt(rows[0]!.gateSeq)).toBeGreaterThan(intent);
  });

  it('lets intents pass side by side', async () => {
    await inTx(async (one) => {
      const first = await seqOf(one);
      expect(await inTx(seqOf)).toBeGreaterThan(first);
    });
  });
});
