import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { listCampaignLines as linesEndpoint } from '../../../contract/reporting.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../../../tests/support/ready-campaign.ts';
import { numbersOf } from '../../../tests/support/report-numbers.ts';
import { campaignReport, listCampaignLines } from './index.ts';

const database = testDatabase();
let house: Awaited<ReturnType<typeof givenHouse>>;

beforeAll(async () => {
  house = await givenHouse(database.db);
  await givenContacts(database.db, 30, house.topicId);
});

const STATES = ['sent', 'failed', 'dropped', 'unknown', 'deferred', 'open'] as const;
const KINDS = ['opened', 'clicked', 'bounced', 'unsubscribed'];
const ACTORS = ['human', 'machine', 'unknown'];

interface MadeLine {
  excluded: string | null;
  state: (typeof STATES)[number];
  reason: string;
  facts: { kind: string; actor: string; link: number }[];
  /** Taken into the next retry, where it failed or so. */
  retried: boolean;
  tracked: boolean;
}

const madeLine: fc.Arbitrary<MadeLine> = fc.record({
  excluded: fc.option(fc.constantFrom('no_consent', 'no_address', 'already_in_campaign'), { freq: 3 }),
  state: fc.constantFrom(...STATES),
  reason: fc.constantFrom('mailbox_full', 'no_such_mailbox', 'stopped'),
  facts: fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      actor: fc.constantFrom(...ACTORS),
      link: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 4 },
  ),
  retried: fc.boolean(),
  tracked: fc.boolean(),
});

const madeCampaign = fc.record({
  mains: fc.array(fc.array(madeLine, { maxLength: 25 }), { minLength: 1, maxLength: 3 }),
  retry: fc.array(madeLine, { minLength: 25, maxLength: 25 }),
  second: fc.array(madeLine, { minLength: 25, maxLength: 25 }),
  retrySealed: fc.boolean(),
  test: fc.array(madeLine, { maxLength: 3 }),
});

let runNo = 2026_01_0000000;

const storeEvents = async (run: number, no: number, facts: MadeLine['facts']) => {
  for (const [place, { kind, actor, link }] of facts.entries()) {
    const linkNo = kind === 'clicked' ? link : null;
    await sql`insert into event (run_id, no, event_id, kind, actor, link_no, at) values (${run}, ${no}, ${`e${place}`}, ${kind}, ${actor}, ${linkNo}, now())`.execute(
      database.db,
    );
    for (const first of linkNo === null ? [0] : [0, linkNo])
      await sql`insert into first_event (run_id, kind, actor, link_no, no, event_id, at) values (${run}, ${kind}, ${actor}, ${first}, ${no}, ${`e${place}`}, now())
        on conflict do nothing`.execute(database.db);
  }
};

const storeLine = async (
  run: number,
  no: number,
  line: MadeLine,
  contacts: string[],
  origin: [number, number] | null,
) => {
  const verdict = line.excluded === null ? 'planned' : 'excluded';
  await sql`insert into recipient (run_id, no, party_kind, party_id, role, address, origin, verdict, reason)
    values (${run}, ${no}, 'contact', ${contacts[no - 1]}, 'own', ${`person${no}@example.org`}, 'rule', ${verdict}, ${line.excluded})`.execute(
    database.db,
  );
  if (verdict === 'excluded') return;
  if (line.state !== 'open')
    await sql`insert into outcome (run_id, no, seq, state, reason, next_at)
      values (${run}, ${no}, 1, 'deferred', 'greylisted', now()), (${run}, ${no}, 2, ${line.state}, ${line.state === 'sent' ? null : line.reason},
        ${line.state === 'deferred' ? new Date() : null})`.execute(database.db);
  for (const attempt of [1, 2])
    await sql`insert into attempt (run_id, no, attempt_no, worker_id, fence, gate_seq, tracked)
      values (${run}, ${no}, ${attempt}, gen_random_uuid(), 1, 1, ${attempt === 1 ? !line.tracked : line.tracked})`.execute(
      database.db,
    );
  if (origin)
    await sql`insert into retry_of (origin_run, origin_no, retry_run, retry_no) values (${origin[0]}, ${origin[1]}, ${run}, ${no})`.execute(
      database.db,
    );
  await storeEvents(run, no, line.facts);
};

interface MadeRun {
  id: number;
  /** Planned lines that a retry may take up. */
  over: { no: number; line: MadeLine }[];
}

