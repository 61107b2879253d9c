import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { addAction } from '../../contract/actions.ts';
import { createCampaign, getCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { PartyId } from '../../contract/ids.ts';
import { countNotices, listNotices, readNotices } from '../../contract/notices.ts';
import { campaignAnswers, listAnswers, saveOccasion, setAnswer } from '../../contract/occasion.ts';
import { campaignReport, distribute, listRuns, previewAction, sendTest } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn } from '../support/house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused, untilFinished } = house;
let campaign: OutputOf<typeof getCampaign>;

const action = (name: string) => campaign.actions.find((one) => one.name === name)!;
const asRead = (name: string) => ({ id: action(name).id, updatedAt: action(name).updatedAt });
const occasion = {
  title: 'Open day',
  startsAt: '2026-05-07T08:00:00Z',
  endsAt: '2026-05-07T14:00:00Z',
  place: 'Showroom, Oslo',
  places: 2,
  waitingList: true,
  answerUntil: null,
};
const written = async (subject: string, html: string) =>
  (await ask(createContentVersion, { defaultLanguage: 'en', variants: { en: { subject, html } } })).id;

/** The address behind a button of the message that somebody got. */
const buttonOf = (who: number, subject: string, answer: string): string => {
  const { mail } = house.mail.received.find(
    ({ to, mail }) => to === `person${who}@example.org` && mail.subject === subject,
  )!;
  return new RegExp(`https?://[^"]*(/a/[\\w-]+/${answer})"`).exec(String(mail.html))![1]!;
};
const look = (address: string) => house.server.inject({ method: 'GET', url: address });
const answer = async (who: number, given: string, subject = 'Will you come?') =>
  house.server.inject({
    method: 'POST',
    url: buttonOf(who, subject, 'yes').replace(/\/yes$/, ''),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `answer=${given}`,
  });
const summary = () => ask(campaignAnswers, { id: campaign.id });

beforeAll(async () => {
  await givenContacts(house.app.db, 6, house.given.topicId);
});

test('O20: an invitation says what for, when, where and for how many; what cannot be is told at its field', async () => {
  campaign = await ask(createCampaign, { name: 'Open day', kind: 'multi_stage' });
  const { id } = campaign;
  expect(await refused(saveOccasion, { id, ...occasion, endsAt: '2026-05-07T07:00:00Z' })).toBe(
    '422 endsAt ends_before_start',
  );
  expect(await refused(saveOccasion, { id, ...occasion, answerUntil: '2026-05-08T07:00:00Z' })).toBe(
    '422 answerUntil answer_after_start',
  );
  await ask(saveOccasion, { id, ...occasion });
  expect((await summary()).occasion).toMatchObject({ title: 'Open day', places: 2 });
});

test('O17, O19, O29: three stages: the invitation, a reminder a day later to those silent, a message to those with a place', async () => {
  const html = `<p>{{ contact.first_name }}, <a href="{{ answer_yes_url }}">Yes</a> <a href="{{ answer_no_url }}">No</a>
    <a href="{{ answer_maybe_url }}">Maybe</a></p>`;
  const [first] = campaign.actions;
  campaign = await ask(updateAction, {
    id: first!.id,
    updatedAt: first!.updatedAt,
    name: 'Invitation',
    audience: everyone,
    contentVersionId: await written('Will you come?', html),
  });
  campaign = await ask(addAction, { id: campaign.id, name: 'Reminder', sameGroupAs: first!.id });
  campaign = await ask(addAction, { id: campaign.id, name: 'Welcome', sameGroupAs: first!.id });
  const from = (name: string, which: 'not_answered' | 'placed') => ({
    ...action(name).audience,
    copyOf: { actionId: first!.id, which },
  });
  campaign = await ask(updateAction, {
    ...asRead('Reminder'),
    audience: from('Reminder', 'not_answered'),
    contentVersionId: await written('There are places left', html),
    schedule: { kind: 'after', actionId: first!.id, hours: 24 },
  });
  campaign = await ask(updateAction, {
    ...asRead('Welcome'),
    audience: from('Welcome', 'placed'),
    contentVersionId: await written('See you there', '<p><a href="{{ calendar_url }}">Calendar</a></p>'),
  });
  expect(
    await refused(updateAction, {
      ...asRead('Invitation'),
      schedule: { kind: 'after', actionId: action('Reminder').id, hours: 1 },
    }),
  ).toBe('422 schedule.actionId actions_circular');
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, state: 'ready' });
  expect(campaign.problems).toEqual([]);
});

