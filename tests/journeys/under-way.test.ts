import { beforeAll, expect, test, vi } from 'vitest';
import { getCampaign } from '../../contract/campaigns.ts';
import type { Run } from '../../contract/runs.ts';
import {
  campaignReport,
  distribute,
  fetchFailed,
  getRun,
  listLines,
  pauseRun,
  resumeRun,
  sendTest,
  stopRun,
  today,
} from '../../contract/runs.ts';
import { recordEvents } from '../../server/modules/tracking/record-events.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { givenCampaign, givenContacts, type ReadyCampaign } from '../support/ready-campaign.ts';

const PEOPLE = 60;
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const house = campaignHouse();
const { ask, untilFinished } = house;
let campaign: ReadyCampaign;
let run: Run;

const shown = async () => ask(getRun, { id: run.id });
const receivedBy = (pattern: RegExp) => house.mail.received.filter(({ to }) => pattern.test(to));
/** The sending account's connections: as many messages are on their way at once. */
const AT_ONCE = 4;
const untilHeldUp = async (sent: number) => {
  await vi.waitFor(
    async () => {
      expect(house.mail.waiting()).toBe(AT_ONCE);
      expect((await shown()).sums.sent).toBe(sent);
    },
    { timeout: PATIENCE_MS },
  );
};
/** What was on its way has its answer; where nothing new is begun that is all. */
const letGo = async (sent: number) => {
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
  await eventually(async () => expect((await shown()).sums.sent).toBe(sent));
};

beforeAll(async () => {
  await givenContacts(house.app.db, PEOPLE, house.given.topicId);
  campaign = await givenCampaign(house.app.db, house.given);
});

test('O41: while it goes, what is sent and what still waits is counted, the same on every page', async () => {
  house.mail.refuse = (address) => (address === 'person60@example.org' ? '550 5.1.1 no such user here' : null);
  house.mail.answerOnly(10);
  run = await ask(distribute, { id: campaign.actionId, expectedPlanned: PEOPLE });
  await untilHeldUp(10);
  const { state, sums } = await shown();
  expect(state).toBe('sending');
  expect(sums).toMatchObject({ planned: PEOPLE, sent: 10, dropped: 0, unknown: 0 });
  expect(sums.open + sums.failed).toBe(PEOPLE - 10);
  expect((await ask(today, {})).running).toMatchObject([{ id: run.id, sums }]);
  expect((await ask(campaignReport, { id: campaign.campaignId })).sums).toMatchObject({ sent: 10, open: sums.open });
});

test('paused, it stands still, while a test to myself still goes out', async () => {
  expect((await ask(pauseRun, { id: run.id })).state).toBe('paused');
  await letGo(10 + AT_ONCE);
  const { sums } = await shown();
  const mine = await ask(sendTest, { id: campaign.actionId, to: 'cyprian@nordlys.test' });
  await untilFinished(mine.id);
  expect(receivedBy(/^cyprian/)).toHaveLength(1);
  expect(await shown()).toMatchObject({ state: 'paused', sums });
  expect(receivedBy(/^person/)).toHaveLength(sums.sent);
  expect((await ask(getCampaign, { id: campaign.campaignId })).state).toBe('paused');
});

test('resumed, the rest gets it, and nobody twice', async () => {
  await ask(resumeRun, { id: run.id });
  await untilFinished(run.id);
  expect((await shown()).sums).toMatchObject({ sent: PEOPLE - 1, failed: 1, open: 0, dropped: 0 });
  expect(new Set(receivedBy(/^person/).map(({ to }) => to)).size).toBe(PEOPLE - 1);
  expect(receivedBy(/^person/)).toHaveLength(PEOPLE - 1);
  await house.expectLedgerToHold();
});

test('O41, O42: opened, clicked, bounced and wrong addresses are counted, and each number opens its people', async () => {
  const tracked = (name: string, kind: 'o' | 'c') => {
    const { mail } = house.mail.received.find(({ to }) => to === `${name}@example.org`)!;
    return new URL(String(mail.html).match(new RegExp(`http://fanfare\\.test/${kind}/[^"'\\s<]+`))![0]).pathname;
  };
  house.clock.set(new Date(Date.now() + 3_600_000).toISOString());
  for (const name of ['person1', 'person2']) await house.server.inject({ url: tracked(name, 'o'), headers: FIREFOX });
  await house.server.inject({ url: tracked('person2', 'c'), headers: FIREFOX });
  await house.app.hits.flush();
  const returned = (await ask(listLines, { id: run.id, search: 'person3@' })).rows[0]!;
  const bounce = {
    eventId: 'b1',
    kind: 'bounced',
    actor: 'machine',
    linkNo: null,
    at: new Date(),
    evidence: {},
  } as const;
  await recordEvents(house.app.db, [{ ...bounce, runId: run.id, no: returned.no }]);

  const report = await ask(campaignReport, { id: campaign.campaignId });
  const { open, click, clickToOpen, bounce: bounced } = report.rates;
  expect(open).toEqual({ numerator: 2, denominator: PEOPLE - 2, value: 2 / (PEOPLE - 2) });
  expect(click).toEqual({ numerator: 1, denominator: PEOPLE - 2, value: 1 / (PEOPLE - 2) });
  expect(clickToOpen).toEqual({ numerator: 1, denominator: 2, value: 1 / 2 });
  expect(bounced).toEqual({ numerator: 1, denominator: PEOPLE - 1, value: 1 / (PEOPLE - 1) });
  expect(report.failedBy).toEqual([{ reason: 'no_such_mailbox', lines: 1 }]);

  const addresses = async (which: object) =>
    (await ask(listLines, { id: run.id, ...which })).rows.map(({ address }) => address?.split('@')[0]).sort();
  expect(await addresses({ fact: 'opened' })).toEqual(['person1', 'person2']);
  expect(await addresses({ fact: 'clicked' })).toEqual(['person2']);
  expect(await addresses({ fact: 'bounced' })).toEqual(['person3']);
  expect(await addresses({ state: 'failed' })).toEqual(['person60']);
});

test('stopped, the rest is dropped with that reason, and can be fetched later', async () => {
  house.mail.received.length = 0;
  house.mail.answerOnly(10);
  campaign = await givenCampaign(house.app.db, house.given);
  run = await ask(distribute, { id: campaign.actionId });
  await untilHeldUp(10);
  expect((await ask(stopRun, { id: run.id })).state).toBe('stopped');
  await letGo(10 + AT_ONCE);
  await vi.waitFor(async () => expect((await shown()).sums.open).toBe(0), { timeout: PATIENCE_MS });
  const dropped = run.sums.planned - 10 - AT_ONCE;
  expect((await shown()).sums).toMatchObject({ sent: 10 + AT_ONCE, failed: 0, dropped, unknown: 0 });
  expect(receivedBy(/^person/)).toHaveLength(10 + AT_ONCE);
  const log = await ask(listLines, { id: run.id, state: 'dropped', limit: 100 });
  expect(log.total).toBe(dropped);
  expect(new Set(log.rows.map(({ reason }) => reason))).toEqual(new Set(['stopped']));
  const report = await ask(campaignReport, { id: campaign.campaignId });
  expect(report.droppedBy).toEqual([{ reason: 'stopped', lines: dropped }]);
  await house.expectLedgerToHold();
  expect((await ask(fetchFailed, { id: campaign.actionId, what: ['dropped'] })).sums.planned).toBe(dropped);
});