const storeRun = async (
  campaign: ReadyCampaign,
  contacts: string[],
  { mode, lines, origins, sealed }: { mode: string; lines: MadeLine[]; origins?: [number, number][]; sealed: boolean },
): Promise<MadeRun> => {
  const id = ++runNo;
  const planned = lines.filter((line) => line.excluded === null);
  const tally = new Map<string, number>();
  for (const { excluded } of lines) if (excluded) tally.set(excluded, (tally.get(excluded) ?? 0) + 1);
  const waterfall = [...tally].map(([reason, count]) => ({ reason, lines: count }));
  const count = (...states: string[]) => planned.filter(({ state }) => states.includes(state)).length;
  await sql`insert into run (id, campaign_id, action_id, mode, state, channel, content_version_id, matched, planned, excluded, waterfall, sealed_at)
    values (${id}, ${campaign.campaignId}, ${campaign.actionId}, ${mode}, ${sealed ? 'sending' : 'generated'}, 'email', ${campaign.contentVersionId},
      ${lines.length}, ${planned.length}, ${lines.length - planned.length}, ${JSON.stringify(waterfall)}::jsonb, ${sealed ? new Date() : null})`.execute(
    database.db,
  );
  await sql`insert into chunk (run_id, chunk_no, first_no, last_no, total, open, deferred, sent, failed, unknown, dropped)
    values (${id}, 1, 1, ${lines.length}, ${planned.length}, ${count('open', 'deferred')}, ${count('deferred')}, ${count('sent')}, ${count('failed')},
      ${count('unknown')}, ${count('dropped')})`.execute(database.db);
  for (const [place, line] of lines.entries()) await storeLine(id, place + 1, line, contacts, origins?.[place] ?? null);
  const over = lines.flatMap((line, place) =>
    line.excluded === null && line.retried && !['open', 'deferred'].includes(line.state)
      ? [{ no: place + 1, line }]
      : [],
  );
  return { id, over };
};

/** A retry has one line for each that went over into it; it may leave some out, which then are not bound to their origin. */
const storeRetry = (campaign: ReadyCampaign, contacts: string[], from: MadeRun, lines: MadeLine[], sealed: boolean) =>
  storeRun(campaign, contacts, {
    mode: 'retry',
    sealed,
    lines: lines.slice(0, from.over.length),
    origins: from.over.map(({ no }) => [from.id, no]),
  });

const storeCampaign = async (made: typeof madeCampaign extends fc.Arbitrary<infer T> ? T : never) => {
  const campaign = await givenCampaign(database.db, house);
  await sql`insert into link (content_version_id, link_no, url) values (${campaign.contentVersionId}, 1, 'https://a.example'), (${campaign.contentVersionId}, 2, 'https://b.example')`.execute(
    database.db,
  );
  const { rows } = await sql<{ id: string }>`select id from contact order by id limit 30`.execute(database.db);
  const contacts = rows.map(({ id }) => id);
  const mains: MadeRun[] = [];
  for (const lines of made.mains) mains.push(await storeRun(campaign, contacts, { mode: 'main', lines, sealed: true }));
  const retry = await storeRetry(campaign, contacts, mains[0]!, made.retry, true);
  await storeRetry(campaign, contacts, retry, made.second, made.retrySealed);
  await storeRun(campaign, contacts, { mode: 'test', lines: made.test, sealed: true });
  return campaign;
};

type Asked = Partial<Parameters<typeof linesEndpoint.input.parse>[0] & object>;

const list = (campaign: ReadyCampaign, asked: Asked) =>
  listCampaignLines(database, campaign.actor, linesEndpoint.input.parse({ id: campaign.campaignId, ...asked }));

/** All of it, page by page. */
const walk = async (campaign: ReadyCampaign, asked: Asked) => {
  const lines: { runId: string; no: number; name: string }[] = [];
  let after: string | undefined;
  do {
    const page = await list(campaign, { limit: 7, ...asked, after });
    lines.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return lines;
};

describe('the people behind the numbers of a report', () => {
  test('E10, O42: whatever happened over main runs, retries and tests, each number opens as many lines as it says', async () => {
    await sql`select create_run_partitions('202601', 2026010000000, 2026020000000)`.execute(database.db);
    await fc.assert(
      fc.asyncProperty(madeCampaign, async (made) => {
        const campaign = await storeCampaign(made);
        const report = await campaignReport(database, campaign.actor, { id: campaign.campaignId });
        const { points } = report.timeline;
        expect(points.reduce((sum, point) => sum + point.sent, 0)).toBe(report.sums.sent);
        for (const { filter, count } of numbersOf(report)) {
          const lines = await walk(campaign, filter);
          const different = new Set(lines.map(({ runId, no }) => `${runId} ${no}`));
          expect([filter, lines.length, different.size]).toEqual([filter, count, count]);
          expect((await list(campaign, filter)).total).toBe(count);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);

  test('in any order, on pages of any size, each line comes once; the search narrows them', async () => {
    const line: MadeLine = {
      excluded: null,
      state: 'failed',
      reason: 'mailbox_full',
      facts: [],
      retried: false,
      tracked: true,
    };
    const lines = Array.from({ length: 25 }, (): MadeLine => ({ ...line }));
    const campaign = await storeCampaign({
      mains: [lines, lines],
      retry: lines,
      second: lines,
      retrySealed: true,
      test: lines,
    });
    for (const sort of ['list', 'name', 'address', 'at'])
      for (const direction of ['asc', 'desc']) {
        const walked = await walk(campaign, { sort, direction });
        expect(new Set(walked.map(({ runId, no }) => `${runId} ${no}`)).size).toBe(50);
        expect(walked).toHaveLength(50);
      }
    const names = (await walk(campaign, { sort: 'name' })).map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    expect(await walk(campaign, { search: 'person7@' })).toHaveLength(2);
    await expect(list(campaign, { sort: 'secret' })).rejects.toMatchObject({ problems: [{ field: 'sort' }] });
  });
});