test('O39: the reminder is released at once and waits for the invitation, then for its day', async () => {
  const waiting = await ask(distribute, { id: action('Reminder').id });
  expect(waiting).toMatchObject({ state: 'scheduled', scheduledFor: null, sums: { planned: 0 } });
  await untilFinished((await ask(distribute, { id: action('Invitation').id })).id);
  expect(house.mail.received).toHaveLength(6);
  const [run] = await ask(listRuns, { id: action('Reminder').id });
  const hours = (Date.parse(run!.scheduledFor!) - Date.now()) / 3_600_000;
  expect(run!.state).toBe('scheduled');
  expect(hours).toBeGreaterThan(23.5);
  expect(hours).toBeLessThan(24.5);
});

test('O20: looking at the page answers nothing, whoever looks; the chosen answer is only marked', async () => {
  const page = await look(buttonOf(1, 'Will you come?', 'yes'));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Open day');
  expect(page.body).toMatch(/value="yes" required checked/);
  expect(await summary()).toMatchObject({ yes: 0, no: 0, silent: 6 });
  expect((await look(`/a/${'x'.repeat(32)}`)).statusCode).toBe(404);
});

test('O20: answers are recorded; the third who comes waits, and moves up when a place is given back', async () => {
  expect((await answer(1, 'yes')).body).toContain('you have a place');
  expect((await answer(2, 'yes')).body).toContain('you have a place');
  expect((await answer(3, 'yes')).body).toContain('waiting list');
  expect((await answer(4, 'maybe')).statusCode).toBe(200);
  expect((await answer(5, 'perhaps')).statusCode).toBe(400);
  expect(await summary()).toMatchObject({ yes: 3, placed: 2, waiting: 1, maybe: 1, no: 0, silent: 2 });
  await answer(1, 'no');
  expect(await summary()).toMatchObject({ yes: 2, no: 1, placed: 2, waiting: 0 });
  await answer(1, 'no');
  const { facts } = await ask(campaignReport, { id: campaign.id });
  expect(facts.find(({ fact }) => fact === 'answered')).toMatchObject({ human: 4, lines: 4 });
});

test('E15: an answer is told to whoever the message was from, once', async () => {
  const { rows } = await ask(listNotices, {});
  const answers = rows.filter(({ kind }) => kind === 'answered');
  expect(answers.map(({ party, detail }) => [party?.name, detail['answer'], detail['standing']])).toEqual([
    ['Person 1', 'no', null],
    ['Person 4', 'maybe', null],
    ['Person 3', 'yes', 'waiting'],
    ['Person 2', 'yes', 'placed'],
    ['Person 1', 'yes', 'placed'],
  ]);
  expect(answers[0]?.campaign).toMatchObject({ name: 'Open day' });
});

test('Q26: that a distribution is finished is told to its owner and to whoever started it, with the sums; what is read is read', async () => {
  const finished = (await ask(listNotices, {})).rows.filter(({ kind }) => kind === 'run_finished');
  expect(finished).toHaveLength(1);
  expect(finished[0]?.detail).toMatchObject({ planned: 6, sent: 6, failed: 0, dropped: 0, unknown: 0 });
  const { unread } = await ask(countNotices, {});
  await ask(readNotices, { ids: [finished[0]!.id] });
  expect(await ask(countNotices, {})).toEqual({ unread: unread - 1 });
  await ask(readNotices, { ids: null });
  expect(await ask(countNotices, {})).toEqual({ unread: 0 });
  const bo = await signedIn(house, 'bo@nordlys.test');
  expect((await bo.call(listNotices, {})).body.rows).toEqual([]);
});

test('O20, O19: a rule may ask what became of an earlier stage: its answer, its clicked links', async () => {
  const asking = (field: string, value: string[]) => {
    const leaf = (name: string, chosen: string[]) =>
      ({ kind: 'field', field: `delivery.${name}`, operator: 'any_of', value: chosen }) as const;
    const rules = [leaf('action', [action('Invitation').id]), leaf(field, value)];
    const where = { kind: 'group' as const, match: 'all' as const, rules };
    const related = {
      kind: 'related',
      relation: 'contact.deliveries',
      count: 'at_least',
      value: 1,
      sum: null,
      where,
    } as const;
    return { partyKind: 'contact' as const, tree: { kind: 'group' as const, match: 'all' as const, rules: [related] } };
  };
  const matched = async (field: string, value: string[]) => {
    const audience = { ...action('Welcome').audience, copyOf: null, rule: asking(field, value) };
    campaign = await ask(updateAction, { ...asRead('Welcome'), audience });
    return (await ask(previewAction, { id: action('Welcome').id })).matched;
  };
  const { audience } = action('Welcome');
  expect(await matched('answer', ['yes'])).toBe(2);
  expect(await matched('answer', ['no', 'maybe'])).toBe(2);
  expect(await matched('clicked_links', ['https://nordlys.example/nowhere'])).toBe(0);
  const rule = asking('action', [action('Welcome').id]);
  campaign = await ask(updateAction, { ...asRead('Welcome'), audience });
  const circular = { ...action('Invitation').audience, rule };
  expect(await refused(updateAction, { ...asRead('Invitation'), audience: circular })).toBe(
    '422 audience.rule.tree actions_circular',
  );
});

test('O20: an answer by phone is written down by a colleague; who was never invited has none', async () => {
  const { rows } = await sql<{ id: PartyId; n: string }>`
    select id, last_name as n from contact where last_name in ('5', '6')`.execute(house.app.db);
  const five = rows.find(({ n }) => n === '5')!.id;
  await ask(setAnswer, { id: campaign.id, kind: 'contact', party: five, answer: 'yes' });
  expect((await ask(listAnswers, { id: campaign.id, standing: 'waiting' })).rows).toMatchObject([
    { kind: 'contact', id: five, answer: 'yes' },
  ]);
  await ask(saveOccasion, { id: campaign.id, ...occasion, places: 3 });
  expect(await summary()).toMatchObject({ placed: 3, waiting: 0 });
  expect(await refused(saveOccasion, { id: campaign.id, ...occasion, places: 1 })).toBe('422 places places_taken');
  const other = await ask(createCampaign, { name: 'Nobody was written to' });
  expect(await refused(setAnswer, { id: other.id, kind: 'contact', party: five, answer: 'no' })).toBe(
    '409 never_invited',
  );
});

test('O39, O19: when its day has come the reminder goes to those who had not answered by then, by itself', async () => {
  await sql`update run set scheduled_for = now() where action_id = ${action('Reminder').id}`.execute(house.app.db);
  const reminded = () =>
    house.mail.received.filter(({ mail }) => mail.subject === 'There are places left').map(({ to }) => to);
  await vi.waitFor(() => expect(reminded()).toEqual(['person6@example.org']), { timeout: PATIENCE_MS, interval: 50 });
  await answer(6, 'no', 'There are places left');
  expect(await summary()).toMatchObject({ no: 2, silent: 0 });
});

test('O20: the last stage goes to those with a place, with a calendar file', async () => {
  await untilFinished((await ask(distribute, { id: action('Welcome').id })).id);
  const welcomed = house.mail.received.filter(({ mail }) => mail.subject === 'See you there').map(({ to }) => to);
  expect(welcomed.sort()).toEqual(['person2@example.org', 'person3@example.org', 'person5@example.org']);
  const file = await look(buttonOf(2, 'See you there', 'calendar\\.ics'));
  expect(file.headers['content-type']).toContain('text/calendar');
  expect(file.body).toContain('DTSTART:20260507T080000Z');
  await eventually(async () => expect((await ask(getCampaign, { id: campaign.id })).state).toBe('completed'));
  await house.expectLedgerToHold();
});

test('an answer in a test message is not noted', async () => {
  const run = await ask(sendTest, { id: action('Invitation').id, to: 'cyprian@nordlys.test' });
  await untilFinished(run.id);
  const before = await summary();
  const { mail } = house.mail.received.find(({ to }) => to === 'cyprian@nordlys.test')!;
  const [, address] = /https?:\/\/[^"]*(\/a\/[\w-]+)\/yes"/.exec(String(mail.html))!;
  const said = await house.server.inject({
    method: 'POST',
    url: address!,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'answer=yes',
  });
  expect(said.body).toContain('test message');
  expect(await summary()).toEqual(before);
});
